import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import type { ReactNode } from 'react';
import type { Problem } from '../api/problem';
import { Confirmation } from './confirmation';
import { ProblemNotice } from './problem-notice';

interface ConfirmedDeedProps {
	/** The button: "Delete this channel". */
	label: string;
	/** The question that follows: "Delete “Switchboard”?" */
	question: string;
	/** The deed in a word: "Delete". */
	confirmLabel: string;
	/** Throws a Problem, which is then told above the button. */
	deed: () => Promise< void >;
	/** What will happen. */
	children: ReactNode;
}

/** A button for what cannot be undone: asks first, does it, and tells what went wrong. */
export function ConfirmedDeed( {
	label,
	question,
	confirmLabel,
	deed,
	children,
}: ConfirmedDeedProps ) {
	const [ isAsking, setAsking ] = useState( false );
	const [ isBusy, setBusy ] = useState( false );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const confirm = async () => {
		setBusy( true );
		setProblem( null );
		try {
			await deed();
		} catch ( error ) {
			setProblem( error as Problem );
		}
		setBusy( false );
		setAsking( false );
	};
	return (
		<div className="rappel-delete">
			{ problem && <ProblemNotice problem={ problem } /> }
			<Button
				__next40pxDefaultSize
				variant="tertiary"
				isDestructive
				onClick={ () => setAsking( true ) }
			>
				{ label }
			</Button>
			{ isAsking && (
				<Confirmation
					title={ question }
					confirmLabel={ confirmLabel }
					isBusy={ isBusy }
					onConfirm={ () => void confirm() }
					onCancel={ () => setAsking( false ) }
				>
					{ children }
				</Confirmation>
			) }
		</div>
	);
}
