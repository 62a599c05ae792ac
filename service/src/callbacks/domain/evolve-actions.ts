import {
	isOver,
	type CallbackRequest,
	type ScheduledRequest,
} from './callback-request.js';
import type { RequestEvent } from './events.js';
import {
	attemptOver,
	becameDue,
	living,
	patienceOf,
	withAttempt,
} from './evolve-states.js';
import { countingFrom } from './return-timer.js';

// What the company's own actions make of a request.

type Of< T extends RequestEvent[ 'type' ] > = Extract<
	RequestEvent,
	{ type: T }
>;

export function calledNow(
	request: CallbackRequest,
	{ at }: Of< 'called_now' >
): CallbackRequest {
	if ( isOver( request ) ) {
		return request;
	}
	const due = becameDue( request, at );
	return {
		...due,
		plan: { ...due.plan, calledFrom: at },
		// A patience that is over would end what somebody asks for now.
		expiresAt: new Date(
			Math.max(
				due.expiresAt.getTime(),
				at.getTime() + patienceOf( request )
			)
		),
		returnTimer: countingFrom( at ),
	};
}

/** In its next try alone: who has been rung for it already, and missed it, is rung again, and whoever was planned is not. */
export function assigned(
	request: CallbackRequest,
	{ at, userId }: Of< 'assigned' >
): CallbackRequest {
	const anew = hasRung( request )
		? withAttempt( request, { endedAt: request.attempt.endedAt ?? at } )
		: request;
	const { ordinal, endedAt } = anew.attempt;
	return {
		...anew,
		plan: {
			...anew.plan,
			owner:
				userId === null
					? null
					: {
							userId,
							waitSeconds: null,
							fromAttempt: endedAt ? ordinal + 1 : ordinal,
						},
		},
		returnTimer:
			request.state === 'scheduled'
				? request.returnTimer
				: countingFrom( at ),
	};
}

export function rescheduled(
	request: CallbackRequest,
	{ at, dueAt }: Of< 'rescheduled' >
): ScheduledRequest {
	const { plan, attempt } = request;
	const { booking } = plan;
	const moved = booking && {
		...booking,
		startsAt: dueAt,
		endsAt: new Date(
			dueAt.getTime() +
				booking.endsAt.getTime() -
				booking.startsAt.getTime()
		),
	};
	return {
		...living( request ),
		state: 'scheduled',
		dueAt,
		why: booking ? 'booked' : 'rescheduled',
		plan: { ...plan, booking: moved, calledFrom: dueAt },
		attempt: attempt.legs.length > 0 ? attemptOver( attempt, at ) : attempt,
		expiresAt: new Date( dueAt.getTime() + patienceOf( request ) ),
		calledLate: false,
		returnTimer: countingFrom( dueAt ),
	};
}

export function handledBy(
	request: CallbackRequest,
	{ at, outcome, note, byUserId }: Of< 'handled' >
): CallbackRequest {
	return { ...request, handled: { outcome, note, userId: byUserId, at } };
}

/** Somebody on the company's side was called in the attempt under way. */
function hasRung( { attempt }: CallbackRequest ): boolean {
	return attempt.legs.some(
		( leg ) =>
			leg.party === 'company' &&
			leg.state === 'ended' &&
			leg.dialedAt !== null
	);
}
