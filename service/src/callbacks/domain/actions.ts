import {
	canCancel,
	canChange,
	isOver,
	ownerUntil,
	wantsCompany,
	type CallbackRequest,
} from './callback-request.js';
import type { ActionCommand } from './commands.js';
import type { Draft } from './draft.js';
import { farewell } from './endings.js';
import { lookAt } from './booking.js';
import { endLeg } from './withdraw.js';

type Of< T extends ActionCommand[ 'type' ] > = Extract<
	ActionCommand,
	{ type: T }
>;

/**
 * It is called as soon as somebody may be. In its old place: whoever came earlier goes first. One that is over stays over, and tells
 * which request was made in its place.
 */
export function callNow(
	draft: Draft,
	{ byUserId, newRequestId }: Of< 'call_now' >
): void {
	const { request } = draft;
	if ( isOver( request ) && newRequestId !== null ) {
		draft.happens( { type: 'called_now', byUserId, newRequestId } );
	} else if ( canChange( request ) ) {
		draft.happens( { type: 'called_now', byUserId, newRequestId: null } );
		seekNow( draft );
	}
}

/** It waits for this agent alone until it expires, or for anybody (null). Who was planned or rung for it so far does not count. */
export function assign(
	draft: Draft,
	{ userId, byUserId, now }: Of< 'assign' >
): void {
	if ( ! canChange( draft.request ) ) {
		return;
	}
	if ( ! isAssigned( draft.request, userId ) ) {
		withdrawPlanned( draft );
		draft.happens( { type: 'assigned', userId, byUserId } );
		cancelPlannedOfLast( draft );
		seekNow( draft );
	}
	if ( now && draft.request.state === 'scheduled' ) {
		callNow( draft, { type: 'call_now', byUserId, newRequestId: null } );
	}
}

function isAssigned(
	request: CallbackRequest,
	userId: number | null
): boolean {
	const { owner } = request.plan;
	return userId === null
		? owner === null
		: owner?.userId === userId &&
				owner.waitSeconds === null &&
				ownerUntil( request ) !== null;
}

/** It is called at that time in place of any other; a booking has it as its booked time. */
export function reschedule(
	draft: Draft,
	{ dueAt, byUserId }: Of< 'reschedule' >
): void {
	const { request } = draft;
	if (
		! canChange( request ) ||
		( request.state === 'scheduled' &&
			request.dueAt.getTime() === dueAt.getTime() )
	) {
		return;
	}
	withdrawPlanned( draft );
	draft.happens( { type: 'rescheduled', dueAt, byUserId } );
	cancelPlannedOfLast( draft );
	if ( draft.request.plan.booking ) {
		lookAt( draft, dueAt );
	} else {
		draft.then( { type: 'seek', at: dueAt } );
	}
}

/** Somebody says what came of it; one that is not over is cancelled. */
export function handle(
	draft: Draft,
	{ outcome, note, byUserId }: Of< 'handle' >
): void {
	const { request } = draft;
	const { handled } = request;
	if (
		( ! isOver( request ) && ! canCancel( request ) ) ||
		( handled?.outcome === outcome &&
			handled.note === note &&
			handled.userId === byUserId )
	) {
		return;
	}
	draft.happens( { type: 'handled', outcome, note, byUserId } );
	cancel( draft, { type: 'cancel', reason: 'handled', byUserId } );
}

/** Its number is called no more. */
export function blockNumber(
	draft: Draft,
	{ byUserId }: Of< 'block_number' >
): void {
	draft.happens( { type: 'number_blocked', byUserId } );
	cancel( draft, { type: 'cancel', reason: 'number_blocked', byUserId } );
}

/** Somebody changes their mind before the client's phone is dialled; whoever waits for them is told. */
export function cancel(
	draft: Draft,
	{ reason, byUserId }: Of< 'cancel' >
): void {
	if ( canCancel( draft.request ) ) {
		draft.happens( {
			type: 'cancelled',
			reason,
			...( byUserId !== undefined && { byUserId } ),
		} );
		farewell( draft );
	}
}

function seekNow( draft: Draft ): void {
	if ( wantsCompany( draft.request ) ) {
		draft.then( { type: 'seek', at: null } );
	}
}

/** Who was about to be called is not. */
function withdrawPlanned( draft: Draft ): void {
	for ( const leg of draft.request.attempt.legs ) {
		if ( leg.party === 'company' && leg.state === 'planned' ) {
			endLeg( draft, leg, 'withdrawn' );
		}
	}
}

/** An attempt that is over leaves nothing to be dialled. */
function cancelPlannedOfLast( draft: Draft ): void {
	const { endedAt, legs } = draft.request.attempt;
	for ( const leg of endedAt ? legs : [] ) {
		if ( leg.state === 'planned' ) {
			endLeg( draft, leg, 'cancelled' );
		}
	}
}
