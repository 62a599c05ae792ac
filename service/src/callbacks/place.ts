import {
	isOver,
	never,
	wantsCompany,
	type Attempt,
	type CallbackRequest,
} from './domain/callback-request.js';
import { isLive } from './domain/leg.js';

/**
 * Whether the request has its place on the channel: somebody is rung or about to be, or is on the line, be it for a farewell.
 * Between two agents who are rung one after the other it keeps its place.
 */
export function holdsPlace( request: CallbackRequest ): boolean {
	switch ( request.state ) {
		case 'calling_company':
		case 'calling_client':
		case 'talking':
		case 'surveying':
		case 'leaving_message':
			return true;
		case 'queued':
			return hasOpenLeg( request ) && ! isInLine( request );
		case 'scheduled':
		case 'done':
		case 'failed':
		case 'cancelled':
		case 'expired':
		case 'overdue':
			return hasOpenLeg( request );
		default:
			return never( request );
	}
}

/**
 * Whether it waits for its turn, so that whoever came later waits behind it. A client whose call is planned waits too, when
 * nobody on the company's side is left to be called before.
 */
export function isInLine( request: CallbackRequest ): boolean {
	return (
		request.state === 'queued' &&
		wantsCompany( request ) &&
		! request.attempt.legs.some( isLive )
	);
}

/** Whether nobody else calls the client meanwhile. Of one that is over only a call to the client counts: the company's may still end. */
export function holdsClient( request: CallbackRequest ): boolean {
	return request.state === 'scheduled' || isOver( request )
		? request.attempt.legs.some(
				( leg ) => leg.party === 'client' && isLive( leg )
			)
		: holdsPlace( request );
}

function hasOpenLeg( { attempt }: CallbackRequest ): boolean {
	return attempt.legs.some( ( leg ) => leg.state !== 'ended' );
}

/** The agent who talked with the client; null: nobody yet, or a number of the channel. */
export function takerOf( { joinedAt, legs }: Attempt ): number | null {
	const answered = legs.filter(
		( leg ) =>
			leg.party === 'company' &&
			'answeredAt' in leg &&
			leg.answeredAt !== null
	);
	// Of several who answered at once, one came into the room; when the room said nothing, the last.
	const taker =
		answered.find( ( leg ) => 'inRoom' in leg && leg.inRoom ) ??
		answered.at( -1 );
	return joinedAt ? ( taker?.userId ?? null ) : null;
}
