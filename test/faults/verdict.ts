import type { People } from './people.js';
import { isVisitor } from './scenario.js';
import type { LegTruth, RequestTruth } from './world/rows.js';

/** What must not happen, and what it was that did. */
export interface Verdict {
	joined: number;
	doubleCalls: number;
	lostRequests: number;
	stuckRequests: number;
	mismatches: number;
	overbookings: number;
	/** A sentence for each of them. */
	findings: string[];
	outcomes: Record< string, number >;
}

export interface CallTruth {
	sid: string;
	from: string;
	to: string;
	url: string | null;
	status: string;
	createdAt: string;
	answeredAt: string | null;
	endedAt: string | null;
}

export interface WebhookTruth {
	kind: 'callback' | 'twiml';
	event: string;
	url: string;
	status: number | null;
	parameters: Record< string, string >;
	idempotencyToken: string;
}

export interface Evidence {
	/** Keys of the requests that the service said it took. */
	accepted: ReadonlySet< string >;
	requests: readonly RequestTruth[];
	legs: readonly LegTruth[];
	/** Every call that was ever made, as the network knows it. */
	calls: readonly CallTruth[];
	/** The newest messages of the network. */
	webhooks: readonly WebhookTruth[];
	/** Those that the service has noted as taken, as `call or room, number in its sequence or token`. */
	inbox: ReadonlySet< string >;
	people: Pick< People, 'of' >;
	/** What was written down twice, though it happens once. */
	repeated: readonly string[];
}

/** Two who were heard together for so long have talked, whatever was lost. */
const talkMilliseconds = 2_500;

/** Between two who write down the same instant. */
const toleranceMilliseconds = 2_000;

/** Holds what the service believes against what happened on the phones. */
export function judge( evidence: Evidence ): Verdict {
	const findings: Record< string, string[] > = {
		doubleCalls: [
			...twoCallsForOneLeg( evidence ),
			...twiceTheSamePhone( evidence, 'client' ),
		],
		lostRequests: lost( evidence ),
		stuckRequests: stuck( evidence ),
		mismatches: [
			...unknownCalls( evidence ),
			...wrongOutcomes( evidence ),
			...forgottenMessages( evidence ),
			...evidence.repeated.map(
				( what ) => `twice in one life: ${ what }`
			),
		],
		overbookings: twiceTheSamePhone( evidence, 'company' ),
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
		doubleCalls: count( 'doubleCalls' ),
		lostRequests: count( 'lostRequests' ),
		stuckRequests: count( 'stuckRequests' ),
		mismatches: count( 'mismatches' ),
		overbookings: count( 'overbookings' ),
		findings: Object.entries( findings ).flatMap( ( [ what, ones ] ) =>
			ones.map( ( one ) => `${ what }: ${ one }` )
		),
		outcomes,
	};
}

const legIdOf = ( { url }: CallTruth ): string | null =>
	/\/legs\/([0-9a-f-]{36})\//.exec( url ?? '' )?.[ 1 ] ?? null;

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

const over = [ 'done', 'failed', 'cancelled', 'expired', 'overdue' ];

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

/** Who met, and who did not; what was pressed, and what was kept. */
function wrongOutcomes( {
	requests,
	legs,
	calls,
	people,
}: Evidence ): string[] {
	const byLeg = groupBy( calls, ( call ) => legIdOf( call ) ?? '' );
	const bySid = new Map( calls.map( ( call ) => [ call.sid, call ] ) );
	/** Made for the leg, or rung in. */
	const callsOf = ( { id, callSid }: LegTruth ) => [
		...( byLeg.get( id ) ?? [] ),
		...( byLeg.has( id )
			? []
			: [ bySid.get( callSid ?? '' ) ].filter(
					( call ) => call !== undefined
				) ),
	];
	const legsOf = groupBy( legs, ( { requestId } ) => requestId );
	return requests.flatMap( ( request ) => {
		const own = legsOf.get( request.id ) ?? [];
		const persons = own
			.filter( ( { party } ) => party === 'client' )
			.flatMap( callsOf )
			.flatMap( ( { sid } ) => people.of( sid ) ?? [] );
		const met = persons.some(
			( person ) =>
				person.metAt !== null &&
				person.seenTogetherUntil - person.metAt >= talkMilliseconds
		);
		const answered = ( party: LegTruth[ 'party' ] ) =>
			own
				.filter( ( leg ) => leg.party === party )
				.flatMap( callsOf )
				.some( ( { answeredAt } ) => answeredAt !== null );
		const findings: string[] = [];
		if ( met && ! request.joined && over.includes( request.state ) ) {
			findings.push(
				`${ request.id } is ${ request.state } (${ request.failureReason }) without a conversation, and they talked`
			);
		}
		if (
			request.joined &&
			! ( answered( 'client' ) && answered( 'company' ) )
		) {
			findings.push(
				`${ request.id } is said to have been joined, and somebody never answered`
			);
		}
		const pressed = persons.flatMap( ( { score } ) => score ?? [] );
		if (
			request.surveyScore !== null &&
			! pressed.includes( request.surveyScore )
		) {
			findings.push(
				`${ request.id } has the score ${ request.surveyScore }, and ${ pressed.join() || 'nothing' } was pressed`
			);
		}
		return findings;
	} );
}

function groupBy< T, K >(
	all: readonly T[],
	keyOf: ( one: T ) => K
): Map< K, T[] > {
	const groups = new Map< K, T[] >();
	for ( const one of all ) {
		const group = groups.get( keyOf( one ) );
		if ( group ) {
			group.push( one );
		} else {
			groups.set( keyOf( one ), [ one ] );
		}
	}
	return groups;
}
