import { Notice } from '@wordpress/components';
import { useCallback, useEffect, useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { LiveRequest } from '@rappel/contract';
import { Loading } from '../../components/loading';
import { PresenceMenu } from '../../components/presence-menu';
import { ProblemNotice } from '../../components/problem-notice';
import {
	RequestDialog,
	type AskingAction,
} from '../../components/request-actions/request-dialog';
import { Screen } from '../../components/screen';
import type { LiveBoard } from '../../domain/live-board';
import { endOfDay, sectionsOf } from '../../domain/live-sections';
import { ownPresenceOf } from '../../domain/own-presence';
import { outsideSentence } from '../../domain/presence-sentences';
import type { ActingUser, ActionName } from '../../domain/request-actions';
import { useLive } from '../../hooks/use-live';
import { useLiveAlerts } from '../../hooks/use-live-alerts';
import { useMyCall } from '../../hooks/use-my-call';
import { useNow } from '../../hooks/use-now';
import { usePresence, usePresenceStore } from '../../hooks/use-presence-store';
import { useWaitingBadge } from '../../hooks/use-waiting-badge';
import { initialData } from '../../initial-data';
import type { PresenceStore } from '../../presence/presence-store';
import { useReading } from '../../reading';
import { LiveProvider } from './live-context';
import { LiveSectionsView } from './live-sections-view';
import { AlertSwitches, LiveState } from './live-state';
import { MyCallCard } from './my-call-card';
import { TeamPanel } from './team-panel';

const nobody: ActingUser = {
	userId: 0,
	supervises: false,
	takesCallbacks: false,
};

function whoLooks(): ActingUser {
	const data = initialData();
	return data
		? {
				userId: data.userId,
				supervises: data.can.supervise,
				takesCallbacks: data.can.takeCallbacks,
			}
		: nobody;
}

/** Where agents and supervisors live: who waits, who is on the phone, what is due and what was missed. */
export function LiveScreen() {
	const me = useMemo( whoLooks, [] );
	const { board, mode, problem, refresh } = useLive();
	const alerts = useLiveAlerts( board, me.userId );
	const presence = usePresenceStore( me.userId, me.takesCallbacks );
	useToldByStream( presence, board, me );
	return (
		<Screen
			title={ __( 'Live dashboard', 'rappel' ) }
			subtitle={ <LiveState mode={ mode } /> }
			actions={
				<>
					<AlertSwitches alerts={ alerts } />
					{ me.takesCallbacks && (
						<PresenceMenu
							userId={ me.userId }
							store={ presence }
							asks
						/>
					) }
				</>
			}
		>
			{ problem && mode !== 'stream' && (
				<ProblemNotice problem={ problem } onRetry={ refresh } />
			) }
			{ me.takesCallbacks && <OutsideHours store={ presence } /> }
			{ ! board && ! problem && <Loading /> }
			{ board && <Board board={ board } me={ me } refresh={ refresh } /> }
		</Screen>
	);
}

/** What the stream says of my own presence goes to the menu, and from there to every tab. */
function useToldByStream(
	store: PresenceStore,
	board: LiveBoard | null,
	{ userId, supervises }: ActingUser
): void {
	const own = board?.agents.get( userId );
	useEffect( () => {
		if ( own ) {
			store.tell( ownPresenceOf( own, ! supervises ) );
		}
	}, [ store, own, supervises ] );
}

/** Online, and nobody will call: better said before somebody waits for it. */
function OutsideHours( { store }: { store: PresenceStore } ) {
	const { own } = usePresence( store );
	const reading = useReading();
	const now = useNow();
	const sentence =
		own?.presence.status === 'online'
			? outsideSentence( own, now, reading )
			: '';
	return sentence ? (
		<Notice
			className="rappel-notice"
			status="warning"
			isDismissible={ false }
		>
			{ sentence }
		</Notice>
	) : null;
}

interface BoardProps {
	board: LiveBoard;
	me: ActingUser;
	refresh: () => void;
}

function Board( { board, me, refresh }: BoardProps ) {
	const { timeZone } = useReading();
	const minute = useNow();
	const [ asking, setAsking ] = useState< {
		action: AskingAction;
		request: LiveRequest;
	} | null >( null );
	const ask = useCallback(
		( action: ActionName, request: LiveRequest ) =>
			setAsking( { action: action as AskingAction, request } ),
		[]
	);
	const call = useMyCall( board, me.userId );
	const { agents, clockAheadMilliseconds } = board;
	const surroundings = useMemo(
		() => ( { clockAheadMilliseconds, me, agents, ask, refresh } ),
		[ clockAheadMilliseconds, me, agents, ask, refresh ]
	);
	const sections = useMemo(
		() =>
			sectionsOf(
				board,
				endOfDay(
					new Date( minute.getTime() + clockAheadMilliseconds ),
					timeZone
				)
			),
		[ board, minute, clockAheadMilliseconds, timeZone ]
	);
	useWaitingBadge( sections.waiting.length );
	return (
		<LiveProvider value={ surroundings }>
			<div className="rappel-live">
				<MyCallCard call={ call } />
				<LiveSectionsView
					sections={ sections }
					moreRequests={ board.moreRequests }
				/>
				<TeamPanel />
			</div>
			{ asking && (
				<RequestDialog
					action={ asking.action }
					requests={ [ asking.request ] }
					agents={ [ ...agents.values() ] }
					onDone={ () => {
						setAsking( null );
						if ( asking.request.id === call.request?.id ) {
							call.putAway();
						}
						refresh();
					} }
					onCancel={ () => setAsking( null ) }
				/>
			) }
		</LiveProvider>
	);
}
