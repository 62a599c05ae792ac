import { isOver } from './callback-request.js';
import { legCheckAt, talkLimit } from './deadlines.js';
import type { Draft } from './draft.js';
import type { Leg } from './leg.js';
import { secondsBetween, timings } from './timings.js';

/**
 * Nothing was heard in time. The network is asked about each call past its deadline, every ten seconds; when it cannot say
 * for two minutes, the call is ended from here and counts as over. So every request ends, whatever was lost.
 */
export function checkDeadline( draft: Draft ): void {
	const { request, now } = draft;
	// A request that waited too long is given up: calling back much later would surprise the visitor.
	if ( request.state === 'queued' && now >= request.expiresAt ) {
		draft.happens( { type: 'expired' } );
		return;
	}
	for ( const leg of request.attempt.legs ) {
		const due = legCheckAt( request, leg );
		if ( due && due <= now ) {
			checkLeg( draft, leg );
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

function checkLeg( draft: Draft, leg: Leg ): void {
	const { request, now } = draft;
	switch ( leg.state ) {
		// Its job was lost, or failed too often: another one.
		case 'planned':
			draft.then( { type: 'dial_leg', legId: leg.id, at: null } );
			break;
		// Whoever sent the order does not answer any more: nobody knows whether it arrived.
		case 'dialing':
			draft.happens( {
				type: 'leg_unknown',
				legId: leg.id,
				code: 'not_recorded',
			} );
			ask( draft, leg );
			break;
		// No call was found: it is given up, and never placed again.
		case 'unknown':
			if (
				leg.asks > 0 &&
				secondsBetween( leg.dialedAt, now ) >= timings.unknownSeconds
			) {
				end( draft, leg, 'not_confirmed' );
			} else {
				ask( draft, leg );
			}
			break;
		case 'ringing':
			if ( leg.asks < timings.maximumAsks ) {
				ask( draft, leg );
			} else {
				draft.then( {
					type: 'end_call',
					legId: leg.id,
					callSid: leg.callSid,
				} );
				end(
					draft,
					leg,
					isOver( request ) ? 'cancelled' : 'no_answer'
				);
			}
			break;
		case 'answered': {
			const limit = talkLimit( request );
			const askedSince =
				limit !== null && ( leg.askedAt ?? leg.confirmedAt ) >= limit;
			if ( leg.asks < timings.maximumAsks && ! askedSince ) {
				ask( draft, leg );
			} else {
				draft.then( {
					type: 'end_call',
					legId: leg.id,
					callSid: leg.callSid,
				} );
				end( draft, leg, 'completed' );
			}
			break;
		}
		case 'ended':
	}
}

function ask( draft: Draft, leg: Leg ): void {
	draft
		.happens( { type: 'leg_asked', legId: leg.id } )
		.then( { type: 'ask_call', legId: leg.id } );
}

function end(
	draft: Draft,
	leg: Leg,
	reason: 'not_confirmed' | 'no_answer' | 'cancelled' | 'completed'
): void {
	draft.happens( {
		type: 'leg_ended',
		legId: leg.id,
		reason,
		code: 'deadline',
	} );
}
