import {
	leavingSince,
	legById,
	type CallbackRequest,
} from './callback-request.js';
import type { Command, ReportedStatus } from './commands.js';
import { accept, endStray, isTurnOf } from './dialing.js';
import type { Draft } from './draft.js';
import { dialPlanned } from './fallback.js';
import type { Leg, LegEndReason } from './leg.js';
import { between, knownSid } from './leg-news.js';
import { postpone } from './questions.js';
import { bothReady, joinAtReadiness } from './talk.js';
import { laterMinutes, secondsBetween, timings } from './timings.js';

type Report = Extract< Command, { type: 'call_reported' } >;

/** The call goes on. */
export const livingStatuses: readonly ReportedStatus[] = [
	'queued',
	'ringing',
	'in_progress',
];

/**
 * The network's word about a leg's call. A leg only moves forward: what is older than what is known changes nothing, and a
 * call that is not this leg's is not listened to.
 */
export function noteReport( draft: Draft, report: Report ): void {
	const leg = legById( draft.request, report.legId );
	if (
		! leg ||
		( knownSid( leg ) ?? report.callSid ) !== report.callSid ||
		( leg.state === 'planned' && ! isTurnOf( draft.request, leg ) )
	) {
		return;
	}
	const isLiving = livingStatuses.includes( report.status );
	if ( leg.state === 'ended' ) {
		// Given up without an id, and there it is: nobody waits for it any more.
		if ( isLiving && leg.callSid === null ) {
			endStray( draft, leg.id, report.callSid );
		}
		return;
	}
	draft.occurredAt = between( leg, report.occurredAt, draft.now );
	const eventsBefore = draft.events.length;
	if ( knownSid( leg ) === null ) {
		accept( draft, leg.id, report.callSid );
	}
	applyStatus( draft, report );
	if ( report.source === 'asked' ) {
		if ( draft.events.length > eventsBefore ) {
			draft.happens( {
				type: 'reconciled',
				legId: leg.id,
				status: report.status,
				at: draft.now,
			} );
		}
		if ( isLiving ) {
			applyLife( draft, report );
		}
	}
}

function applyStatus( draft: Draft, report: Report ): void {
	const leg = legById( draft.request, report.legId );
	const legId = report.legId;
	switch ( report.status ) {
		case 'queued':
			break;
		case 'ringing':
			if ( leg?.state === 'ringing' && ! leg.ringingAt ) {
				draft.happens( { type: 'leg_rang', legId } );
			} else if ( leg?.state === 'answered' && ! leg.ringingAt ) {
				// Overtaken by the answer: it moves nothing, and completes the timeline.
				const at = Math.min(
					report.occurredAt.getTime(),
					leg.answeredAt.getTime()
				);
				draft.happens( {
					type: 'leg_rang',
					legId,
					at: new Date( Math.max( at, leg.dialedAt.getTime() ) ),
				} );
			}
			break;
		case 'in_progress':
			if ( leg?.state === 'ringing' ) {
				draft.happens( { type: 'leg_answered', legId } );
			}
			break;
		default:
			endedThere(
				draft,
				leg,
				endReason( draft.request, leg, report.status ),
				report.code
			);
	}
}

/** It is over at the network, so it is over here. Who hung up after having asked to be called later is called later. */
function endedThere(
	draft: Draft,
	leg: Leg | undefined,
	reason: LegEndReason,
	code: string | null
): void {
	if ( ! leg ) {
		return;
	}
	draft.happens( { type: 'leg_ended', legId: leg.id, reason, code } );
	if (
		leg.state === 'answered' &&
		leg.question === 'later' &&
		! leavingSince( draft.request, leg )
	) {
		postpone( draft, laterMinutes[ 0 ] );
	}
}

/** An answered call is completed however it ends; a phone that we stopped from ringing was cancelled. */
function endReason(
	request: CallbackRequest,
	leg: Leg | undefined,
	status: Exclude< ReportedStatus, 'queued' | 'ringing' | 'in_progress' >
): LegEndReason {
	if ( leg?.state === 'answered' ) {
		return 'completed';
	}
	return status === 'completed' && leg && leavingSince( request, leg )
		? 'cancelled'
		: status;
}

/** Asked past a deadline, the network says that the call lives. */
function applyLife( draft: Draft, report: Report ): void {
	const { request, now } = draft;
	const leg = legById( request, report.legId );
	if ( leg && leavingSince( request, leg ) ) {
		// It should be over by now: it is ended from here, until it is.
		if ( leg.state !== 'ended' ) {
			draft.then( {
				type: 'end_call',
				legId: report.legId,
				callSid: report.callSid,
			} );
		}
		return;
	}
	if ( leg?.state !== 'answered' || report.status !== 'in_progress' ) {
		return;
	}
	if ( leg.confirmedAt < now ) {
		draft.happens( { type: 'leg_confirmed', legId: leg.id, at: now } );
	}
	if (
		bothReady( request ) &&
		secondsBetween( readySince( request ), now ) >= timings.joinSeconds
	) {
		// The room's messages were lost; two ready calls in one room have met.
		joinAtReadiness( draft );
	} else {
		// They are still there: now the other may be dialled.
		dialPlanned( draft, leg.party === 'company' ? 'client' : 'company' );
	}
}

/** Since when both are ready. */
function readySince( request: CallbackRequest ): Date {
	return new Date(
		Math.max(
			...request.attempt.legs.map( ( leg ) =>
				leg.state === 'answered' ? ( leg.readyAt?.getTime() ?? 0 ) : 0
			)
		)
	);
}

/** The network does not know a call that it once had: it is over. Of an order of unknown fate this says nothing. */
export function noteMissing( draft: Draft, legId: string ): void {
	const leg = legById( draft.request, legId );
	if ( leg?.state === 'ringing' || leg?.state === 'answered' ) {
		endedThere(
			draft,
			leg,
			leg.state === 'answered' ? 'completed' : 'failed',
			'call_missing'
		);
	}
}
