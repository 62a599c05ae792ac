import {
	firstLeg,
	isOver,
	never,
	secondLeg,
	type CallbackRequest,
	type FailureReason,
} from './callback-request.js';
import type { Draft } from './draft.js';
import type { AnsweredLeg, EndedLeg, Leg } from './leg.js';
import { secondsBetween, timings } from './timings.js';

/**
 * The table of states: what a living request makes of where its legs are now. Each row is one sentence, and each is tried
 * until none applies.
 */
export function conclude( draft: Draft ): void {
	let seen: CallbackRequest;
	do {
		seen = draft.request;
		switch ( seen.state ) {
			case 'queued':
			case 'calling_company':
			case 'calling_client':
				concludeCalling( draft );
				break;
			case 'talking':
				concludeTalking( draft );
				break;
			case 'done':
			case 'failed':
			case 'cancelled':
			case 'expired':
			case 'overdue':
				break;
			default:
				never( seen );
		}
	} while ( draft.request !== seen );
}

function concludeCalling( draft: Draft ): void {
	const first = firstLeg( draft.request );
	// The first party cannot be had, or left before the second was there: the other's call is ended.
	if ( first.state === 'ended' ) {
		if ( haveMet( draft.request, first.endedAt ) ) {
			joinAtAnswer( draft );
		} else {
			fail( draft, reasonOf( first ), null );
		}
		return;
	}
	if ( first.state !== 'answered' ) {
		return;
	}
	const second = secondLeg( draft.request );
	// The first party answered: they hear the waiting message, and the second is dialled.
	if ( ! secondIsCalled( draft.request ) ) {
		draft.happens( { type: 'waiting', legId: first.id } );
		if ( second.state === 'planned' ) {
			draft.then( { type: 'dial_leg', legId: second.id, at: null } );
		}
		return;
	}
	// The second party cannot be had: the first hears an apology, and the call ends.
	if ( second.state === 'ended' ) {
		if ( haveMet( draft.request, second.endedAt ) ) {
			joinAtAnswer( draft );
		} else {
			fail( draft, reasonOf( second ), null );
		}
		return;
	}
	// Both are in the room: they talk.
	if ( second.state === 'answered' && first.inRoom && second.inRoom ) {
		draft.happens( { type: 'joined' } );
	}
}

/** Two talk until one leaves: the room ends the other's part. Who left first is kept. */
function concludeTalking( draft: Draft ): void {
	const { request } = draft;
	if ( request.state !== 'talking' ) {
		return;
	}
	const ended = [ firstLeg( request ), secondLeg( request ) ].filter(
		( leg ): leg is EndedLeg => leg.state === 'ended'
	);
	const [ earliest ] = ended.toSorted(
		( a, b ) => a.endedAt.getTime() - b.endedAt.getTime()
	);
	if ( ! earliest ) {
		return;
	}
	if ( ! request.attempt.hungUpFirst ) {
		draft.happens( {
			type: 'hung_up_first',
			at: earliest.endedAt,
			party: earliest.party,
			sure: false,
		} );
	}
	const joinedAt = request.attempt.joinedAt ?? earliest.endedAt;
	draft.happens( {
		type: 'done',
		talkSeconds: Math.max(
			0,
			Math.round( secondsBetween( joinedAt, earliest.endedAt ) )
		),
	} );
}

function secondIsCalled( { state, plan }: CallbackRequest ): boolean {
	return state === `calling_${ plan.dialOrder[ 1 ] }`;
}

/**
 * Whether two had met when one of them left. Messages about the room may be lost, late or out of order. Whoever was in it
 * while both were on the line has met the other, and the second is in it as soon as they answer. When the room said
 * nothing, two answered calls that overlapped for a while have met; when it told of the second alone, the first was still
 * hearing the message.
 */
export function haveMet( request: CallbackRequest, leftAt: Date ): boolean {
	const first = firstLeg( request );
	const second = secondLeg( request );
	if ( ! wasAnswered( first ) || ! wasAnswered( second ) ) {
		return false;
	}
	if ( second.inRoom ) {
		return first.inRoom;
	}
	const togetherSeconds = secondsBetween( second.answeredAt, leftAt );
	return (
		togetherSeconds >=
		( first.inRoom ? timings.enteringSeconds : timings.meetingSeconds )
	);
}

function wasAnswered(
	leg: Leg
): leg is ( AnsweredLeg | EndedLeg ) & { answeredAt: Date } {
	return (
		( leg.state === 'answered' || leg.state === 'ended' ) &&
		leg.answeredAt !== null
	);
}

/** They met, as is learnt later: from the moment at which the second answered. */
export function joinAtAnswer( draft: Draft ): void {
	const second = secondLeg( draft.request );
	const at = wasAnswered( second ) ? second.answeredAt : draft.occurredAt;
	draft.happens( { type: 'joined', at } );
}

function reasonOf( leg: EndedLeg ): FailureReason {
	switch ( leg.endReason ) {
		case 'completed':
			return `${ leg.party }_hung_up`;
		case 'busy':
		case 'no_answer':
		case 'refused':
		case 'failed':
			return `${ leg.party }_${ leg.endReason }`;
		// Ended by somebody else at the network, in its console for instance.
		case 'cancelled':
			return `${ leg.party }_failed`;
		case 'not_confirmed':
			return 'not_confirmed';
		default:
			return never( leg.endReason );
	}
}

/** The request failed: whoever is on the line hears why, and what still rings is ended. */
export function fail(
	draft: Draft,
	reason: FailureReason,
	code: string | null
): void {
	draft.happens( { type: 'failed', reason, code } );
	farewell( draft );
}

/** A request that is over leaves nobody on a line: a phone that rings stops, and a person who waits hears a sentence. */
export function farewell( draft: Draft ): void {
	if ( ! isOver( draft.request ) ) {
		return;
	}
	for ( const leg of draft.request.attempt.legs ) {
		if ( leg.state === 'ringing' ) {
			draft.then( {
				type: 'end_call',
				legId: leg.id,
				callSid: leg.callSid,
			} );
		} else if ( leg.state === 'answered' ) {
			draft.then( {
				type: 'redirect_call',
				legId: leg.id,
				callSid: leg.callSid,
			} );
		}
	}
}
