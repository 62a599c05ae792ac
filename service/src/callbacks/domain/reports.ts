import {
	firstLeg,
	isOver,
	legById,
	secondLeg,
	type CallbackRequest,
} from './callback-request.js';
import type { Command, ReportedStatus } from './commands.js';
import { haveMet, joinAtAnswer } from './conclude.js';
import { endStray } from './dialing.js';
import type { Draft } from './draft.js';
import type { Leg, LegEndReason } from './leg.js';
import { secondsBetween, timings } from './timings.js';

type Report = Extract< Command, { type: 'call_reported' } >;

const livingStatuses: readonly ReportedStatus[] = [
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
	if ( ! leg || ( knownSid( leg ) ?? report.callSid ) !== report.callSid ) {
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
		draft.happens( {
			type: 'leg_accepted',
			legId: leg.id,
			callSid: report.callSid,
		} );
		if ( isLiving && isOver( draft.request ) ) {
			draft.then( {
				type: 'end_call',
				legId: leg.id,
				callSid: report.callSid,
			} );
		}
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
			draft.happens( {
				type: 'leg_ended',
				legId,
				reason: endReason( draft.request, leg, report.status ),
				code: report.code,
			} );
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
	return status === 'completed' && isOver( request ) ? 'cancelled' : status;
}

/** Asked past a deadline, the network says that the call lives. */
function applyLife( draft: Draft, report: Report ): void {
	const { request, now } = draft;
	const leg = legById( request, report.legId );
	if ( isOver( request ) ) {
		// It should be over by now: it is ended from here, until it is.
		if ( leg && leg.state !== 'ended' ) {
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
	const second = secondLeg( request );
	if ( leg === firstLeg( request ) && second.state === 'planned' ) {
		// The first party is still there: now the second may be dialled.
		draft.then( { type: 'dial_leg', legId: second.id, at: null } );
	} else if (
		leg === second &&
		request.state !== 'talking' &&
		firstLeg( request ).state === 'answered' &&
		secondsBetween( leg.answeredAt, now ) >= timings.joinSeconds
	) {
		// The room's messages were lost; two answered calls in one room have met.
		joinAtAnswer( draft );
	}
}

/** The network does not know a call that it once had: it is over. Of an order of unknown fate this says nothing. */
export function noteMissing( draft: Draft, legId: string ): void {
	const leg = legById( draft.request, legId );
	if ( leg?.state === 'ringing' || leg?.state === 'answered' ) {
		draft.happens( {
			type: 'leg_ended',
			legId,
			reason: leg.state === 'answered' ? 'completed' : 'failed',
			code: 'call_missing',
		} );
	}
}

/** The room tells who came, who hung up, and who was left behind when the other hung up. */
export function noteRoom(
	draft: Draft,
	report: Extract< Command, { type: 'room_reported' } >
): void {
	const leg = legById( draft.request, report.legId );
	if ( ! leg || knownSid( leg ) !== report.callSid ) {
		return;
	}
	draft.occurredAt = between( leg, report.occurredAt, draft.now );
	const legId = leg.id;
	if ( leg.state === 'ringing' ) {
		draft.happens( { type: 'leg_answered', legId } );
	}
	const answered = legById( draft.request, legId );
	if ( answered?.state === 'answered' && ! answered.inRoom ) {
		draft.happens( { type: 'leg_entered_room', legId } );
	}
	if ( report.what === 'entered' ) {
		return;
	}
	// Only the exit of the other ends a room: they had met, even if nobody said so yet.
	const met =
		report.what === 'removed' || haveMet( draft.request, draft.occurredAt );
	if ( met && bothAnswered( draft.request ) ) {
		joinAtAnswer( draft );
	}
	const [ one, two ] = draft.request.plan.dialOrder;
	const other = leg.party === one ? two : one;
	noteWhoHungUp( draft, report.what === 'hung_up' ? leg.party : other );
	if ( report.what === 'hung_up' && answered?.state === 'answered' ) {
		draft.happens( {
			type: 'leg_ended',
			legId,
			reason: 'completed',
			code: null,
		} );
	}
}

/** The room's word is sure, and replaces a guess made from the order in which calls ended. */
function noteWhoHungUp( draft: Draft, party: Leg[ 'party' ] ): void {
	const { state, attempt } = draft.request;
	if (
		( state === 'talking' || state === 'done' ) &&
		! attempt.hungUpFirst?.sure
	) {
		draft.happens( { type: 'hung_up_first', party, sure: true } );
	}
}

/** The room mixes voices, so both are in it. */
export function noteRoomStarted( draft: Draft, occurredAt: Date ): void {
	if ( bothAnswered( draft.request ) ) {
		draft.occurredAt = between(
			secondLeg( draft.request ),
			occurredAt,
			draft.now
		);
		draft.happens( { type: 'joined' } );
	}
}

/** Both are on the line, and nobody has said yet that they talk. */
function bothAnswered( request: CallbackRequest ): boolean {
	return (
		! isOver( request ) &&
		request.state !== 'talking' &&
		firstLeg( request ).state === 'answered' &&
		secondLeg( request ).state === 'answered'
	);
}

function knownSid( leg: Leg ): string | null {
	return 'callSid' in leg ? leg.callSid : null;
}

/** The network's clock may differ from ours: nothing happens in the future, or before what this leg has been through. */
function between( leg: Leg, occurredAt: Date, now: Date ): Date {
	const known = [
		'dialedAt' in leg ? leg.dialedAt : null,
		'ringingAt' in leg ? leg.ringingAt : null,
		'answeredAt' in leg ? leg.answeredAt : null,
	];
	const earliest = Math.max(
		...known.map( ( at ) => at?.getTime() ?? 0 ),
		Math.min( occurredAt.getTime(), now.getTime() )
	);
	return new Date( Math.min( earliest, now.getTime() ) );
}
