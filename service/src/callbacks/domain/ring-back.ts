import { isOver, legOf, livingCompanyLegs } from './callback-request.js';
import type { Command } from './commands.js';
import type { Draft } from './draft.js';
import { dialPlanned } from './fallback.js';
import { isLive } from './leg.js';
import { offer } from './offer.js';

/**
 * The client rings the number that called them [R20]: this call is their leg, and the company is what is missing. Not heard
 * when their phone is dialled already, or a call of the last attempt is not over yet.
 */
export function ringBack(
	draft: Draft,
	command: Extract< Command, { type: 'rang_back' } >
): void {
	if ( ! mayRingBack( draft ) ) {
		return;
	}
	draft.answering = command.legId;
	const { attempt, plan, clientNumber } = draft.request;
	if ( attempt.endedAt ) {
		draft.happens( {
			type: 'attempt_started',
			attemptId: command.attemptId,
			ordinal: attempt.ordinal + 1,
		} );
	}
	const planned = legOf( draft.request, 'client' );
	if ( planned?.state === 'planned' ) {
		draft.happens( {
			type: 'leg_ended',
			legId: planned.id,
			reason: 'cancelled',
			code: null,
		} );
	}
	draft.happens( {
		type: 'rang_back',
		callSid: command.callSid,
		leg: {
			id: command.legId,
			party: 'client',
			userId: null,
			incoming: true,
			number: clientNumber,
			callerId: plan.callerId,
		},
	} );
	if ( livingCompanyLegs( draft.request ).length > 0 ) {
		dialPlanned( draft, 'company' );
	} else {
		offer( draft, command.facts );
	}
}

function mayRingBack( { request }: Draft ): boolean {
	if ( isOver( request ) ) {
		return false;
	}
	const { attempt } = request;
	if ( attempt.endedAt ) {
		return (
			( request.state === 'scheduled' || request.state === 'queued' ) &&
			! attempt.legs.some( isLive )
		);
	}
	const client = legOf( request, 'client' );
	return (
		( request.state === 'queued' ||
			request.state === 'calling_company' ||
			request.state === 'calling_client' ) &&
		( client === null || client.state === 'planned' )
	);
}
