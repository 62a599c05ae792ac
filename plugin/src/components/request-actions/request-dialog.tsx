import type { ActionName } from '../../domain/request-actions';
import type { RequestDialogProps } from './action-dialog';
import { AssignDialog, type Assignee } from './assign-dialog';
import { BlockDialog } from './block-dialog';
import { CancelDialog } from './cancel-dialog';
import { HandledDialog } from './handled-dialog';
import { RescheduleDialog } from './reschedule-dialog';

/** Actions that ask something first; the others are done at once. */
export type AskingAction = Exclude< ActionName, 'call_now' | 'take' >;

export const asksFirst = ( action: ActionName ): action is AskingAction =>
	action !== 'call_now' && action !== 'take';

interface AnyRequestDialogProps extends RequestDialogProps {
	action: AskingAction;
	/** For assigning; absent: the dialog asks WordPress. */
	agents?: Assignee[];
}

/** The dialog of an action. */
export function RequestDialog( {
	action,
	agents,
	...dialog
}: AnyRequestDialogProps ) {
	switch ( action ) {
		case 'assign':
			return (
				<AssignDialog { ...dialog } { ...( agents && { agents } ) } />
			);
		case 'reschedule':
			return <RescheduleDialog { ...dialog } />;
		case 'cancel':
			return <CancelDialog { ...dialog } />;
		case 'handled':
			return <HandledDialog { ...dialog } />;
		case 'block_number':
			return <BlockDialog { ...dialog } />;
	}
}
