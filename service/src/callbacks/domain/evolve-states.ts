import {
	expectedAt,
	never,
	type Attempt,
	type CallbackRequest,
	type EndedRequest,
	type ScheduledRequest,
} from './callback-request.js';
import { incomingLeg } from './evolve-leg.js';
import type { RequestEvent } from './events.js';
import { isLive, type Leg, type Party } from './leg.js';
import { countingFrom } from './return-timer.js';
import { secondsBetween } from './timings.js';

// How each state is made from the one before; `evolve` says when.

export function newAttempt( id: string, ordinal: number, at: Date ): Attempt {
	return {
		id,
		ordinal,
		startedAt: at,
		legs: [],
		joinedAt: null,
		endedAt: null,
		talkSeconds: 0,
		hungUpFirst: null,
		fellBack: false,
	};
}

export function withAttempt(
	request: CallbackRequest,
	changed: Partial< Attempt >
): CallbackRequest {
	return { ...request, attempt: { ...request.attempt, ...changed } };
}

export function withLegs(
	request: CallbackRequest,
	legs: readonly Leg[]
): CallbackRequest {
	return withAttempt( request, { legs } );
}

/** The fields that every state shares, without those of one state. */
export function living( request: CallbackRequest ) {
	return {
		id: request.id,
		plan: request.plan,
		clientNumber: request.clientNumber,
		createdAt: request.createdAt,
		expiresAt: request.expiresAt,
		attempt: request.attempt,
		failures: request.failures,
		recordingAgreed: request.recordingAgreed,
		surveyScore: request.surveyScore,
		calledLate: request.calledLate,
		handled: request.handled,
		returnTimer: request.returnTimer,
	};
}

export function calling(
	request: CallbackRequest,
	party: Party
): CallbackRequest {
	return {
		...living( request ),
		state: party === 'company' ? 'calling_company' : 'calling_client',
	};
}

/**
 * Refused by the network, a request with nobody on the line waits in the queue again, in its old place; otherwise the leg is
 * tried from where it is.
 */
export function putBack(
	request: CallbackRequest,
	code: string
): CallbackRequest {
	return ( request.state === 'calling_company' ||
		request.state === 'calling_client' ) &&
		! request.attempt.legs.some( isLive )
		? {
				...living( request ),
				state: 'queued',
				heldBackBy: `network:${ code }`,
			}
		: request;
}

/** Nobody can be called now. Whoever is on the line goes on waiting there. */
export function heldBack(
	request: CallbackRequest,
	by: Extract< RequestEvent, { type: 'held_back' } >[ 'by' ]
): CallbackRequest {
	return request.state === 'queued' ||
		( request.state === 'calling_company' &&
			! request.attempt.legs.some( isLive ) )
		? { ...living( request ), state: 'queued', heldBackBy: by }
		: request;
}

/** How long it waits at most from when the client expects to be called, in milliseconds. */
export function patienceOf( request: CallbackRequest ): number {
	return request.expiresAt.getTime() - expectedAt( request ).getTime();
}

export function booked(
	request: CallbackRequest,
	startsAt: Date
): ScheduledRequest {
	return {
		...living( request ),
		state: 'scheduled',
		dueAt: startsAt,
		why: 'booked',
		returnTimer: countingFrom( startsAt ),
	};
}

export function movedBooking(
	request: CallbackRequest,
	{ startsAt, endsAt }: { startsAt: Date; endsAt: Date }
): CallbackRequest {
	const { booking } = request.plan;
	return booking
		? booked(
				{
					...request,
					plan: {
						...request.plan,
						booking: { ...booking, startsAt, endsAt },
						calledFrom: null,
					},
					expiresAt: new Date(
						startsAt.getTime() + patienceOf( request )
					),
				},
				startsAt
			)
		: request;
}

/** It queues in its old place. Of a booking the call begins only now: one that comes late has its whole patience before it. */
export function becameDue(
	request: CallbackRequest,
	at: Date
): CallbackRequest {
	if ( request.state !== 'scheduled' ) {
		return request;
	}
	const queued = {
		...living( request ),
		state: 'queued',
		heldBackBy: null,
	} as const;
	return request.why === 'booked' || request.why === 'rescheduled'
		? {
				...queued,
				attempt: request.attempt.endedAt
					? request.attempt
					: { ...request.attempt, startedAt: at },
				expiresAt: new Date( at.getTime() + patienceOf( request ) ),
			}
		: queued;
}

export function scheduled(
	request: CallbackRequest,
	{ at, dueAt }: { at: Date; dueAt: Date },
	why: ScheduledRequest[ 'why' ],
	failed: Party | 'nobody' | null
): ScheduledRequest {
	const facts = living( request );
	const patience = patienceOf( request );
	return {
		...facts,
		state: 'scheduled',
		dueAt,
		why,
		attempt: attemptOver( facts.attempt, at ),
		failures: failed
			? { ...facts.failures, [ failed ]: facts.failures[ failed ] + 1 }
			: facts.failures,
		// What the client asked for counts its patience from then.
		expiresAt:
			why === 'client_asked'
				? new Date( dueAt.getTime() + patience )
				: facts.expiresAt,
		returnTimer:
			why === 'client_asked' ? countingFrom( dueAt ) : facts.returnTimer,
	};
}

export function fellBack(
	request: CallbackRequest,
	to: Extract< RequestEvent, { type: 'fell_back' } >[ 'to' ]
): CallbackRequest {
	switch ( to ) {
		case 'call_number':
			return withAttempt( request, { fellBack: true } );
		case 'voicemail':
			return { ...living( request ), state: 'leaving_message' };
		case 'text_message':
			return request;
		default:
			return never( to );
	}
}

/** The client is on the line: the company is what is missing, unless it waits already. */
export function rangBack(
	request: CallbackRequest,
	event: Extract< RequestEvent, { type: 'rang_back' } >
): CallbackRequest {
	const joined = withLegs( request, [
		...request.attempt.legs,
		incomingLeg( event.leg, event.callSid, event.at ),
	] );
	return request.state === 'calling_client'
		? joined
		: calling( joined, 'company' );
}

/** They seemed to talk, and one of them was a machine: they do not. */
export function judged(
	request: CallbackRequest,
	{ legId, verdict }: Extract< RequestEvent, { type: 'leg_judged' } >
): CallbackRequest {
	if ( verdict !== 'machine' || request.state !== 'talking' ) {
		return request;
	}
	const leg = request.attempt.legs.find( ( one ) => one.id === legId );
	return calling(
		withAttempt( request, { joinedAt: null, hungUpFirst: null } ),
		leg?.party ?? 'company'
	);
}

export function surveying(
	request: CallbackRequest,
	at: Date
): CallbackRequest {
	return {
		...living( request ),
		state: 'surveying',
		attempt: attemptOver( request.attempt, at ),
	};
}

export function attemptOver( attempt: Attempt, at: Date ): Attempt {
	const { joinedAt } = attempt;
	return {
		...attempt,
		endedAt: attempt.endedAt ?? at,
		talkSeconds: joinedAt
			? Math.max( 0, Math.round( secondsBetween( joinedAt, at ) ) )
			: 0,
	};
}

export function ended(
	request: CallbackRequest,
	state: EndedRequest[ 'state' ],
	at: Date,
	talkSeconds = 0
): EndedRequest {
	return {
		...living( request ),
		state,
		endedAt: at,
		attempt: {
			...request.attempt,
			endedAt: request.attempt.endedAt ?? at,
			talkSeconds,
		},
	};
}
