import { legOf, onTheLine, type CallbackRequest } from './callback-request.js';
import type { Draft } from './draft.js';
import type { EndedLeg, HeardLeg, Leg, Party } from './leg.js';
import { retry } from './retries.js';
import { startSurvey } from './survey.js';
import { secondsBetween, timings } from './timings.js';

/**
 * Whether two had met when one of them left. Messages about the room may be lost, late or out of order. Whoever was in it
 * while both were on the line has met the other, and the second is in it as soon as they are ready. When the room said
 * nothing, two ready calls that overlapped for a while have met; when it told of the second alone, the first may still have
 * been hearing the waiting message, unless they had been ready for longer than one lasts. A machine, and whoever we sent
 * away, met nobody.
 */
export function haveMet( request: CallbackRequest, leftAt: Date ): boolean {
	const legs = partners( request );
	if ( ! legs ) {
		return false;
	}
	const [ first, second ] = legs;
	const togetherSeconds = secondsBetween( second.readyAt, leftAt );
	if ( first.inRoom ) {
		return second.inRoom || togetherSeconds >= timings.enteringSeconds;
	}
	if ( second.inRoom && stillHearsMessage( first, leftAt ) ) {
		return false;
	}
	return togetherSeconds >= timings.meetingSeconds;
}

function stillHearsMessage( { readyAt }: ReadyLeg, at: Date ): boolean {
	return secondsBetween( readyAt, at ) < timings.waitingMessageSeconds;
}

export type ReadyLeg = HeardLeg & { readyAt: Date };

/** The two who may have met, the one who waited first; null: there are no two. */
function partners(
	request: CallbackRequest
): readonly [ first: ReadyLeg, second: ReadyLeg ] | null {
	const company = legOf( request, 'company' );
	const client = legOf( request, 'client' );
	if ( ! wasReady( company ) || ! wasReady( client ) ) {
		return null;
	}
	return cameFirst( request, company, client )
		? [ company, client ]
		: [ client, company ];
}

/** Whether this leg was ready before the other one: its person waits, the other one's joins. */
export function cameFirst(
	{ plan }: CallbackRequest,
	leg: { party: Party; readyAt: Date },
	other: { readyAt: Date }
): boolean {
	const aheadMilliseconds = other.readyAt.getTime() - leg.readyAt.getTime();
	return aheadMilliseconds === 0
		? leg.party === plan.dialOrder[ 0 ]
		: aheadMilliseconds > 0;
}

export function wasReady( leg: Leg | null ): leg is ReadyLeg {
	return (
		( leg?.state === 'answered' ||
			( leg?.state === 'ended' && leg.endReason === 'completed' ) ) &&
		leg.readyAt !== null
	);
}

/** Both are on the line and nothing stands between them; nobody has said yet that they talk. */
export function bothReady( request: CallbackRequest ): boolean {
	return (
		( request.state === 'calling_company' ||
			request.state === 'calling_client' ) &&
		Boolean( onTheLine( request, 'company' )?.readyAt ) &&
		Boolean( onTheLine( request, 'client' )?.readyAt )
	);
}

/** They talk; what they say is kept from now on, if the client agreed [R13]. */
export function join( draft: Draft, at = draft.occurredAt ): void {
	draft.happens( { type: 'joined', at } );
	const client = onTheLine( draft.request, 'client' );
	if ( draft.request.recordingAgreed && client ) {
		draft.then( {
			type: 'start_recording',
			legId: client.id,
			callSid: client.callSid,
		} );
	}
}

/** They met, as is learnt later: from the moment at which the second was ready. */
export function joinAtReadiness( draft: Draft ): void {
	join( draft, partners( draft.request )?.[ 1 ].readyAt );
}

/** Two talk until one leaves: the room ends the other's part. Who left first is kept. */
export function concludeTalking( draft: Draft ): void {
	const { request } = draft;
	const earliest = [ legOf( request, 'company' ), legOf( request, 'client' ) ]
		.filter( ( leg ): leg is EndedLeg => leg?.state === 'ended' )
		.toSorted( ( a, b ) => a.endedAt.getTime() - b.endedAt.getTime() )[ 0 ];
	if ( earliest ) {
		endTalk( draft, earliest.party, earliest.endedAt );
	}
}

/** It is over: the survey, another attempt, or the end. `party` seems to have left first. */
export function endTalk( draft: Draft, party: Party, at: Date ): void {
	if ( draft.request.state !== 'talking' ) {
		return;
	}
	if ( ! draft.request.attempt.hungUpFirst ) {
		draft.happens( { type: 'hung_up_first', at, party, sure: false } );
	}
	const { plan, attempt } = draft.request;
	const talkSeconds = Math.max(
		0,
		Math.round( secondsBetween( attempt.joinedAt ?? at, at ) )
	);
	if (
		talkSeconds < plan.shortCallSeconds &&
		retry( draft, attempt.hungUpFirst?.party ?? party, 'short_call' )
	) {
		return;
	}
	const client = onTheLine( draft.request, 'client' );
	if ( plan.survey && client ) {
		startSurvey( draft, client, at );
	} else {
		draft.happens( { type: 'done', talkSeconds } );
	}
}
