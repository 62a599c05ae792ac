import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { arrowLeft } from '@wordpress/icons';
import { Confirmation } from './confirmation';

interface BackButtonProps {
	/** Where it leads: "All channels". */
	label: string;
	isDirty: boolean;
	/** What would be lost, as a sentence. */
	unsaved: string;
	onLeave: () => void;
}

/** Out of an editor to its list; asks first when something is not saved. */
export function BackButton( {
	label,
	isDirty,
	unsaved,
	onLeave,
}: BackButtonProps ) {
	const [ isAsking, setAsking ] = useState( false );
	return (
		<>
			<Button
				className="rappel-back"
				variant="link"
				icon={ arrowLeft }
				onClick={ () => ( isDirty ? setAsking( true ) : onLeave() ) }
			>
				{ label }
			</Button>
			{ isAsking && (
				<Confirmation
					title={ __( 'Leave without saving?', 'rappel' ) }
					confirmLabel={ __( 'Leave', 'rappel' ) }
					onConfirm={ onLeave }
					onCancel={ () => setAsking( false ) }
				>
					<p>{ unsaved }</p>
				</Confirmation>
			) }
		</>
	);
}
