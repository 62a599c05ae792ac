import { SelectControl } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Agent } from '@rappel/contract';
import { listAgents } from '../../api/agents';
import { presenceWord } from '../../domain/presence-words';
import { useLoaded } from '../../hooks/use-loaded';
import { Loading } from '../loading';
import { ProblemNotice } from '../problem-notice';
import { ActionDialog, type RequestDialogProps } from './action-dialog';

export type Assignee = Pick< Agent, 'userId' | 'name' | 'presence' >;

interface AssignDialogProps extends RequestDialogProps {
	/** Whom they can be given to; absent: the dialog asks WordPress. */
	agents?: Assignee[];
}

/** Who is to take them; or anybody of the team again. */
export function AssignDialog( {
	agents: known,
	...dialog
}: AssignDialogProps ) {
	const { value, problem, reload } = useLoaded< Assignee[] >(
		useCallback(
			() => ( known ? Promise.resolve( known ) : listAgents() ),
			[ known ]
		)
	);
	const agents = known ?? value;
	const [ chosen, setChosen ] = useState(
		String( dialog.requests[ 0 ]?.ownerUserId ?? '' )
	);
	return (
		<ActionDialog
			{ ...dialog }
			name="assign"
			actionOf={ () =>
				agents && {
					action: 'assign',
					userId: chosen ? Number( chosen ) : null,
				}
			}
		>
			{ problem && (
				<ProblemNotice
					problem={ problem }
					onRetry={ () => void reload() }
				/>
			) }
			{ ! agents && ! problem && <Loading /> }
			{ agents && (
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Who takes it', 'rappel' ) }
					help={ __(
						'It waits for them as long as the channel says, then for anybody of the team.',
						'rappel'
					) }
					value={ chosen }
					onChange={ setChosen }
					options={ [
						{
							value: '',
							label: __( 'Anybody of the team', 'rappel' ),
						},
						...agents.map( ( { userId, name, presence } ) => ( {
							value: String( userId ),
							label: sprintf(
								/* translators: 1: name of an agent. 2: "online", "away" or "offline". */
								__( '%1$s (%2$s)', 'rappel' ),
								name,
								presenceWord( presence.status )
							),
						} ) ),
					] }
				/>
			) }
		</ActionDialog>
	);
}
