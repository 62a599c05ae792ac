import {
	firstLeg,
	isOver,
	legById,
	type FailureReason,
} from './callback-request.js';
import type { Command } from './commands.js';
import { fail } from './conclude.js';
import type { Draft } from './draft.js';
import {
	after,
	retryDelaySeconds,
	secondsBetween,
	settingsDelaySeconds,
	timings,
} from './timings.js';

/**
 * A leg whose turn it is becomes `dialing`: the one who commits this event sends the order, once. The first leg's turn is
 * when the request is queued; the second's, when the first party waits on the line and is known to be there still.
 */
export function dialLeg( draft: Draft, legId: string ): void {
	const { request, now } = draft;
	const leg = legById( request, legId );
	if ( leg?.state !== 'planned' || isOver( request ) ) {
		return;
	}
	if ( leg.notBefore && leg.notBefore > now ) {
		return;
	}
	if ( leg === firstLeg( request ) ) {
		if ( request.state === 'queued' && now < request.expiresAt ) {
			draft.happens( { type: 'leg_dialing', legId } );
		}
		return;
	}
	const first = firstLeg( request );
	if ( first.state !== 'answered' ) {
		return;
	}
	if (
		secondsBetween( first.confirmedAt, now ) > timings.staleAnswerSeconds
	) {
		// The service was away meanwhile: nobody's phone shall ring for somebody who left.
		if (
			! first.askedAt ||
			secondsBetween( first.askedAt, now ) >= timings.askAgainSeconds
		) {
			draft
				.happens( { type: 'leg_asked', legId: first.id } )
				.then( { type: 'ask_call', legId: first.id } );
		}
		return;
	}
	draft.happens( { type: 'leg_dialing', legId } );
}

/** The network accepted the order and gave the call's id. Too late for a request that is over: the call is ended. */
export function notePlaced(
	draft: Draft,
	{ legId, callSid }: Extract< Command, { type: 'call_placed' } >
): void {
	const leg = legById( draft.request, legId );
	switch ( leg?.state ) {
		case 'dialing':
		case 'unknown':
			accept( draft, legId, callSid );
			break;
		case 'ended':
			if ( leg.callSid === null && leg.endReason === 'not_confirmed' ) {
				endStray( draft, legId, callSid );
			}
			break;
		default:
	}
}

/** From the first sign that a call exists: its id is known, and it is never placed again. */
export function accept( draft: Draft, legId: string, callSid: string ): void {
	draft.happens( { type: 'leg_accepted', legId, callSid } );
	if ( isOver( draft.request ) ) {
		draft.then( { type: 'end_call', legId, callSid } );
	}
}

export function endStray( draft: Draft, legId: string, callSid: string ): void {
	draft
		.happens( { type: 'stray_call', legId, callSid } )
		.then( { type: 'end_call', legId, callSid } );
}

/**
 * The order was refused, or nobody knows. Refused for good: the leg failed. Settings or a network out of reach: nothing
 * was called for certain, so a first leg waits in the queue and is tried later; a second leg, for which somebody waits,
 * only a few times. Unknown: the leg waits for a sign, and is never sent again.
 */
export function noteNotPlaced(
	draft: Draft,
	command: Extract< Command, { type: 'call_not_placed' } >
): void {
	const { legId, code } = command;
	const leg = legById( draft.request, legId );
	if ( leg?.state !== 'dialing' ) {
		return;
	}
	const isFirst = leg === firstLeg( draft.request );
	const refusals = leg.refusals + 1;
	const endLeg = () =>
		draft.happens( { type: 'leg_ended', legId, reason: 'failed', code } );
	if ( command.kind === 'unknown' ) {
		draft
			.happens( { type: 'leg_unknown', legId, code } )
			.happens( { type: 'leg_asked', legId } )
			.then( { type: 'ask_call', legId } );
		return;
	}
	if ( command.kind === 'settings' ) {
		draft.then( { type: 'raise_alert', code } );
	}
	if ( isOver( draft.request ) ) {
		endLeg();
		return;
	}
	if ( command.kind === 'permanent' ) {
		endLeg();
		const reason: FailureReason =
			command.numberInvalid && leg.party === 'client'
				? 'client_number_invalid'
				: `${ leg.party }_failed`;
		fail( draft, reason, code );
		return;
	}
	const delaySeconds = patienceSeconds( command.kind, refusals, isFirst );
	if ( delaySeconds === null ) {
		if ( command.kind === 'retryable' ) {
			draft.then( { type: 'raise_alert', code } );
		}
		endLeg();
		fail(
			draft,
			command.kind === 'settings'
				? 'telephony_settings'
				: 'telephony_unavailable',
			code
		);
		return;
	}
	const notBefore = after( draft.now, delaySeconds );
	draft
		.happens( {
			type: 'leg_put_back',
			legId,
			cause: command.kind === 'settings' ? 'settings' : 'network',
			code,
			notBefore,
		} )
		.then( { type: 'dial_leg', legId, at: notBefore } );
}

/** How long until the order is sent again; null: no more. Nobody waits on a line for settings to be mended. */
function patienceSeconds(
	kind: 'settings' | 'retryable',
	refusals: number,
	isFirst: boolean
): number | null {
	if ( kind === 'retryable' ) {
		return retryDelaySeconds( refusals, ! isFirst );
	}
	return isFirst ? settingsDelaySeconds( refusals ) : null;
}
