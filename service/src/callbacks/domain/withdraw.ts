import { livingCompanyLegs } from './callback-request.js';
import type { Draft } from './draft.js';
import type { Leg, LegEndReason } from './leg.js';

/** A leg is over because we say so. Its call is ended; one whose id is not known yet, when it shows itself. */
export function endLeg(
	draft: Draft,
	leg: Leg,
	reason: LegEndReason,
	code: string | null = null
): void {
	if ( 'callSid' in leg && leg.callSid && leg.id !== draft.answering ) {
		draft.then( {
			// Who is on the line hears that a colleague was quicker.
			type:
				reason === 'withdrawn' && leg.state === 'answered'
					? 'redirect_call'
					: 'end_call',
			legId: leg.id,
			callSid: leg.callSid,
		} );
	}
	draft.happens( { type: 'leg_ended', legId: leg.id, reason, code } );
}

/** One agent takes the call: whoever else was rung for it is not needed any more [R03]. */
export function withdrawRivals( draft: Draft, taker: Leg ): void {
	for ( const rival of livingCompanyLegs( draft.request ) ) {
		if ( rival.id !== taker.id ) {
			endLeg( draft, rival, 'withdrawn' );
		}
	}
}

/** An agent who goes offline or away is not rung any more [S16]. Who has answered is on the line, and stays. */
export function agentLeft( draft: Draft, userId: number ): void {
	for ( const leg of livingCompanyLegs( draft.request ) ) {
		if ( leg.userId === userId && leg.state !== 'answered' ) {
			endLeg( draft, leg, 'withdrawn' );
		}
	}
}
