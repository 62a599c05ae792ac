import {
	firstLeg,
	legById,
	never,
	type CallbackRequest,
	type EndedRequest,
	type FailedRequest,
} from './callback-request.js';
import { evolveLeg } from './evolve-leg.js';
import type { RequestEvent } from './events.js';
import type { Leg } from './leg.js';

/** The state that follows; null before the first event. Pure: the old state stays as it was. */
export function evolve(
	request: CallbackRequest | null,
	event: RequestEvent
): CallbackRequest {
	if ( event.type === 'requested' ) {
		return {
			state: 'queued',
			id: event.requestId,
			plan: event.plan,
			createdAt: event.at,
			expiresAt: event.expiresAt,
			heldBackBy: null,
			attempt: {
				id: event.attempt.id,
				ordinal: event.attempt.ordinal,
				startedAt: event.at,
				legs: event.attempt.legs.map( ( leg ) => ( {
					...leg,
					state: 'planned',
					notBefore: null,
					refusals: 0,
				} ) ),
				joinedAt: null,
				endedAt: null,
				talkSeconds: 0,
				hungUpFirst: null,
			},
		};
	}
	if ( ! request ) {
		throw new Error( `Nothing was requested before ${ event.type }` );
	}
	switch ( event.type ) {
		case 'delivered_late':
		case 'reconciled':
			return request;
		case 'became_overdue':
			return ended( request, 'overdue', event.at );
		case 'expired':
			return ended( request, 'expired', event.at );
		case 'cancelled':
			return ended( request, 'cancelled', event.at );
		case 'done':
			return ended( request, 'done', event.at, event.talkSeconds );
		case 'failed':
			return {
				...ended( request, 'done', event.at ),
				state: 'failed',
				failureReason: event.reason,
			} satisfies FailedRequest;
		// Usually the intent; after a restart perhaps the first sign of a call that an old intent placed.
		case 'leg_accepted':
		case 'leg_dialing':
			return dialing( withLeg( request, event ), event.legId, event.at );
		case 'leg_put_back':
			return putBack( withLeg( request, event ), event );
		case 'waiting':
			return {
				...living( request ),
				state: calling( request.plan.dialOrder[ 1 ] ),
			};
		case 'joined':
			return {
				...living( request ),
				state: 'talking',
				attempt: { ...request.attempt, joinedAt: event.at },
			};
		case 'hung_up_first':
			return {
				...request,
				attempt: {
					...request.attempt,
					hungUpFirst: { party: event.party, sure: event.sure },
				},
			};
		case 'leg_unknown':
		case 'leg_rang':
		case 'leg_answered':
		case 'leg_entered_room':
		case 'leg_asked':
		case 'leg_confirmed':
		case 'leg_ended':
		case 'stray_call':
			return withLeg( request, event );
		default:
			return never( event );
	}
}

type LegEvent = Extract< RequestEvent, { legId: string } >;

function withLeg( request: CallbackRequest, event: LegEvent ): CallbackRequest {
	const legs = request.attempt.legs.map( ( leg ): Leg =>
		leg.id === event.legId ? evolveLeg( leg, event ) : leg
	);
	return { ...request, attempt: { ...request.attempt, legs } };
}

/** The fields that every state shares, without those of one state. */
function living( request: CallbackRequest ) {
	const { id, plan, createdAt, expiresAt, attempt } = request;
	return { id, plan, createdAt, expiresAt, attempt };
}

function calling( party: 'company' | 'client' ) {
	return party === 'company' ? 'calling_company' : 'calling_client';
}

/** The first leg's dialling is what takes a request out of the queue. */
function dialing(
	request: CallbackRequest,
	legId: string,
	at: Date
): CallbackRequest {
	if ( request.state !== 'queued' || firstLeg( request ).id !== legId ) {
		return request;
	}
	return {
		...living( request ),
		state: calling( request.plan.dialOrder[ 0 ] ),
		attempt: { ...request.attempt, startedAt: at },
	};
}

/** Refused by the network, a first leg waits in the queue again, in its old place; a second leg is tried from where it is. */
function putBack(
	request: CallbackRequest,
	event: Extract< RequestEvent, { type: 'leg_put_back' } >
): CallbackRequest {
	if (
		request.state !== 'calling_company' &&
		request.state !== 'calling_client'
	) {
		return request;
	}
	return legById( request, event.legId ) === firstLeg( request )
		? { ...living( request ), state: 'queued', heldBackBy: event.code }
		: request;
}

function ended(
	request: CallbackRequest,
	state: EndedRequest[ 'state' ],
	at: Date,
	talkSeconds = 0
): EndedRequest {
	return {
		...living( request ),
		state,
		endedAt: at,
		attempt: { ...request.attempt, endedAt: at, talkSeconds },
	};
}
