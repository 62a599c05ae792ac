import { Button, CheckboxControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Agent, RequestSummary } from '@rappel/contract';
import type { ActionResult } from '../../api/request-actions';
import { Refusals } from '../../components/request-actions/refusals';
import {
	RequestDialog,
	type AskingAction,
} from '../../components/request-actions/request-dialog';
import {
	actionWord,
	isAllowed,
	type ActedOn,
	type ActingUser,
} from '../../domain/request-actions';
import type { Selection } from '../../hooks/use-selection';

const bulkActions: AskingAction[] = [
	'handled',
	'assign',
	'cancel',
	'block_number',
];

interface BulkActionsProps {
	requests: RequestSummary[];
	selection: Selection;
	user: ActingUser;
	agents: Agent[] | null;
	/** Something was done with one of them at least. */
	onDone: () => void;
}

/** The same for all that are ticked; what could not be done, and for which, is told until it is read. */
export function BulkActions( {
	requests,
	selection,
	user,
	agents,
	onDone,
}: BulkActionsProps ) {
	const [ asking, setAsking ] = useState< AskingAction | null >( null );
	const [ told, setTold ] = useState< {
		results: ActionResult[];
		requests: ActedOn[];
	} | null >( null );
	const chosen = requests.filter( ( { id } ) => selection.has( id ) );
	return (
		<>
			{ told && (
				<Refusals { ...told } onRemove={ () => setTold( null ) } />
			) }
			<div
				className="rappel-bulk"
				role="group"
				aria-label={ __( 'Bulk actions', 'rappel' ) }
			>
				<CheckboxControl
					__nextHasNoMarginBottom
					label={
						chosen.length
							? sprintf(
									/* translators: %d: number of callback requests. */
									_n(
										'%d selected',
										'%d selected',
										chosen.length,
										'rappel'
									),
									chosen.length
								)
							: __( 'Select all on this page', 'rappel' )
					}
					checked={ selection.isEverything }
					indeterminate={
						chosen.length > 0 && ! selection.isEverything
					}
					onChange={ selection.setEverything }
				/>
				{ chosen.length > 0 &&
					bulkActions
						.filter( ( action ) => isAllowed( action, user ) )
						.map( ( action ) => (
							<Button
								key={ action }
								size="compact"
								variant="secondary"
								isDestructive={ action === 'block_number' }
								onClick={ () => setAsking( action ) }
							>
								{ actionWord( action ) }
							</Button>
						) ) }
			</div>
			{ asking && (
				<RequestDialog
					action={ asking }
					requests={ chosen }
					{ ...( agents && { agents } ) }
					onDone={ ( results ) => {
						setAsking( null );
						setTold( { results, requests: chosen } );
						selection.setEverything( false );
						onDone();
					} }
					onCancel={ () => setAsking( null ) }
				/>
			) }
		</>
	);
}
