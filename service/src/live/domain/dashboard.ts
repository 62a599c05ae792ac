import type { LiveRequest } from '@rappel/contract';
import { letsOthersGoFirst } from '../../callbacks/domain/callback-request.js';

/** A request that the Live dashboard knows, with what it takes to keep it true as time passes. */
export interface DashboardRequest {
	/** Whole; `place` and `overdue` as of the last look. */
	live: LiveRequest;
	/** Waits for its turn with nobody dialled or about to be. */
	inLine: boolean;
	/** It is overdue after this instant, unless it changes; null: never. */
	overdueFrom: Date | null;
	/** A newer request of the same number was made: whoever missed this one has been asked again. */
	followed: boolean;
}

/** What all who look at a site can see of its requests, before it is said who sees what. */
export interface Dashboard {
	requests: readonly DashboardRequest[];
	/** Of them, those that are shown: the oldest first. */
	shown: readonly LiveRequest[];
	/** When something changes by time alone; null: nothing does. */
	changesAt: Date | null;
}

/** A request that was missed is shown so long, unless somebody handles it. */
export const missedDays = 7;
const dayMs = 86_400_000;

const missedStates: ReadonlySet< LiveRequest[ 'state' ] > = new Set( [
	'failed',
	'expired',
	'overdue',
] );
const overStates: ReadonlySet< LiveRequest[ 'state' ] > = new Set( [
	...missedStates,
	'done',
	'cancelled',
] );

/** One that is not over; or that was missed within a week, is not handled, and whose visitor has not asked again. */
export function isOnDashboard(
	{ live, followed }: DashboardRequest,
	now: Date
): boolean {
	if ( ! overStates.has( live.state ) ) {
		return true;
	}
	const leavesAt = missedUntil( live );
	return (
		leavesAt !== null &&
		now < leavesAt &&
		live.outcome === null &&
		! followed
	);
}

/** Null: it was not missed. */
function missedUntil( { state, endedAt }: LiveRequest ): Date | null {
	return missedStates.has( state ) && endedAt !== null
		? new Date( Date.parse( endedAt ) + missedDays * dayMs )
		: null;
}

/**
 * The dashboard at an instant. A request that looks as it did is the same object as before.
 *
 * @param known   All that may be on it, in any order.
 * @param maximum So many are shown: what goes on now before what is planned, and that before what was missed.
 * @param now
 */
export function dashboardAt(
	known: Iterable< DashboardRequest >,
	maximum: number,
	now: Date
): Dashboard {
	const requests = withoutFollowed( [ ...known ] )
		.filter( ( request ) => isOnDashboard( request, now ) )
		.sort( oldestFirst );
	const places = placesOf( requests );
	const settled = requests.map( ( request ) =>
		settle( request, places.get( request.live.id ) ?? null, now )
	);
	return {
		requests: settled,
		shown: chosen( settled, maximum ).map( ( { live } ) => live ),
		changesAt: earliest(
			settled.flatMap( ( { live, overdueFrom } ) => [
				live.overdue ? null : overdueFrom,
				missedUntil( live ),
			] )
		),
	};
}

/** Who asked again after they were missed is waited for by their newest request alone. */
function withoutFollowed(
	requests: readonly DashboardRequest[]
): DashboardRequest[] {
	const newest = new Map< string, string >();
	for ( const { live } of requests ) {
		const known = newest.get( live.number );
		if ( known === undefined || known < live.createdAt ) {
			newest.set( live.number, live.createdAt );
		}
	}
	return requests.filter(
		( { live } ) =>
			! overStates.has( live.state ) ||
			( newest.get( live.number ) ?? '' ) <= live.createdAt
	);
}

function oldestFirst( a: DashboardRequest, b: DashboardRequest ): number {
	return (
		compare( a.live.createdAt, b.live.createdAt ) ||
		compare( a.live.id, b.live.id )
	);
}

function soonestFirst( a: DashboardRequest, b: DashboardRequest ): number {
	return compare( a.live.dueAt ?? '', b.live.dueAt ?? '' );
}

function compare( a: string, b: string ): number {
	return a < b ? -1 : Number( a > b );
}

/** From 1, of those who wait for their turn on a channel. Who waits for their own agent holds nobody up. */
function placesOf(
	requests: readonly DashboardRequest[]
): ReadonlyMap< string, number > {
	const waiting = new Map< string, number >();
	const places = new Map< string, number >();
	for ( const { live, inLine } of requests ) {
		if ( inLine ) {
			const before = waiting.get( live.channelId ) ?? 0;
			places.set( live.id, before + 1 );
			if ( ! letsOthersGoFirst( live.heldBackBy ) ) {
				waiting.set( live.channelId, before + 1 );
			}
		}
	}
	return places;
}

function settle(
	request: DashboardRequest,
	place: number | null,
	now: Date
): DashboardRequest {
	const { live, overdueFrom } = request;
	const overdue = overdueFrom !== null && overdueFrom < now;
	return live.place === place && live.overdue === overdue
		? request
		: { ...request, live: { ...live, place, overdue } };
}

function chosen(
	requests: readonly DashboardRequest[],
	maximum: number
): readonly DashboardRequest[] {
	if ( requests.length <= maximum ) {
		return requests;
	}
	const byUrgency = {
		now: [] as DashboardRequest[],
		planned: [] as DashboardRequest[],
		missed: [] as DashboardRequest[],
	};
	requests.forEach( ( one ) => byUrgency[ urgencyOf( one ) ].push( one ) );
	return [
		...byUrgency.now,
		...byUrgency.planned.sort( soonestFirst ),
		// The newest of them: somebody may still be glad of a call.
		...byUrgency.missed.reverse(),
	]
		.slice( 0, maximum )
		.sort( oldestFirst );
}

function urgencyOf( {
	live: { state },
}: DashboardRequest ): 'now' | 'planned' | 'missed' {
	if ( overStates.has( state ) ) {
		return 'missed';
	}
	return state === 'scheduled' ? 'planned' : 'now';
}

export function earliest(
	instants: ReadonlyArray< Date | null >
): Date | null {
	return instants.reduce(
		( first, instant ) =>
			first === null || ( instant !== null && instant < first )
				? instant
				: first,
		null
	);
}
