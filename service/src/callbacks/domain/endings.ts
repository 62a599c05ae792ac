import { type FailureReason } from './callback-request.js';
import type { Draft } from './draft.js';

/** The request failed: whoever is on the line hears why, and what still rings is ended. */
export function fail(
	draft: Draft,
	reason: FailureReason,
	code: string | null
): void {
	draft.happens( { type: 'failed', reason, code } );
	farewell( draft );
}

/** It waited too long: calling back much later would surprise the visitor. Who had booked is not left without a word. */
export function expire( draft: Draft ): void {
	if ( draft.request.plan.booking ) {
		missBooking( draft );
		return;
	}
	draft.happens( { type: 'expired' } );
	farewell( draft );
}

/** A booking that is not called: the client gets a link to another time. */
export function missBooking( draft: Draft ): void {
	draft.then( { type: 'send_booking_link' } );
	fail( draft, 'booking_missed', null );
}

/**
 * An attempt that is over leaves nobody on a line: a phone that rings stops, a person who waits hears a sentence, and who was
 * to be called is not. A leg that hears our answer right now hears the sentence there.
 */
export function farewell( draft: Draft ): void {
	for ( const leg of draft.request.attempt.legs ) {
		switch ( leg.state ) {
			case 'planned':
				draft.happens( {
					type: 'leg_ended',
					legId: leg.id,
					reason: 'cancelled',
					code: null,
				} );
				break;
			case 'ringing':
				draft.then( {
					type: 'end_call',
					legId: leg.id,
					callSid: leg.callSid,
				} );
				break;
			case 'answered':
				if ( leg.id !== draft.answering ) {
					draft.then( {
						type: 'redirect_call',
						legId: leg.id,
						callSid: leg.callSid,
					} );
				}
				break;
			default:
		}
	}
}
