import {
	firstLeg,
	legById,
	secondLeg,
	type CallbackRequest,
} from './callback-request.js';

/** A sentence to whoever is on the line when the other cannot be had; texts: docs/call-script.md. */
export type FarewellKey =
	| 'client_not_reached'
	| 'client_left'
	| 'visitor_cancelled'
	| 'company_left'
	| 'cannot_connect';

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
				? { type: 'say', key: 'visitor_cancelled' }
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

function farewellAfter(
	reason: string,
	party: 'company' | 'client'
): LegScript {
	if ( reason.startsWith( `${ party }_` ) ) {
		// They left, or were never on the line.
		return hangUp;
	}
	if ( reason === 'client_hung_up' ) {
		return { type: 'say', key: 'client_left' };
	}
	if ( reason.startsWith( 'client_' ) ) {
		return { type: 'say', key: 'client_not_reached' };
	}
	return {
		type: 'say',
		key: reason.startsWith( 'company_' )
			? 'company_left'
			: 'cannot_connect',
	};
}
