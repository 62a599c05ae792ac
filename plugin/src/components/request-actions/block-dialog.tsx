import { __ } from '@wordpress/i18n';
import { ActionDialog, type RequestDialogProps } from './action-dialog';

/** The number asks nothing any more. */
export function BlockDialog( dialog: RequestDialogProps ) {
	return (
		<ActionDialog
			{ ...dialog }
			name="block_number"
			isDestructive
			actionOf={ () => ( { action: 'block_number' } ) }
		>
			<p>
				{ __(
					'This number can ask for no callback on this site any more, and what it asked for and still waits is cancelled. You can let it ask again under Requests → Blocked numbers.',
					'rappel'
				) }
			</p>
		</ActionDialog>
	);
}
