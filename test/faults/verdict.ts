import { groupBy } from './group-by.js';
import { brokenBookings, lostBookings, overbookedPlaces } from './bookings.js';
import {
	type CallTruth,
	type Evidence,
	legIdOf,
	over,
	toleranceMilliseconds,
} from './evidence.js';
import { isVisitor } from './scenario.js';
import { isUnheard, talksOf, wrongOutcome } from './talks.js';

/** What must not happen, and how often it did. */
export interface Zeros {
	doubleCalls: number;
	lostRequests: number;
	lostBookings: number;
	stuckRequests: number;
	mismatches: number;
	overbookings: number;
}

/** And what it was that did. */
export interface Verdict extends Zeros {
	joined: number;
	/** Requests with a booked time. */
	bookings: number;
	/**
	 * Who talked while every word of the network about the room was lost, so that nobody could know: their request says that they
	 * did not.
	 */
	unheardTalks: number;
	/** A sentence for each of them. */
	findings: string[];
	outcomes: Record< string, number >;
}

export const zerosOf = ( zeros: Zeros ): Zeros => ( {
	doubleCalls: zeros.doubleCalls,
	lostRequests: zeros.lostRequests,
	lostBookings: zeros.lostBookings,
	stuckRequests: zeros.stuckRequests,
	mismatches: zeros.mismatches,
	overbookings: zeros.overbookings,
} );

/** Holds what the service believes against what happened on the phones. */
export function judge( evidence: Evidence ): Verdict {
	const talks = talksOf( evidence );
	const findings: Record< string, string[] > = {
		doubleCalls: [
			...twoCallsForOneLeg( evidence ),
			...twiceTheSamePhone( evidence, 'client' ),
		],
		lostRequests: lost( evidence ),
		lostBookings: lostBookings( evidence ),
		stuckRequests: stuck( evidence ),
		mismatches: [
			...unknownCalls( evidence ),
			...talks.flatMap( wrongOutcome ),
			...brokenBookings( evidence ),
			...forgottenMessages( evidence ),
			...evidence.repeated.map(
				( what ) => `twice in one life: ${ what }`
			),
		],
		overbookings: [
			...twiceTheSamePhone( evidence, 'company' ),
			...overbookedPlaces( evidence ),
		],
	};
	const count = ( what: string ) => findings[ what ]?.length ?? 0;
	const outcomes: Record< string, number > = {};
	for ( const { state, failureReason } of evidence.requests ) {
		const outcome = failureReason
			? `${ state }: ${ failureReason }`
			: state;
		outcomes[ outcome ] = ( outcomes[ outcome ] ?? 0 ) + 1;
	}
	return {
		joined: evidence.requests.filter( ( { joined } ) => joined ).length,
		bookings: evidence.requests.filter(
			( { bookedFor } ) => bookedFor !== null
		).length,
		doubleCalls: count( 'doubleCalls' ),
		lostRequests: count( 'lostRequests' ),
		lostBookings: count( 'lostBookings' ),
		stuckRequests: count( 'stuckRequests' ),
		mismatches: count( 'mismatches' ),
		overbookings: count( 'overbookings' ),
		unheardTalks: talks.filter( isUnheard ).length,
		findings: Object.entries( findings ).flatMap( ( [ what, ones ] ) =>
			ones.map( ( one ) => `${ what }: ${ one }` )
		),
		outcomes,
	};
}

function twoCallsForOneLeg( { calls }: Evidence ): string[] {
	const seen = new Map< string, CallTruth >();
	return calls.flatMap( ( call ) => {
		const leg = legIdOf( call );
		const before = leg && seen.get( leg );
		if ( leg && ! before ) {
			seen.set( leg, call );
		}
		return before
			? [
					`leg ${ leg } was called by ${ before.sid } and by ${ call.sid }`,
				]
			: [];
	} );
}

/**
 * A visitor whose phone is called while an earlier call to it is not over; an agent or a line of the company that is called
 * while it already is, though it takes one call at a time.
 */
function twiceTheSamePhone(
	{ calls, legs }: Evidence,
	party: 'client' | 'company'
): string[] {
	const parked = new Set(
		legs
			.filter( ( { endReason } ) => endReason === 'not_confirmed' )
			.map( ( { id } ) => id )
	);
	const byPhone = groupBy(
		calls.filter(
			( call ) =>
				// Who rings us was not called.
				! isVisitor( call.from ) &&
				isVisitor( call.to ) === ( party === 'client' ) &&
				// What could not be known was given up, and its place with it: it is shown for review.
				! parked.has( legIdOf( call ) ?? '' )
		),
		( { to } ) => to
	);
	return [ ...byPhone ].flatMap( ( [ number, ones ] ) => {
		const inOrder = ones.toSorted( ( a, b ) =>
			a.createdAt.localeCompare( b.createdAt )
		);
		return inOrder.flatMap( ( call, index ) => {
			const before = inOrder[ index - 1 ];
			const overlaps =
				before &&
				legIdOf( before ) !== legIdOf( call ) &&
				( before.endedAt === null || before.endedAt > call.createdAt );
			return overlaps
				? [
						`${ number } was called by ${ call.sid } while ${ before.sid } was not over`,
					]
				: [];
		} );
	} );
}

function lost( { accepted, requests }: Evidence ): string[] {
	const kept = new Set( requests.map( ( { key } ) => key ) );
	return [ ...accepted ]
		.filter( ( key ) => ! kept.has( key ) )
		.map( ( key ) => `${ key } was accepted, and nobody knows it` );
}

function stuck( { requests, calls }: Evidence ): string[] {
	return [
		...requests
			.filter( ( { state } ) => ! over.includes( state ) )
			.map( ( { id, state } ) => `${ id } is ${ state } for ever` ),
		...calls
			.filter( ( { endedAt } ) => endedAt === null )
			.map(
				( { sid, to, status } ) =>
					`${ sid } to ${ to } is ${ status } for ever`
			),
	];
}

/** A call that no leg intended, or which its leg takes for another one. */
function unknownCalls( { calls, legs }: Evidence ): string[] {
	const known = new Map( legs.map( ( leg ) => [ leg.id, leg ] ) );
	const bySid = new Map( legs.map( ( leg ) => [ leg.callSid, leg ] ) );
	return calls.flatMap( ( call ) => {
		// Who rings us was not called.
		if ( isVisitor( call.from ) ) {
			return [];
		}
		const leg = known.get( legIdOf( call ) ?? '' );
		if ( ! leg ) {
			return [ `${ call.sid } was made for no leg` ];
		}
		if (
			leg.endedAt &&
			leg.endedAt.getTime() + toleranceMilliseconds <
				Date.parse( call.createdAt )
		) {
			return [
				`${ call.sid } was made for leg ${ leg.id } after that had ended (${ leg.endReason })`,
			];
		}
		const owner = bySid.get( call.sid );
		if ( owner && owner.id !== leg.id ) {
			return [
				`${ call.sid } of leg ${ leg.id } is taken for leg ${ owner.id }`,
			];
		}
		return ! owner &&
			leg.state === 'ended' &&
			leg.callSid === null &&
			leg.endReason !== 'not_confirmed'
			? [
					`${ call.sid } is not known to leg ${ leg.id }, which ended as ${ leg.endReason }`,
				]
			: [];
	} );
}

/** A message that the service answered and has not noted: it would be handled again when it comes again. */
function forgottenMessages( { webhooks, inbox, legs }: Evidence ): string[] {
	const sids = new Set( legs.map( ( { callSid } ) => callSid ) );
	return webhooks.flatMap(
		( { event, url, status, parameters, idempotencyToken } ) => {
			const {
				CallSid: sid = '',
				SequenceNumber: place = idempotencyToken,
			} = parameters;
			const wanted =
				/\/legs\/[^/]+\/status$/.test( url ) &&
				status === 204 &&
				sids.has( sid );
			return wanted && ! inbox.has( `${ sid } ${ place }` )
				? [
						`the message ${ event } of ${ sid } was answered and is not noted`,
					]
				: [];
		}
	);
}
