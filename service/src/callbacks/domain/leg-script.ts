import {
	firstLeg,
	legById,
	secondLeg,
	type CallbackRequest,
	type FailureReason,
} from './callback-request.js';
import type { Party } from './leg.js';

/** A sentence to whoever is on the line when the other cannot be had: `spoken.<key>` of the texts. */
export type FarewellKey =
	| 'client_not_reached'
	| 'client_busy'
	| 'client_number_invalid'
	| 'client_cancelled'
	| 'company_left'
	| 'line_fault';

export type LegScript =
	| { type: 'wait' }
	| { type: 'join' }
	| { type: 'say'; key: FarewellKey }
	| { type: 'hang_up' };

const hangUp: LegScript = { type: 'hang_up' };

/**
 * What a person on the line of this leg hears now. Answered from the row at each request of the network, so that nobody
 * who picks up late enters an empty room.
 */
export function legScript(
	request: CallbackRequest,
	legId: string
): LegScript {
	const leg = legById( request, legId );
	if ( ! leg ) {
		return hangUp;
	}
	switch ( request.state ) {
		case 'queued':
		case 'expired':
		case 'overdue':
		case 'done':
			return hangUp;
		case 'cancelled':
			return leg.party === 'company'
				? { type: 'say', key: 'client_cancelled' }
				: hangUp;
		case 'failed':
			return farewellAfter( request.failureReason, leg.party );
		case 'calling_company':
		case 'calling_client':
		case 'talking': {
			const first = firstLeg( request );
			if ( leg.state !== 'answered' ) {
				return hangUp;
			}
			if ( leg === first ) {
				return { type: 'wait' };
			}
			return leg === secondLeg( request ) && first.state === 'answered'
				? { type: 'join' }
				: hangUp;
		}
	}
}

function farewellAfter( reason: FailureReason, party: Party ): LegScript {
	if ( reason.startsWith( `${ party }_` ) ) {
		// They left, or were never on the line.
		return hangUp;
	}
	if ( reason === 'client_busy' || reason === 'client_number_invalid' ) {
		return { type: 'say', key: reason };
	}
	if ( reason.startsWith( 'client_' ) ) {
		return { type: 'say', key: 'client_not_reached' };
	}
	return {
		type: 'say',
		key: reason.startsWith( 'company_' ) ? 'company_left' : 'line_fault',
	};
}
