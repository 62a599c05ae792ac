import type { ReturnTimer } from './return-timer.js';
import {
	isLive,
	wasNeverDialed,
	type AnsweredLeg,
	type Leg,
	type Party,
} from './leg.js';

export interface Attempt {
	id: string;
	/** From 1. */
	ordinal: number;
	startedAt: Date;
	/** In the order in which they were planned. Of one party several may ring at once, and one is on the line at most. */
	legs: readonly Leg[];
	joinedAt: Date | null;
	endedAt: Date | null;
	/** 0 when they never met. */
	talkSeconds: number;
	/** Who ended the conversation; `sure` when the room said so, a guess from the order of events otherwise. */
	hungUpFirst: { party: Party; sure: boolean } | null;
	/** The fallback number is called at most once in an attempt. */
	fellBack: boolean;
}

export type RetryReason = 'busy' | 'no_answer' | 'machine' | 'short_call';

export interface RetryRule {
	/** Counts the first: 1 never tries again. */
	attempts: number;
	spacingSeconds: number;
	reasons: readonly RetryReason[];
}

export type Fallback =
	| { type: 'refuse' }
	| { type: 'call_number'; number: string }
	| { type: 'try_again'; seconds: number; times: number }
	| { type: 'voicemail' }
	| { type: 'text_message' };

/** A time that was booked, and what happens when nothing ran then. */
export interface Booking {
	startsAt: Date;
	endsAt: Date;
	/** Called later than this, the client hears an apology first. */
	lateAfterSeconds: number;
	/** Nothing ran at its time: how late it is called all the same. */
	latestSeconds: number;
	whenLate: 'call_with_apology' | 'offer_new_slot';
}

/** What was settled when the request was accepted; a later change of the channel does not move a call in flight. */
export interface CallPlan {
	dialOrder: readonly [ first: Party, second: Party ];
	routing: 'destination' | 'team';
	/** E.164; null: the team alone is called. */
	destination: string | null;
	/** E.164: what both phones show. */
	callerId: string;
	distribution: 'in_order' | 'round_robin' | 'longest_idle' | 'all_at_once';
	confirmation: 'always' | 'mobiles' | 'never';
	endOnMachine: Readonly< Record< Party, boolean > >;
	clientKeys: boolean;
	ringSeconds: Readonly< Record< Party, number > >;
	keySeconds: number;
	maximumTalkSeconds: number;
	retries: Readonly< Record< Party, RetryRule > >;
	/** A conversation shorter than this is a short call; 0: none is. */
	shortCallSeconds: number;
	fallback: Fallback;
	recording: boolean;
	survey: boolean;
	wrapUpSeconds: number;
	/** Not joined so long after it was due, it goes back to the team; as long again, and those who supervise are told. Null: never. */
	returnSeconds: number | null;
	/** Whom it waits for; null: anybody. */
	owner: Owner | null;
	/** Null: to be called as soon as it can be. */
	booking: Booking | null;
	/** When somebody of the company said that it is to be called; null: nobody did. */
	calledFrom: Date | null;
}

/** The agent whom the request names, or to whom it was assigned. */
export interface Owner {
	userId: number;
	/** How long it waits for them alone; null: until it expires. */
	waitSeconds: number | null;
	/** In which attempt it does; absent: in the first. */
	fromAttempt?: number;
}

export type FailureReason =
	| `${ Party }_${ 'busy' | 'no_answer' | 'refused' | 'failed' | 'hung_up' | 'machine' }`
	| 'client_number_invalid'
	/** Nobody who could take the call was there. */
	| 'nobody_available'
	/** Agents were rung, and none took the call. */
	| 'nobody_accepted'
	/** The client was sent a link to book instead. */
	| 'booking_link_sent'
	/** Nothing ran at its time, or nobody could call before it was too late: the client was sent a link to a new one. */
	| 'booking_missed'
	| 'telephony_settings'
	| 'telephony_unavailable'
	| 'not_confirmed';

/** Why a request that waits is not ringing yet (N22); a network's error number otherwise. */
export type HeldBackBy =
	| 'earlier_requests'
	| 'channel_busy'
	| 'agents_busy'
	| 'agents_away'
	| 'owner_away'
	| 'account_busy'
	/** Another request of theirs is being called. */
	| 'client_on_line'
	| 'processing_off'
	| `network:${ string }`;

/** Who waits for somebody of their own lets those behind go first. */
export const holdingNobodyUp = [ 'owner_away', 'client_on_line' ] as const;

export function letsOthersGoFirst( heldBackBy: string | null ): boolean {
	return holdingNobodyUp.some( ( by ) => by === heldBackBy );
}

export type Outcome =
	'solved' | 'to_follow_up' | 'not_reached' | 'wrong_number' | 'not_needed';

/** What came of it, as somebody of the company says. */
export interface Handled {
	outcome: Outcome;
	note: string | null;
	/** The WordPress user who said so; null: not known any more. */
	userId: number | null;
	at: Date;
}

interface RequestFacts {
	id: string;
	plan: CallPlan;
	/** The number of the client, E.164. */
	clientNumber: string;
	/** Its place in the queue for ever, through retries and re-routing. */
	createdAt: Date;
	/** A request that is not joined then is given up. */
	expiresAt: Date;
	/** The try under way, or the last one. */
	attempt: Attempt;
	/** How many attempts failed on each side so far, and how often "try again" was the fallback. */
	failures: Readonly< Record< Party | 'nobody', number > >;
	/** Whether the client agreed to being recorded; null: not asked. */
	recordingAgreed: boolean | null;
	/** 1 to 5; null: none. */
	surveyScore: number | null;
	/** It is called later than was agreed: the client hears an apology first. */
	calledLate: boolean;
	/** Null: nobody has handled it. */
	handled: Handled | null;
	returnTimer: ReturnTimer;
}

/**
 * Waits for a time: a retry, the fallback "try again", what the client asked for by key, a booking that was not due yet, or what
 * somebody of the company said.
 */
export interface ScheduledRequest extends RequestFacts {
	state: 'scheduled';
	dueAt: Date;
	why: 'retry' | 'try_again' | 'client_asked' | 'booked' | 'rescheduled';
}

/** Waits for its turn, or for what `heldBackBy` names; null: nobody has looked yet. */
export interface QueuedRequest extends RequestFacts {
	state: 'queued';
	heldBackBy: HeldBackBy | null;
}

/** `calling_company`: the company's side is rung (client first: while the client waits). */
export interface CallingRequest extends RequestFacts {
	state: 'calling_company' | 'calling_client';
}

export interface TalkingRequest extends RequestFacts {
	state: 'talking';
}

/** They have talked, and the client is asked how it was. */
export interface SurveyingRequest extends RequestFacts {
	state: 'surveying';
}

/** Nobody could take the call: the client is called, or is on the line, and may leave a message. */
export interface LeavingMessageRequest extends RequestFacts {
	state: 'leaving_message';
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

export type LivingRequest =
	| ScheduledRequest
	| QueuedRequest
	| CallingRequest
	| TalkingRequest
	| SurveyingRequest
	| LeavingMessageRequest;

export type CallbackRequest = LivingRequest | EndedRequest | FailedRequest;

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
		case 'scheduled':
		case 'queued':
		case 'calling_company':
		case 'calling_client':
		case 'talking':
		case 'surveying':
		case 'leaving_message':
			return false;
		default:
			return never( request );
	}
}

/**
 * The leg of a party that counts; null: none is planned. Of several on the company's side, the one who takes the call:
 * the first that is ready, or else on the line, or else not over; when all are over the last that was ready.
 */
export function legOf( request: CallbackRequest, party: Party ): Leg | null {
	const legs = request.attempt.legs.filter( ( leg ) => leg.party === party );
	const ready = legs
		.filter( ( leg ) => leg.state === 'answered' && leg.readyAt )
		.toSorted( byReadiness );
	return (
		ready[ 0 ] ??
		legs.find( ( leg ) => leg.state === 'answered' ) ??
		legs.findLast( ( leg ) => leg.state !== 'ended' ) ??
		legs.findLast(
			( leg ) =>
				leg.state === 'ended' &&
				leg.endReason === 'completed' &&
				leg.readyAt
		) ??
		legs.at( -1 ) ??
		null
	);
}

function byReadiness( a: Leg, b: Leg ): number {
	const at = ( leg: Leg ) =>
		leg.state === 'answered' ? ( leg.readyAt?.getTime() ?? 0 ) : 0;
	return at( a ) - at( b );
}

export function firstLeg( request: CallbackRequest ): Leg | null {
	return legOf( request, request.plan.dialOrder[ 0 ] );
}

export function secondLeg( request: CallbackRequest ): Leg | null {
	return legOf( request, request.plan.dialOrder[ 1 ] );
}

export function legById(
	request: CallbackRequest,
	legId: string
): Leg | undefined {
	return request.attempt.legs.find( ( leg ) => leg.id === legId );
}

/** Until the client's phone is dialled the visitor may change their mind; so they may between two attempts. */
export function canCancel( request: CallbackRequest ): boolean {
	if ( isOver( request ) ) {
		return false;
	}
	const client = legOf( request, 'client' );
	return (
		request.state === 'scheduled' ||
		( request.state === 'queued' && request.attempt.endedAt !== null ) ||
		client === null ||
		client.state === 'planned'
	);
}

/** Whether somebody of the company may say when and by whom it is called: it waits, and nobody's phone rings for it. */
export function canChange( request: CallbackRequest ): boolean {
	return (
		request.state === 'scheduled' ||
		( request.state === 'queued' &&
			( request.attempt.endedAt !== null ||
				! request.attempt.legs.some( isLive ) ) )
	);
}

/** Whether it is booked and its time has not come: nobody was called for it yet. */
export function awaitsBooking( request: CallbackRequest ): boolean {
	return request.state === 'scheduled' && request.why === 'booked';
}

/** A booking can be moved until its time comes; afterwards it is called. */
export function canMove( request: CallbackRequest, now: Date ): boolean {
	return (
		request.state === 'scheduled' &&
		request.why === 'booked' &&
		now < request.dueAt
	);
}

/**
 * Since when the client may be called: the time that the company said, the booked one, or when they asked. Patience is counted from
 * then.
 */
export function expectedAt( {
	plan,
	createdAt,
}: Pick< CallbackRequest, 'plan' | 'createdAt' > ): Date {
	return plan.calledFrom ?? plan.booking?.startsAt ?? createdAt;
}

/** Whether no second request of the same number may begin: this one lives, or the client's call may. */
export function holdsNumber( request: CallbackRequest ): boolean {
	const client = legOf( request, 'client' );
	return ! isOver( request ) || ( client !== null && isLive( client ) );
}

/**
 * Whether the call of this leg should be over by now: the request is, or its attempt is; what is left is a farewell.
 * Gives since when; null: it should not.
 */
export function leavingSince(
	request: CallbackRequest,
	leg: Leg
): Date | null {
	if ( isOver( request ) ) {
		return request.endedAt;
	}
	const { endedAt } = request.attempt;
	return request.state === 'surveying' && leg.party === 'client'
		? null
		: endedAt;
}

/** The leg of a party whose person is on the line now; null: nobody is. */
export function onTheLine(
	request: CallbackRequest,
	party: Party
): AnsweredLeg | null {
	const leg = legOf( request, party );
	return leg?.state === 'answered' ? leg : null;
}

/** Whether somebody on the company's side is, or is about to be, called in this attempt. */
export function livingCompanyLegs( request: CallbackRequest ): Leg[] {
	return request.attempt.legs.filter(
		( leg ) => leg.party === 'company' && leg.state !== 'ended'
	);
}

/**
 * Whether it needs somebody on the company's side: it waits in the queue, or nobody whom it called is left. Then `offer` is
 * heard. One whose last attempt has a call that is not over yet waits for its end first.
 */
export function wantsCompany( request: CallbackRequest ): boolean {
	if ( request.state !== 'queued' && request.state !== 'calling_company' ) {
		return false;
	}
	return request.attempt.endedAt
		? ! request.attempt.legs.some( isLive )
		: livingCompanyLegs( request ).length === 0;
}

type Owned = Pick< CallbackRequest, 'plan' | 'createdAt' > & {
	attempt: Pick< Attempt, 'ordinal' | 'legs' >;
	expiresAt: Date;
};

/** The agent whom alone it waits for at this instant (their WordPress user id); null: whoever may be called. */
export function ownerOnly( request: Owned, now: Date ): number | null {
	const until = ownerUntil( request );
	return until && now < until ? ( request.plan.owner?.userId ?? null ) : null;
}

/** Until when it waits for the agent whom it names; null: it names none, or that agent was rung already. */
export function ownerUntil( {
	plan,
	createdAt,
	attempt,
	expiresAt,
}: Owned ): Date | null {
	const { owner } = plan;
	const { fromAttempt = 1 } = owner ?? {};
	if (
		! owner ||
		attempt.ordinal > fromAttempt ||
		( attempt.ordinal === fromAttempt &&
			attempt.legs.some(
				( leg ) =>
					leg.userId === owner.userId && ! wasNeverDialed( leg )
			) )
	) {
		return null;
	}
	if ( owner.waitSeconds === null ) {
		return expiresAt;
	}
	return new Date(
		expectedAt( { plan, createdAt } ).getTime() + owner.waitSeconds * 1_000
	);
}

/** Closes a switch: the compiler refuses a case that was forgotten. */
export function never( impossible: never ): never {
	throw new Error( `No such case: ${ JSON.stringify( impossible ) }` );
}
