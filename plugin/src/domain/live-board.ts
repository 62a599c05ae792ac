import type {
	LiveAgent,
	LiveEvent,
	LiveRequest,
	LiveSnapshot,
} from '@rappel/contract';

/** What the Live dashboard knows: a snapshot, and every event since. */
export interface LiveBoard {
	requests: ReadonlyMap< string, LiveRequest >;
	/** The version with which each that left did so: an older word of it, that comes late, does not bring it back. */
	gone: ReadonlyMap< string, number >;
	agents: ReadonlyMap< number, LiveAgent >;
	/** More are open than are shown, as of the last snapshot. */
	moreRequests: number;
	/** How far the service's clock is ahead of the browser's, in milliseconds; negative: behind. */
	clockAheadMilliseconds: number;
}

/** The board after an event. Before the first snapshot there is none, and other events are not understood. */
export function followEvent(
	board: LiveBoard | null,
	event: LiveEvent,
	heardAt: Date
): LiveBoard | null {
	if ( event.type === 'snapshot' ) {
		return takeSnapshot( board, event.snapshot, heardAt );
	}
	if ( ! board ) {
		return null;
	}
	switch ( event.type ) {
		case 'request':
			return putRequest( board, event.request );
		case 'request_gone':
			return dropRequest( board, event.requestId, event.version );
		case 'agent':
			return {
				...board,
				agents: withEntry(
					board.agents,
					event.agent.userId,
					event.agent
				),
			};
		case 'agent_gone':
			return {
				...board,
				agents: without( board.agents, event.userId ),
			};
		default:
			// A word of a newer service.
			return board;
	}
}

/** Everything anew, except for what is known to be newer than the snapshot: one that was polled may come late. */
function takeSnapshot(
	board: LiveBoard | null,
	{ now, requests, moreRequests, agents }: LiveSnapshot,
	heardAt: Date
): LiveBoard {
	const gone = board?.gone ?? new Map< string, number >();
	const kept = requests
		.filter( ( { id, version } ) => version > ( gone.get( id ) ?? 0 ) )
		.map( ( request ) =>
			newer( board?.requests.get( request.id ), request )
		);
	return {
		requests: new Map( kept.map( ( request ) => [ request.id, request ] ) ),
		gone,
		agents: new Map( agents.map( ( agent ) => [ agent.userId, agent ] ) ),
		moreRequests,
		clockAheadMilliseconds: Date.parse( now ) - heardAt.getTime(),
	};
}

const newer = ( known: LiveRequest | undefined, told: LiveRequest ) =>
	known && known.version >= told.version ? known : told;

function putRequest( board: LiveBoard, request: LiveRequest ): LiveBoard {
	const known =
		board.requests.get( request.id )?.version ??
		board.gone.get( request.id ) ??
		0;
	// Place and costs change without the request: the same version may say something new, an older one may not.
	const isOld = board.requests.has( request.id )
		? request.version < known
		: request.version <= known;
	return isOld
		? board
		: {
				...board,
				requests: withEntry( board.requests, request.id, request ),
				gone: without( board.gone, request.id ),
			};
}

function dropRequest(
	board: LiveBoard,
	id: string,
	version: number
): LiveBoard {
	const known = board.requests.get( id );
	if ( known && known.version > version ) {
		return board;
	}
	return {
		...board,
		requests: without( board.requests, id ),
		gone: withEntry(
			board.gone,
			id,
			Math.max( version, board.gone.get( id ) ?? 0 )
		),
	};
}

function withEntry< Key, Value >(
	map: ReadonlyMap< Key, Value >,
	key: Key,
	value: Value
): ReadonlyMap< Key, Value > {
	return new Map( map ).set( key, value );
}

function without< Key, Value >(
	map: ReadonlyMap< Key, Value >,
	key: Key
): ReadonlyMap< Key, Value > {
	if ( ! map.has( key ) ) {
		return map;
	}
	const rest = new Map( map );
	rest.delete( key );
	return rest;
}
