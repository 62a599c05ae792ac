import type { CallbackRequest } from './callback-request.js';
import { canCancel, never } from './callback-request.js';
import { checkDeadline, lookAgain } from './check-deadline.js';
import type { Command, Decision, RequestCommand } from './commands.js';
import { conclude, farewell } from './conclude.js';
import { nextCheckAt } from './deadlines.js';
import { dialLeg, noteNotPlaced, notePlaced } from './dialing.js';
import { Draft } from './draft.js';
import type { RequestEvent } from './events.js';
import { evolve } from './evolve.js';
import {
	noteMissing,
	noteReport,
	noteRoom,
	noteRoomStarted,
} from './reports.js';
import { after, secondsBetween, timings } from './timings.js';

/**
 * What happens when something is asked of a request, or told about it, and what is to be done. Pure: the clock is an
 * argument. Whatever is repeated, late or out of order yields no events and no effects.
 */
export function decide(
	command: Command,
	request: CallbackRequest,
	now: Date
): Decision {
	const draft = new Draft( request, now );
	switch ( command.type ) {
		case 'dial_leg':
			dialLeg( draft, command.legId );
			break;
		case 'call_placed':
			notePlaced( draft, command );
			break;
		case 'call_not_placed':
			noteNotPlaced( draft, command );
			break;
		case 'call_reported':
			noteReport( draft, command );
			break;
		case 'call_missing':
			noteMissing( draft, command.legId );
			break;
		case 'room_reported':
			noteRoom( draft, command );
			break;
		case 'room_started':
			noteRoomStarted( draft, command.occurredAt );
			break;
		case 'cancel':
			// The visitor changes their mind before their phone is dialled; whoever waits for them is told.
			if ( canCancel( draft.request ) ) {
				draft.happens( { type: 'cancelled', reason: command.reason } );
				farewell( draft );
			}
			break;
		case 'check_deadline':
			checkDeadline( draft );
			break;
		case 'look_again':
			lookAgain( draft );
			break;
		default:
			never( command );
	}
	conclude( draft );
	return command.type === 'dial_leg'
		? { events: draft.events, effects: draft.effects }
		: scheduled( draft, request );
}

/**
 * A visitor asks: the request waits in the queue and its first leg is to be dialled at once. One that comes too late, or
 * finds the channel closed after having been kept by WordPress, is overdue: shown, and not dialled.
 */
export function decideRequest(
	command: RequestCommand,
	now: Date
): Decision & { request: CallbackRequest } {
	const requested: RequestEvent = {
		type: 'requested',
		at: now,
		requestId: command.requestId,
		plan: command.plan,
		expiresAt: after( now, timings.queueMinutes * 60 ),
		attempt: { ...command.attempt, ordinal: 1 },
	};
	const draft = new Draft( evolve( null, requested ), now );
	draft.events.push( requested );
	const lateSeconds = secondsBetween( command.requestedAt, now );
	if ( lateSeconds > timings.deliveredLateSeconds ) {
		draft.happens( {
			type: 'delivered_late',
			seconds: Math.round( lateSeconds ),
		} );
	}
	if ( ! command.open || lateSeconds > timings.overdueMinutes * 60 ) {
		draft.happens( { type: 'became_overdue' } );
	} else {
		const [ first ] = draft.request.attempt.legs;
		if ( first ) {
			draft.then( { type: 'dial_leg', legId: first.id, at: null } );
		}
	}
	return {
		events: draft.events,
		effects: draft.effects,
		request: draft.request,
	};
}

/**
 * A deadline that moved is to be checked; the check of the old one finds nothing to do. A queue, and an intent whose order
 * is about to be sent, are swept instead: no job of theirs stands between a visitor and the first ring.
 */
function scheduled( draft: Draft, before: CallbackRequest ): Decision {
	const at = nextCheckAt( draft.request );
	if (
		at &&
		at.getTime() !== nextCheckAt( before )?.getTime() &&
		draft.request.state !== 'queued'
	) {
		draft.then( { type: 'check_deadline', at } );
	}
	return { events: draft.events, effects: draft.effects };
}
