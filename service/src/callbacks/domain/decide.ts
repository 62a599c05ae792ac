import type { CallbackRequest } from './callback-request.js';
import { isOver, legById, never, wantsCompany } from './callback-request.js';
import {
	assign,
	blockNumber,
	callNow,
	cancel,
	handle,
	reschedule,
} from './actions.js';
import { book, moveBooking } from './booking.js';
import { checkDeadline, lookAgain } from './check-deadline.js';
import type { Command, Decision, RequestCommand } from './commands.js';
import { conclude } from './conclude.js';
import { nextCheckAt } from './deadlines.js';
import { dialLeg, noteNotPlaced, notePlaced } from './dialing.js';
import { Draft } from './draft.js';
import { missBooking } from './endings.js';
import type { RequestEvent } from './events.js';
import { evolve } from './evolve.js';
import { noteVerdict } from './machine.js';
import { offer } from './offer.js';
import { noteKey } from './questions.js';
import { noteMissing, noteReport } from './reports.js';
import { returnTimerRang, scheduleRing } from './return-timer.js';
import { ringBack } from './ring-back.js';
import { noteRoom, noteRoomLeft, noteRoomStarted } from './room.js';
import { secondsBetween, timings } from './timings.js';
import { noteVoicemail } from './voicemail.js';
import { agentLeft } from './withdraw.js';

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
	hear( draft, command );
	conclude( draft );
	afterwards( draft, request );
	if ( command.type !== 'dial_leg' ) {
		scheduleCheck( draft, request );
	}
	scheduleRing( draft, request );
	return { events: draft.events, effects: draft.effects };
}

function hear( draft: Draft, command: Command ): void {
	switch ( command.type ) {
		case 'offer':
			return offer( draft, command.facts );
		case 'dial_leg':
			return dialLeg( draft, command.legId );
		case 'call_placed':
			return notePlaced( draft, command );
		case 'call_not_placed':
			return noteNotPlaced( draft, command );
		case 'call_reported':
			return noteReport( draft, command );
		case 'call_missing':
			return noteMissing( draft, command.legId );
		case 'human_judged':
			return noteVerdict( draft, command );
		case 'key_pressed':
			return noteKey( draft, command );
		case 'agent_left':
			return agentLeft( draft, command.userId );
		case 'room_reported':
			return noteRoom( draft, command );
		case 'room_started':
			return noteRoomStarted( draft, command.occurredAt );
		case 'room_left':
			return noteRoomLeft( draft, command );
		case 'rang_back':
			return ringBack( draft, command );
		case 'voicemail_left':
			return noteVoicemail( draft, command );
		case 'cancel':
			return cancel( draft, command );
		case 'call_now':
			return callNow( draft, command );
		case 'assign':
			return assign( draft, command );
		case 'reschedule':
			return reschedule( draft, command );
		case 'handle':
			return handle( draft, command );
		case 'block_number':
			return blockNumber( draft, command );
		case 'move_booking':
			return moveBooking( draft, command );
		case 'note':
			draft.happens( {
				type: 'noted',
				what: command.what,
				detail: command.detail,
				...( command.byUserId !== undefined && {
					byUserId: command.byUserId,
				} ),
			} );
			return;
		case 'check_deadline':
			return checkDeadline( draft );
		case 'return_timer_rang':
			return returnTimerRang( draft );
		case 'look_again':
			return lookAgain( draft );
		default:
			return never( command );
	}
}

/**
 * A visitor asks: who can be called now is called at once, or the request waits and says why. One that comes too late, or
 * finds the channel closed after having been kept by WordPress, is overdue: shown, and not dialled. A booked one waits for its time.
 */
export function decideRequest(
	command: RequestCommand,
	now: Date
): Decision & { request: CallbackRequest } {
	const requested: RequestEvent = {
		type: 'requested',
		at: now,
		requestId: command.requestId,
		clientNumber: command.clientNumber,
		plan: command.plan,
		expiresAt: command.expiresAt,
		attemptId: command.attemptId,
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
	if ( command.plan.booking ) {
		if ( command.open ) {
			book( draft, command.plan.booking );
		} else {
			missBooking( draft );
		}
	} else if ( ! command.open || lateSeconds > timings.overdueMinutes * 60 ) {
		draft.happens( { type: 'became_overdue' } );
	} else {
		offer( draft, command.facts );
	}
	scheduleRing( draft, null );
	return {
		events: draft.events,
		effects: draft.effects,
		request: draft.request,
	};
}

/** What follows from any change: the next on the company's side is looked for, and whoever waits in the queue may go on. */
function afterwards( draft: Draft, before: CallbackRequest ): void {
	const ended = draft.events.flatMap( ( event ) =>
		event.type === 'leg_ended'
			? ( legById( draft.request, event.legId ) ?? [] )
			: []
	);
	if (
		wantsCompany( draft.request ) &&
		( ! wantsCompany( before ) ||
			ended.some( ( leg ) => leg.party === 'company' ) ) &&
		! draft.effects.some( ( effect ) => effect.type === 'seek' )
	) {
		draft.then( { type: 'seek', at: null } );
	}
	const gaveUpItsTurn =
		draft.request.state !== before.state &&
		( isOver( draft.request ) || draft.request.state === 'scheduled' );
	if ( ended.length > 0 || gaveUpItsTurn ) {
		draft.then( { type: 'move_queue' } );
	}
}

/**
 * A deadline that moved is to be checked; the check of the old one finds nothing to do. Who waits in the queue or for a
 * time, and an intent whose order is about to be sent, are swept instead: no job of theirs stands between a visitor and the
 * first ring.
 */
function scheduleCheck( draft: Draft, before: CallbackRequest ): void {
	const { state } = draft.request;
	const at = nextCheckAt( draft.request );
	if (
		at &&
		at.getTime() !== nextCheckAt( before )?.getTime() &&
		state !== 'queued' &&
		state !== 'scheduled'
	) {
		draft.then( { type: 'check_deadline', at } );
	}
}
