import { Button, Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';

interface ConfirmationProps {
	title: string;
	/** What will happen. */
	children: ReactNode;
	/** The deed in a word: "Disconnect". */
	confirmLabel: string;
	isBusy?: boolean;
	onConfirm: () => void;
	onCancel: () => void;
}

/** Asks before something that cannot be undone; names the deed rather than "OK". */
export function Confirmation( {
	title,
	children,
	confirmLabel,
	isBusy = false,
	onConfirm,
	onCancel,
}: ConfirmationProps ) {
	return (
		<Modal title={ title } onRequestClose={ onCancel } size="small">
			<div className="rappel-confirmation">{ children }</div>
			<div className="rappel-confirmation__buttons">
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					onClick={ onCancel }
				>
					{ __( 'Go back', 'rappel' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="primary"
					isDestructive
					isBusy={ isBusy }
					onClick={ onConfirm }
				>
					{ confirmLabel }
				</Button>
			</div>
		</Modal>
	);
}
