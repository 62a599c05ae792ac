import { Button } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { people } from '@wordpress/icons';
import type { Agent } from '@rappel/contract';
import type { ReactNode } from 'react';
import { profileUrl } from '../../admin-url';
import { listAgents } from '../../api/agents';
import { EmptyState } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { Screen } from '../../components/screen';
import { useLoaded } from '../../hooks/use-loaded';
import { useScreenParameter } from '../../hooks/use-screen-parameter';
import { initialData } from '../../initial-data';
import { PresenceLogView } from '../presence-log/presence-log';
import { AgentHoursEditor } from './agent-hours-editor';
import { AgentsList } from './agents-list';

/** Hours and leave; for who supervises the log of their presence too. */
export function AgentsScreen() {
	const [ view, setView ] = useScreenParameter( 'view' );
	const supervises = !! initialData()?.can.supervise;
	return view === 'log' && supervises ? (
		<PresenceLogView onBack={ () => setView( '' ) } />
	) : (
		<AgentsHours
			actions={
				supervises && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ () => setView( 'log' ) }
					>
						{ __( 'Presence log', 'rappel' ) }
					</Button>
				)
			}
		/>
	);
}

/** Everybody's for who manages; their own for an agent. */
function AgentsHours( { actions }: { actions: ReactNode } ) {
	const me = initialData();
	const [ openId, setOpenId ] = useScreenParameter( 'agent' );
	/** The one that was open last gets the focus back. */
	const [ lastId, setLastId ] = useState( '' );
	const {
		value: agents,
		problem,
		reload,
		setValue,
	} = useLoaded( useCallback( () => listAgents(), [] ) );
	if ( ! agents ) {
		return (
			<Screen title={ titleFor( me?.can.manageChannels ) }>
				{ problem ? (
					<ProblemNotice
						problem={ problem }
						onRetry={ () => void reload() }
					/>
				) : (
					<Loading />
				) }
			</Screen>
		);
	}
	const isOwnOnly = ! me?.can.manageChannels;
	const id = isOwnOnly ? me?.userId : Number( openId );
	const open = agents.find( ( { userId } ) => userId === id );
	if ( open ) {
		return (
			<AgentHoursEditor
				key={ open.userId }
				agent={ open }
				isOwn={ open.userId === me?.userId }
				actions={ isOwnOnly && actions }
				onClose={ isOwnOnly ? null : () => setOpenId( '' ) }
				onSaved={ ( saved ) =>
					setValue( agents.map( sameOr( saved ) ) )
				}
			/>
		);
	}
	return (
		<Screen
			title={ titleFor( ! isOwnOnly ) }
			subtitle={ __(
				'When each can be booked: their own hours, and their leave.',
				'rappel'
			) }
			actions={ actions }
		>
			{ isOwnOnly || agents.length === 0 ? (
				<Nobody isOwn={ isOwnOnly } userId={ me?.userId ?? 0 } />
			) : (
				<AgentsList
					agents={ agents }
					focusedId={ lastId }
					onOpen={ ( chosen ) => {
						setLastId( String( chosen ) );
						setOpenId( String( chosen ) );
					} }
				/>
			) }
		</Screen>
	);
}

const titleFor = ( isEverybody: boolean | undefined ) =>
	isEverybody ? __( 'Agents’ hours', 'rappel' ) : __( 'My hours', 'rappel' );

const sameOr = ( saved: Agent ) => ( agent: Agent ) =>
	agent.userId === saved.userId ? saved : agent;

function Nobody( { isOwn, userId }: { isOwn: boolean; userId: number } ) {
	return (
		<EmptyState
			icon={ people }
			title={
				isOwn
					? __( 'You take no callbacks yet', 'rappel' )
					: __( 'No agent yet', 'rappel' )
			}
			actions={
				<Button
					__next40pxDefaultSize
					variant="primary"
					href={ isOwn ? profileUrl( userId ) : 'users.php' }
				>
					{ isOwn
						? __( 'Open my profile', 'rappel' )
						: __( 'Open the users', 'rappel' ) }
				</Button>
			}
		>
			<p>
				{ isOwn
					? __(
							'Add your phone number to your profile: then you have hours here.',
							'rappel'
						)
					: __(
							'Whoever has a phone number for callbacks on their profile appears here.',
							'rappel'
						) }
			</p>
		</EmptyState>
	);
}
