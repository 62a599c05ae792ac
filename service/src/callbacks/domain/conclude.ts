import {
	legOf,
	livingCompanyLegs,
	never,
	onTheLine,
	type CallbackRequest,
} from './callback-request.js';
import type { Draft } from './draft.js';
import { fail } from './endings.js';
import { dialPlanned } from './fallback.js';
import type { AnsweredLeg } from './leg.js';
import { askNext } from './questions.js';
import { clientLost, nobodyReason } from './retries.js';
import { endSurvey } from './survey.js';
import { concludeTalking, haveMet, join, joinAtReadiness } from './talk.js';
import { withdrawRivals } from './withdraw.js';

/**
 * The table of states: what a living request makes of where its legs are now. Each row is one sentence, and each is tried
 * until none applies.
 */
export function conclude( draft: Draft ): void {
	let seen: CallbackRequest;
	do {
		seen = draft.request;
		switch ( seen.state ) {
			case 'queued':
			case 'calling_company':
			case 'calling_client':
				concludeCalling( draft );
				break;
			case 'talking':
				concludeTalking( draft );
				break;
			// The client hung up instead of answering.
			case 'surveying':
				if ( legOf( seen, 'client' )?.state === 'ended' ) {
					endSurvey( draft );
				}
				break;
			case 'leaving_message':
				concludeMessage( draft );
				break;
			case 'scheduled':
			case 'done':
			case 'failed':
			case 'cancelled':
			case 'expired':
			case 'overdue':
				break;
			default:
				never( seen );
		}
	} while ( draft.request !== seen );
}

function concludeCalling( draft: Draft ): void {
	const { request } = draft;
	// Its last attempt is over: it waits for its turn.
	if ( request.attempt.endedAt ) {
		return;
	}
	// Nobody knows whether a call was placed: a person has to look, and nobody is called again.
	if (
		request.attempt.legs.some(
			( leg ) =>
				leg.state === 'ended' && leg.endReason === 'not_confirmed'
		)
	) {
		fail( draft, 'not_confirmed', null );
		return;
	}
	// Somebody answered: what stands before the room is asked.
	const unasked = request.attempt.legs.find(
		( leg ) =>
			leg.state === 'answered' && ! leg.readyAt && leg.question === null
	);
	if ( unasked?.state === 'answered' ) {
		askNext( draft, unasked, null );
		return;
	}
	concludeMeeting( draft );
	if ( draft.request === request ) {
		concludeParties( draft );
	}
}

function concludeMeeting( draft: Draft ): void {
	const { request } = draft;
	const company = legOf( request, 'company' );
	const client = legOf( request, 'client' );
	// Both are in the room: they talk.
	if (
		company?.state === 'answered' &&
		client?.state === 'answered' &&
		company.inRoom &&
		client.inRoom &&
		company.readyAt &&
		client.readyAt
	) {
		join( draft );
		return;
	}
	// One of them left, and they had met: they talked.
	const left = [ company, client ].find( ( leg ) => leg?.state === 'ended' );
	if ( left?.state === 'ended' && haveMet( request, left.endedAt ) ) {
		joinAtReadiness( draft );
	}
}

function concludeParties( draft: Draft ): void {
	const { request } = draft;
	const client = legOf( request, 'client' );
	// The client cannot be had, or left before the company was there.
	if ( client?.state === 'ended' ) {
		clientLost( draft, client );
		return;
	}
	const taker = whoTakes( request );
	// An agent takes the call: the others are not needed, and the client is called if they are not on the line already.
	if ( taker ) {
		withdrawRivals( draft, taker );
		if (
			request.state === 'calling_company' &&
			client?.state === 'planned'
		) {
			draft.happens( { type: 'waiting', legId: taker.id } );
			dialPlanned( draft, 'client' );
		}
		return;
	}
	if ( request.state !== 'calling_client' ) {
		return;
	}
	// The client waits, and nobody on the company's side is there yet, or any more: the company is called.
	if ( client?.state === 'answered' ) {
		if ( client.readyAt && client.human !== 'pending' ) {
			draft.happens( { type: 'waiting', legId: client.id } );
			dialPlanned( draft, 'company' );
		}
		return;
	}
	// The agent who waited hung up while the client's phone was rung.
	if (
		livingCompanyLegs( request ).length === 0 &&
		companyAnswered( request )
	) {
		fail( draft, 'company_hung_up', null );
	}
}

/** The first who is ready; while nobody waits for them, one who may be a machine does not send the others away. */
function whoTakes( request: CallbackRequest ): AnsweredLeg | undefined {
	const client = onTheLine( request, 'client' );
	return request.attempt.legs
		.filter( ( leg ) => leg.party === 'company' )
		.filter( ( leg ) => leg.state === 'answered' )
		.filter(
			( leg ) => leg.readyAt && ( client ?? leg.human !== 'pending' )
		)
		.toSorted(
			( a, b ) => Number( a.readyAt ?? 0 ) - Number( b.readyAt ?? 0 )
		)[ 0 ];
}

function companyAnswered( request: CallbackRequest ): boolean {
	return request.attempt.legs.some(
		( leg ) =>
			leg.party === 'company' && leg.state === 'ended' && leg.readyAt
	);
}

/** The client may leave a message; when their call is over without one, nobody was there. */
function concludeMessage( draft: Draft ): void {
	const client = legOf( draft.request, 'client' );
	if ( client?.state === 'ended' ) {
		fail( draft, nobodyReason( draft.request ), null );
	} else if ( client?.state === 'answered' && ! client.readyAt ) {
		draft.happens( { type: 'leg_ready', legId: client.id } );
	}
}
