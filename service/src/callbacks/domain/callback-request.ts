import type { Leg, Party } from './leg.js';

export interface Attempt {
	id: string;
	/** From 1. */
	ordinal: number;
	startedAt: Date;
	/** In the order in which they are dialled; the last one of a party counts. */
	legs: readonly Leg[];
	joinedAt: Date | null;
	endedAt: Date | null;
	/** 0 when they never met. */
	talkSeconds: number;
	/** Who ended the conversation; `sure` when the room said so, a guess from the order of events otherwise. */
	hungUpFirst: { party: Party; sure: boolean } | null;
}

/** What was settled when the request was accepted; a later change of the channel does not move a call in flight. */
export interface CallPlan {
	dialOrder: readonly [ first: Party, second: Party ];
	ringSeconds: Readonly< Record< Party, number > >;
	maximumTalkSeconds: number;
}

export type FailureReason =
	| `${ Party }_${ 'busy' | 'no_answer' | 'refused' | 'failed' | 'hung_up' }`
	| 'client_number_invalid'
	| 'telephony_settings'
	| 'telephony_unavailable'
	| 'not_confirmed';

interface RequestFacts {
	id: string;
	plan: CallPlan;
	createdAt: Date;
	/** An immediate request that is still queued then is given up. */
	expiresAt: Date;
	/** The try under way, or the last one. */
	attempt: Attempt;
}

/** Waits for its turn, or for the owner to mend what `heldBackBy` (the network's error number) names. */
export interface QueuedRequest extends RequestFacts {
	state: 'queued';
	heldBackBy: string | null;
}

export interface CallingRequest extends RequestFacts {
	state: 'calling_company' | 'calling_client';
}

export interface TalkingRequest extends RequestFacts {
	state: 'talking';
}

export interface EndedRequest extends RequestFacts {
	state: 'done' | 'cancelled' | 'expired' | 'overdue';
	endedAt: Date;
}

export interface FailedRequest extends RequestFacts {
	state: 'failed';
	endedAt: Date;
	failureReason: FailureReason;
}

export type CallbackRequest =
	| QueuedRequest
	| CallingRequest
	| TalkingRequest
	| EndedRequest
	| FailedRequest;

export type LivingRequest = QueuedRequest | CallingRequest | TalkingRequest;

/** A terminal state wins: nothing leaves it. */
export function isOver(
	request: CallbackRequest
): request is EndedRequest | FailedRequest {
	switch ( request.state ) {
		case 'done':
		case 'failed':
		case 'cancelled':
		case 'expired':
		case 'overdue':
			return true;
		case 'queued':
		case 'calling_company':
		case 'calling_client':
		case 'talking':
			return false;
		default:
			return never( request );
	}
}

/** The leg of a party that counts: the last one planned for it. */
export function legOf( request: CallbackRequest, party: Party ): Leg {
	const leg = request.attempt.legs.findLast( ( one ) => one.party === party );
	if ( ! leg ) {
		throw new Error( `Attempt without a leg for the ${ party }` );
	}
	return leg;
}

export function firstLeg( request: CallbackRequest ): Leg {
	return legOf( request, request.plan.dialOrder[ 0 ] );
}

export function secondLeg( request: CallbackRequest ): Leg {
	return legOf( request, request.plan.dialOrder[ 1 ] );
}

export function legById(
	request: CallbackRequest,
	legId: string
): Leg | undefined {
	return request.attempt.legs.find( ( leg ) => leg.id === legId );
}

/** Until the client's phone is dialled the visitor may change their mind. */
export function canCancel( request: CallbackRequest ): boolean {
	return (
		! isOver( request ) && legOf( request, 'client' ).state === 'planned'
	);
}

/** Whether no second request of the same number may begin: this one lives, or the client's call may. */
export function holdsNumber( request: CallbackRequest ): boolean {
	const client = legOf( request, 'client' );
	return (
		! isOver( request ) ||
		( client.state !== 'planned' && client.state !== 'ended' )
	);
}

/** Closes a switch: the compiler refuses a case that was forgotten. */
export function never( impossible: never ): never {
	throw new Error( `No such case: ${ JSON.stringify( impossible ) }` );
}
