import type { Holder, SeatKind } from '../seats/seats.js';
import type { CallbackRequest } from './domain/callback-request.js';
import type { Facts } from './domain/commands.js';
import { after as later, timings } from './domain/timings.js';
import type { EndedLeg, Leg, LegEndReason } from './domain/leg.js';
import type { Dependencies } from './dependencies.js';
import { jobNames, type SiteJob } from './job-names.js';
import { holdsClient, holdsPlace, isInLine } from './place.js';
import type { RequestDetails } from './store/rows.js';

interface Moved {
	details: RequestDetails;
	/** Null: the request is new. */
	before: CallbackRequest | null;
	after: CallbackRequest;
	/** Seats were taken for these; null: for nobody. */
	facts: Facts | null;
}

/**
 * Gives back the seats that the request needs no more: of an agent whose call is over, of one who was not called after all,
 * and the request's place on the channel. In the transaction of the decision.
 *
 * @return Whether a seat is free now.
 */
export async function settleSeats(
	{ seats, jobs, agents }: Pick< Dependencies, 'seats' | 'jobs' | 'agents' >,
	{ details: { siteId }, before, after, facts }: Moved,
	now: Date
): Promise< boolean > {
	let freed = false;
	const over = callsOver( before, after, now );
	await agents.noteOffered( siteId, offeredTo( before, after ), now );
	for ( const { userId } of over ) {
		await agents.noteEnded( siteId, userId, now );
	}
	for ( const { userId, freeAt } of [
		...notCalled( after, facts ),
		...over,
	] ) {
		await seats.giveBack( after.id, agentSeat( siteId, userId ), freeAt );
		if ( freeAt ) {
			await jobs.at< SiteJob >( freeAt, jobNames.moveQueue, { siteId } );
		} else {
			// What one who still waits gives back it could not use: nobody else gains by looking.
			freed ||= ! isInLine( after );
		}
	}
	const held = before !== null && holdsPlace( before );
	if ( ( held || facts?.heldBackBy === null ) && ! holdsPlace( after ) ) {
		const given = await seats.giveBack( after.id, {
			kinds: kindsOfPlace,
		} );
		freed ||= held && given > 0;
	} else if ( before && holdsClient( before ) && ! holdsClient( after ) ) {
		const given = await seats.giveBack( after.id, { kinds: [ 'client' ] } );
		freed ||= given > 0;
	}
	return freed;
}

/** What a request takes before anybody is called, and keeps until it is over. */
export const kindsOfPlace: readonly SeatKind[] = [
	'channel',
	'account',
	'client',
];

export function agentSeat( siteId: string, userId: number ): Holder {
	return { siteId, kind: 'agent', id: String( userId ) };
}

interface Free {
	userId: number;
	/** Null: at once. */
	freeAt: Date | null;
}

/** Agents who are called by this decision. */
function offeredTo(
	before: CallbackRequest | null,
	after: CallbackRequest
): number[] {
	return after.attempt.legs.flatMap( ( { id, userId } ) =>
		userId !== null &&
		! before?.attempt.legs.some( ( leg ) => leg.id === id )
			? [ userId ]
			: []
	);
}

function notCalled( after: CallbackRequest, facts: Facts | null ): Free[] {
	return ( facts?.candidates ?? [] ).flatMap( ( { userId } ) =>
		userId !== null && ! isCalled( after, userId )
			? [ { userId, freeAt: null } ]
			: []
	);
}

function isCalled( { attempt }: CallbackRequest, userId: number ): boolean {
	return attempt.legs.some(
		( leg ) => leg.userId === userId && leg.state !== 'ended'
	);
}

/** Whoever has talked is left alone for a while. */
function callsOver(
	before: CallbackRequest | null,
	after: CallbackRequest,
	now: Date
): Free[] {
	const { legs, joinedAt } = after.attempt;
	return legs.flatMap( ( leg ) => {
		if (
			leg.userId === null ||
			leg.state !== 'ended' ||
			wasOver( before, leg )
		) {
			return [];
		}
		const talked = joinedAt !== null && leg.inRoom;
		const seconds = talked
			? after.plan.wrapUpSeconds
			: sendingAwaySeconds( leg );
		return [
			{
				userId: leg.userId,
				freeAt: seconds > 0 ? later( now, seconds ) : null,
			},
		];
	} );
}

const sentAway: readonly LegEndReason[] = [
	'withdrawn',
	'not_confirmed_by_key',
	'machine',
];

/** Ended from here: their phone is engaged until the network says that the call is over, or for so long. */
function sendingAwaySeconds( leg: EndedLeg ): number {
	return sentAway.includes( leg.endReason ) && leg.callSid
		? timings.sendingAwaySeconds
		: 0;
}

/**
 * The network says that the call of an agent is over who was sent away: their place is free at once.
 *
 * @return Whether it was.
 */
export async function releaseSentAway(
	{ seats }: Pick< Dependencies, 'seats' >,
	siteId: string,
	request: CallbackRequest,
	legId: string
): Promise< boolean > {
	const { legs } = request.attempt;
	const leg = legs.find( ( { id } ) => id === legId );
	if (
		leg?.state !== 'ended' ||
		leg.userId === null ||
		! sentAway.includes( leg.endReason ) ||
		isCalled( request, leg.userId )
	) {
		return false;
	}
	const { userId } = leg;
	return (
		( await seats.release( request.id, agentSeat( siteId, userId ) ) ) > 0
	);
}

function wasOver( before: CallbackRequest | null, { id }: Leg ): boolean {
	return (
		before?.attempt.legs.some(
			( leg ) => leg.id === id && leg.state === 'ended'
		) ?? false
	);
}
