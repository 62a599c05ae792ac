import {
	isOver,
	leavingSince,
	legById,
	onTheLine,
	type CallbackRequest,
} from './callback-request.js';
import type { Command } from './commands.js';
import type { Draft } from './draft.js';
import { fail } from './endings.js';
import type { Leg } from './leg.js';
import {
	after,
	retryDelaySeconds,
	secondsBetween,
	settingsDelaySeconds,
	timings,
} from './timings.js';

/**
 * A leg whose turn it is becomes `dialing`: the one who commits this event sends the order, once. While somebody waits on
 * the line for it, they must be known to be there still.
 */
export function dialLeg( draft: Draft, legId: string ): void {
	const { request, now } = draft;
	const leg = legById( request, legId );
	if (
		leg?.state !== 'planned' ||
		! isTurnOf( request, leg ) ||
		( leg.notBefore && leg.notBefore > now ) ||
		( request.state === 'queued' && now >= request.expiresAt )
	) {
		return;
	}
	const waiting = whoWaitsFor( request, leg );
	if (
		waiting &&
		secondsBetween( waiting.confirmedAt, now ) > timings.staleAnswerSeconds
	) {
		// Nothing was heard of them for a while: nobody's phone shall ring for somebody who left.
		if (
			! waiting.askedAt ||
			secondsBetween( waiting.askedAt, now ) >= timings.askAgainSeconds
		) {
			draft
				.happens( { type: 'leg_asked', legId: waiting.id } )
				.then( { type: 'ask_call', legId: waiting.id } );
		}
		return;
	}
	draft.happens( { type: 'leg_dialing', legId } );
}

/** Whether a planned leg may be dialled in the state in which its request is. */
export function isTurnOf( request: CallbackRequest, leg: Leg ): boolean {
	switch ( request.state ) {
		case 'queued':
			return (
				request.attempt.endedAt === null &&
				leg.party === request.plan.dialOrder[ 0 ]
			);
		case 'calling_company':
			return leg.party === 'company';
		case 'calling_client':
			return (
				leg.party === 'client' &&
				Boolean( onTheLine( request, 'company' )?.readyAt )
			);
		case 'leaving_message':
			return leg.party === 'client';
		default:
			return false;
	}
}

/** Who is on the line until this leg's person is; null: nobody. */
export function whoWaitsFor( request: CallbackRequest, leg: Leg ) {
	return onTheLine( request, leg.party === 'company' ? 'client' : 'company' );
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
			// Given up, or withdrawn while its order was under way.
			if ( leg.callSid === null ) {
				endStray( draft, legId, callSid );
			}
			break;
		default:
	}
}

/** From the first sign that a call exists: its id is known, and it is never placed again. */
export function accept( draft: Draft, legId: string, callSid: string ): void {
	draft.happens( { type: 'leg_accepted', legId, callSid } );
	const leg = legById( draft.request, legId );
	if ( leg && leavingSince( draft.request, leg ) ) {
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
 * was called for certain, so it is tried later; only a few times where somebody waits on the line. Unknown: the leg waits
 * for a sign, and is never sent again.
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
	const someoneWaits = whoWaitsFor( draft.request, leg ) !== null;
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
	if ( isOver( draft.request ) || leavingSince( draft.request, leg ) ) {
		endLeg();
		return;
	}
	if ( command.kind === 'permanent' ) {
		endLeg();
		// Never again. On the company's side the next may be called.
		if ( leg.party === 'client' ) {
			fail(
				draft,
				command.numberInvalid
					? 'client_number_invalid'
					: 'client_failed',
				code
			);
		}
		return;
	}
	const delaySeconds = patienceSeconds(
		command.kind,
		refusals,
		someoneWaits
	);
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
	someoneWaits: boolean
): number | null {
	if ( kind === 'retryable' ) {
		return retryDelaySeconds( refusals, someoneWaits );
	}
	return someoneWaits ? null : settingsDelaySeconds( refusals );
}
