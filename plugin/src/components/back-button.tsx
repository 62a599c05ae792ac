import { Button } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { arrowLeft } from '@wordpress/icons';
import { useBackGuard } from '../hooks/use-back-guard';
import { Confirmation } from './confirmation';

interface BackButtonProps {
	/** Where it leads: "All channels". */
	label: string;
	isDirty: boolean;
	/** The argument of the address that names what is edited: the browser's Back out of it asks too. */
	parameter?: string;
	/** What would be lost, as a sentence. */
	unsaved: string;
	onLeave: () => void;
}

/** Out of an editor to its list; asks first when something is not saved. */
export function BackButton( {
	label,
	isDirty,
	parameter = '',
	unsaved,
	onLeave,
}: BackButtonProps ) {
	const [ isAsking, setAsking ] = useState( false );
	useBackGuard(
		isDirty ? parameter : '',
		useCallback( () => setAsking( true ), [] )
	);
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
