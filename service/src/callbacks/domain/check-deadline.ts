import {
	leavingSince,
	never,
	onTheLine,
	type CallbackRequest,
} from './callback-request.js';
import { becomeDue } from './booking.js';
import {
	legDeadlines,
	requestDeadlines,
	talkLimit,
	type LegDeadline,
	type RequestDeadline,
} from './deadlines.js';
import type { Draft } from './draft.js';
import { expire, fail } from './endings.js';
import type { AnsweredLeg, Leg, RingingLeg, UnknownLeg } from './leg.js';
import { nobodyReason } from './retries.js';
import { endSurvey } from './survey.js';
import { secondsBetween, timings } from './timings.js';
import { endLeg } from './withdraw.js';

/**
 * Nothing was heard in time. The network is asked about each call past its deadline, every ten seconds; when it cannot say
 * for two minutes, the call is ended from here and counts as over. So every request ends, whatever was lost.
 */
export function checkDeadline( draft: Draft ): void {
	const [ passed ] = requestDeadlines( draft.request )
		.filter( ( { at } ) => at <= draft.now )
		.toSorted( byUrgency );
	if ( passed ) {
		checkRequest( draft, passed );
	}
	for ( const { id } of draft.request.attempt.legs ) {
		const leg = draft.request.attempt.legs.find( ( one ) => one.id === id );
		const due =
			leg &&
			legDeadlines( draft.request, leg ).find(
				( { at } ) => at <= draft.now
			);
		if ( due ) {
			checkLeg( draft, leg, due );
		}
	}
}

/** An end comes before another look. */
function byUrgency( a: RequestDeadline, b: RequestDeadline ): number {
	return Number( a.what === 'seek' ) - Number( b.what === 'seek' );
}

function checkRequest( draft: Draft, { what }: RequestDeadline ): void {
	switch ( what ) {
		case 'expire':
			expire( draft );
			break;
		case 'due':
			becomeDue( draft );
			break;
		case 'seek':
			draft.then( { type: 'seek', at: null } );
			break;
		case 'give_up':
			fail(
				draft,
				onTheLine( draft.request, 'client' )
					? nobodyReason( draft.request )
					: 'telephony_unavailable',
				'deadline'
			);
			break;
		case 'end_survey':
			endSurvey( draft );
			endCalls( draft );
			break;
		default:
			never( what );
	}
}

function endCalls( draft: Draft ): void {
	for ( const leg of draft.request.attempt.legs ) {
		if ( leg.state === 'answered' ) {
			draft.then( {
				type: 'end_call',
				legId: leg.id,
				callSid: leg.callSid,
			} );
		}
	}
}

/** A process has started: calls may have ended while nobody listened. Each is asked about at once, not at its deadline. */
export function lookAgain( draft: Draft ): void {
	for ( const leg of draft.request.attempt.legs ) {
		if (
			( leg.state === 'ringing' || leg.state === 'answered' ) &&
			( ! leg.askedAt ||
				secondsBetween( leg.askedAt, draft.now ) >=
					timings.askAgainSeconds )
		) {
			ask( draft, leg );
		}
	}
}

function checkLeg( draft: Draft, leg: Leg, { what }: LegDeadline ): void {
	switch ( what ) {
		case 'dial':
			draft.then( { type: 'dial_leg', legId: leg.id, at: null } );
			break;
		// Whoever sent the order does not answer any more: nobody knows whether it arrived.
		case 'unknown':
			draft.happens( {
				type: 'leg_unknown',
				legId: leg.id,
				code: 'not_recorded',
			} );
			ask( draft, leg );
			break;
		case 'judge':
			draft.happens( {
				type: 'leg_judged',
				legId: leg.id,
				verdict: 'human',
			} );
			break;
		case 'end':
			endLeg( draft, leg, 'not_confirmed_by_key', 'deadline' );
			break;
		case 'ask':
			if (
				leg.state === 'unknown' ||
				leg.state === 'ringing' ||
				leg.state === 'answered'
			) {
				askOrEnd( draft, leg );
			}
			break;
		default:
			never( what );
	}
}

function askOrEnd(
	draft: Draft,
	leg: UnknownLeg | RingingLeg | AnsweredLeg
): void {
	const { request, now } = draft;
	switch ( leg.state ) {
		// No call was found: it is given up, and never placed again.
		case 'unknown':
			if (
				leg.asks > 0 &&
				secondsBetween( leg.dialedAt, now ) >= timings.unknownSeconds
			) {
				endLeg( draft, leg, 'not_confirmed', 'deadline' );
			} else {
				ask( draft, leg );
			}
			break;
		case 'ringing':
			if ( leg.asks < timings.maximumAsks ) {
				ask( draft, leg );
			} else {
				endLeg(
					draft,
					leg,
					leavingSince( request, leg ) ? 'cancelled' : 'no_answer',
					'deadline'
				);
			}
			break;
		case 'answered':
			if (
				leg.asks < timings.maximumAsks &&
				! askedSinceLimit( request, leg )
			) {
				ask( draft, leg );
			} else {
				endLeg( draft, leg, 'completed', 'deadline' );
			}
			break;
		default:
			never( leg );
	}
}

function askedSinceLimit(
	request: CallbackRequest,
	leg: AnsweredLeg
): boolean {
	const limit = talkLimit( request );
	return limit !== null && ( leg.askedAt ?? leg.confirmedAt ) >= limit;
}

function ask( draft: Draft, leg: Leg ): void {
	draft
		.happens( { type: 'leg_asked', legId: leg.id } )
		.then( { type: 'ask_call', legId: leg.id } );
}
