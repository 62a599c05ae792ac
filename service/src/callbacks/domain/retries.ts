import {
	never,
	type CallbackRequest,
	type FailureReason,
	type RetryReason,
} from './callback-request.js';
import type { Draft } from './draft.js';
import { fail, farewell } from './endings.js';
import type { EndedLeg, Party } from './leg.js';
import { after } from './timings.js';

/** The client cannot be had, or left before the company was there: an apology to the company, then another attempt [R04]. */
export function clientLost( draft: Draft, client: EndedLeg ): void {
	const reason = retryReasonOf( client );
	if ( ! reason || ! retry( draft, 'client', reason ) ) {
		fail( draft, failureOf( client ), null );
	}
}

/**
 * Another attempt is due, if the rule of this side wants one for this reason, it was not made too often, and the request
 * does not expire before. False: no.
 */
export function retry(
	draft: Draft,
	party: Party,
	reason: RetryReason
): boolean {
	const { plan, failures, expiresAt } = draft.request;
	const rule = plan.retries[ party ];
	const dueAt = after( draft.now, rule.spacingSeconds );
	if (
		! rule.reasons.includes( reason ) ||
		failures[ party ] + 1 >= rule.attempts ||
		dueAt >= expiresAt
	) {
		return false;
	}
	draft
		.happens( { type: 'retry_scheduled', party, reason, dueAt } )
		.then( { type: 'seek', at: dueAt } );
	farewell( draft );
	return true;
}

/** Null: never again for such a reason (who refused or hung up does not want to be called; a wrong number never works). */
export function retryReasonOf( leg: EndedLeg ): RetryReason | null {
	switch ( leg.endReason ) {
		case 'busy':
		case 'no_answer':
		case 'machine':
			return leg.endReason;
		// Asked to press a key, nobody did: for the client's side as if nobody had answered.
		case 'not_confirmed_by_key':
			return leg.party === 'client' ? 'no_answer' : null;
		default:
			return null;
	}
}

export function failureOf( leg: EndedLeg ): FailureReason {
	switch ( leg.endReason ) {
		case 'completed':
			return `${ leg.party }_hung_up`;
		case 'busy':
		case 'no_answer':
		case 'refused':
		case 'failed':
		case 'machine':
			return `${ leg.party }_${ leg.endReason }`;
		case 'not_confirmed_by_key':
		case 'withdrawn':
			return `${ leg.party }_no_answer`;
		// Ended by somebody else at the network, in its console for instance.
		case 'cancelled':
			return `${ leg.party }_failed`;
		case 'not_confirmed':
			return 'not_confirmed';
		default:
			return never( leg.endReason );
	}
}

/** The legs of the company's side that were called in this attempt, in order. */
export function calledCompanyLegs( request: CallbackRequest ): EndedLeg[] {
	return request.attempt.legs.filter(
		( leg ): leg is EndedLeg =>
			leg.party === 'company' &&
			leg.state === 'ended' &&
			leg.dialedAt !== null
	);
}

/** Why nobody on the company's side took the call. */
export function nobodyReason( request: CallbackRequest ): FailureReason {
	const called = calledCompanyLegs( request );
	const last = called.at( -1 );
	if ( ! last ) {
		return 'nobody_available';
	}
	return called.some( ( leg ) => leg.userId !== null )
		? 'nobody_accepted'
		: failureOf( last );
}
