import {
	legOf,
	livingCompanyLegs,
	never,
	onTheLine,
} from './callback-request.js';
import type { Candidate } from './commands.js';
import type { Draft } from './draft.js';
import { expire, fail, farewell } from './endings.js';
import type { NewIds } from './new-ids.js';
import {
	calledCompanyLegs,
	nobodyReason,
	retry,
	retryReasonOf,
} from './retries.js';
import { after } from './timings.js';

/**
 * Nobody is left who could take the call. In this order: the fallback number, once an attempt; another attempt, if somebody
 * was rung and the company's rule wants it; the channel's fallback.
 */
export function nobodyLeft( draft: Draft, ids: NewIds ): void {
	const { plan, attempt, expiresAt } = draft.request;
	if ( draft.now >= expiresAt ) {
		expire( draft );
		return;
	}
	const { fallback } = plan;
	if (
		fallback.type === 'call_number' &&
		! ( attempt.fellBack && attempt.endedAt === null )
	) {
		beginAttempt( draft, ids );
		draft.happens( { type: 'fell_back', to: 'call_number' } );
		callCompany(
			draft,
			[ { userId: null, number: fallback.number, mustConfirm: false } ],
			ids
		);
		return;
	}
	const last = calledCompanyLegs( draft.request ).at( -1 );
	const reason = last && retryReasonOf( last );
	if (
		attempt.endedAt === null &&
		reason &&
		retry( draft, 'company', reason )
	) {
		return;
	}
	fallBack( draft, ids );
}

function fallBack( draft: Draft, ids: NewIds ): void {
	const { plan, failures, expiresAt } = draft.request;
	const { fallback } = plan;
	switch ( fallback.type ) {
		case 'refuse':
		case 'call_number':
			refuse( draft );
			break;
		case 'try_again': {
			const dueAt = after( draft.now, fallback.seconds );
			if ( failures.nobody >= fallback.times || dueAt >= expiresAt ) {
				refuse( draft );
				break;
			}
			draft
				.happens( { type: 'trying_again', dueAt } )
				.then( { type: 'seek', at: dueAt } );
			farewell( draft );
			break;
		}
		case 'voicemail':
			takeVoicemail( draft, ids );
			break;
		case 'text_message':
			draft
				.happens( { type: 'fell_back', to: 'text_message' } )
				.then( { type: 'send_booking_link' } );
			fail( draft, 'booking_link_sent', null );
			break;
		default:
			never( fallback );
	}
}

/** Who had booked a time is not left without a word, unless they hear it on the line. */
function refuse( draft: Draft ): void {
	if (
		draft.request.plan.booking &&
		! onTheLine( draft.request, 'client' )
	) {
		draft.then( { type: 'send_booking_link' } );
	}
	fail( draft, nobodyReason( draft.request ), null );
}

/** Who waits on the line may leave a message there; otherwise the client is called for it [R14]. */
function takeVoicemail( draft: Draft, ids: NewIds ): void {
	beginAttempt( draft, ids );
	draft.happens( { type: 'fell_back', to: 'voicemail' } );
	const client = onTheLine( draft.request, 'client' );
	if ( ! client ) {
		planClient( draft, ids );
		dialPlanned( draft, 'client' );
	} else if ( client.id !== draft.answering ) {
		draft.then( {
			type: 'redirect_call',
			legId: client.id,
			callSid: client.callSid,
		} );
	}
}

/** An attempt that is over is followed by the next one. */
export function beginAttempt( draft: Draft, ids: NewIds ): void {
	const { attempt } = draft.request;
	if ( attempt.endedAt ) {
		draft.happens( {
			type: 'attempt_started',
			attemptId: ids.take(),
			ordinal: attempt.ordinal + 1,
		} );
	}
}

/** These are called on the company's side, at once or when the client has answered, by the dial order. */
export function callCompany(
	draft: Draft,
	candidates: readonly Candidate[],
	ids: NewIds
): void {
	for ( const { userId, number, mustConfirm } of candidates ) {
		draft.happens( {
			type: 'leg_planned',
			mustConfirm,
			leg: {
				id: ids.take(),
				party: 'company',
				userId,
				incoming: false,
				number,
				callerId: draft.request.plan.callerId,
			},
		} );
	}
	planClient( draft, ids );
	const clientIsThere = onTheLine( draft.request, 'client' ) !== null;
	dialPlanned(
		draft,
		clientIsThere ? 'company' : draft.request.plan.dialOrder[ 0 ]
	);
}

function planClient( draft: Draft, ids: NewIds ): void {
	const { plan, clientNumber } = draft.request;
	const client = legOf( draft.request, 'client' );
	if ( ! client || client.state === 'ended' ) {
		draft.happens( {
			type: 'leg_planned',
			mustConfirm: false,
			leg: {
				id: ids.take(),
				party: 'client',
				userId: null,
				incoming: false,
				number: clientNumber,
				callerId: plan.callerId,
			},
		} );
	}
}

/** It is the turn of everybody planned on this side. */
export function dialPlanned( draft: Draft, party: 'company' | 'client' ): void {
	const legs =
		party === 'company'
			? livingCompanyLegs( draft.request )
			: [ legOf( draft.request, 'client' ) ];
	for ( const leg of legs ) {
		if ( leg?.state === 'planned' ) {
			draft.then( {
				type: 'dial_leg',
				legId: leg.id,
				at:
					leg.notBefore && leg.notBefore > draft.now
						? leg.notBefore
						: null,
			} );
		}
	}
}
