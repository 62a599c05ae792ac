import { __ } from '@wordpress/i18n';
import { ActionDialog, type RequestDialogProps } from './action-dialog';

/** Nobody is called. */
export function CancelDialog( dialog: RequestDialogProps ) {
	return (
		<ActionDialog
			{ ...dialog }
			name="cancel"
			isDestructive
			actionOf={ () => ( { action: 'cancel' } ) }
		>
			<p>
				{ __(
					'Nobody is called. The client can ask again at any time.',
					'rappel'
				) }
			</p>
		</ActionDialog>
	);
}
