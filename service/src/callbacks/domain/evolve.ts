import {
	never,
	type CallbackRequest,
	type FailedRequest,
} from './callback-request.js';
import {
	assigned,
	calledNow,
	handledBy,
	rescheduled,
} from './evolve-actions.js';
import { evolveLeg, plannedLeg, type LegEvent } from './evolve-leg.js';
import {
	becameDue,
	booked,
	calling,
	ended,
	fellBack,
	heldBack,
	judged,
	living,
	movedBooking,
	newAttempt,
	putBack,
	rangBack,
	scheduled,
	surveying,
	withAttempt,
	withLegs,
} from './evolve-states.js';
import type { RequestEvent } from './events.js';
import type { Party } from './leg.js';
import { countingFrom, returned, supervisorTold } from './return-timer.js';

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
			clientNumber: event.clientNumber,
			createdAt: event.at,
			expiresAt: event.expiresAt,
			heldBackBy: null,
			attempt: newAttempt( event.attemptId, 1, event.at ),
			failures: { company: 0, client: 0, nobody: 0 },
			recordingAgreed: null,
			surveyScore: null,
			calledLate: false,
			handled: null,
			returnTimer: countingFrom( event.at ),
		};
	}
	if ( ! request ) {
		throw new Error( `Nothing was requested before ${ event.type }` );
	}
	switch ( event.type ) {
		case 'delivered_late':
		case 'reconciled':
		case 'noted':
		case 'number_blocked':
			return request;
		case 'booked':
			return booked( request, event.startsAt );
		case 'booking_moved':
			return movedBooking( request, event );
		case 'called_late':
			return { ...request, calledLate: true };
		case 'returned':
			return returned( request, event.at );
		case 'supervisor_told':
			return supervisorTold( request, event.at );
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
		case 'called_now':
			return calledNow( request, event );
		case 'assigned':
			return assigned( request, event );
		case 'rescheduled':
			return rescheduled( request, event );
		case 'handled':
			return handledBy( request, event );
		case 'held_back':
			return heldBack( request, event.by );
		case 'due':
			return becameDue( request, event.at );
		// Every attempt asks anew: another person may answer the same phone.
		case 'attempt_started':
			return {
				...request,
				recordingAgreed: null,
				attempt: newAttempt( event.attemptId, event.ordinal, event.at ),
			};
		case 'retry_scheduled':
			return scheduled( request, event, 'retry', event.party );
		case 'trying_again':
			return scheduled( request, event, 'try_again', 'nobody' );
		case 'postponed':
			return scheduled( request, event, 'client_asked', null );
		case 'fell_back':
			return fellBack( request, event.to );
		case 'leg_planned':
			return withLegs( request, [
				...request.attempt.legs,
				plannedLeg( event.leg, event.mustConfirm ),
			] );
		case 'rang_back':
			return rangBack( request, event );
		// Usually the intent; after a restart perhaps the first sign of a call that an old intent placed.
		case 'leg_accepted':
		case 'leg_dialing':
			return dialing( withLeg( request, event ), event.legId, event.at );
		case 'leg_put_back':
			return putBack( withLeg( request, event ), event.code );
		case 'waiting':
			return calling( request, waitedFor( request, event.legId ) );
		case 'joined':
			return {
				...living( request ),
				state: 'talking',
				attempt: { ...request.attempt, joinedAt: event.at },
			};
		case 'leg_judged':
			return judged( withLeg( request, event ), event );
		case 'hung_up_first':
			return withAttempt( request, {
				hungUpFirst: { party: event.party, sure: event.sure },
			} );
		case 'recording_answered':
			return { ...request, recordingAgreed: event.agreed };
		case 'survey_started':
			return surveying( withLeg( request, event ), event.at );
		case 'survey_answered':
			return {
				...withLeg( request, event ),
				surveyScore: event.score,
			};
		case 'leg_unknown':
		case 'leg_rang':
		case 'leg_answered':
		case 'leg_entered_room':
		case 'leg_asked':
		case 'leg_asked_question':
		case 'key_pressed':
		case 'leg_ready':
		case 'leg_confirmed':
		case 'leg_ended':
		case 'voicemail_left':
		case 'stray_call':
			return withLeg( request, event );
		default:
			return never( event );
	}
}

function withLeg( request: CallbackRequest, event: LegEvent ): CallbackRequest {
	return withLegs(
		request,
		request.attempt.legs.map( ( leg ) =>
			leg.id === event.legId
				? evolveLeg(
						leg,
						event,
						request.plan.endOnMachine[ leg.party ]
					)
				: leg
		)
	);
}

/** The party that is called while the one of this leg waits. */
function waitedFor( request: CallbackRequest, legId: string ): Party {
	const waits = request.attempt.legs.find( ( leg ) => leg.id === legId );
	return waits?.party === 'client' ? 'company' : 'client';
}

/** The first dialling is what takes a request out of the queue. */
function dialing(
	request: CallbackRequest,
	legId: string,
	at: Date
): CallbackRequest {
	const leg = request.attempt.legs.find( ( one ) => one.id === legId );
	return request.state === 'queued' && request.attempt.endedAt === null && leg
		? calling( withAttempt( request, { startedAt: at } ), leg.party )
		: request;
}
