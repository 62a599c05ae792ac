import type { Language } from '@rappel/contract';
import {
	isOver,
	never,
	type Attempt,
	type CallbackRequest,
	type FailureReason,
	type HeldBackBy,
	type Outcome,
	type ScheduledRequest,
} from '../domain/callback-request.js';
import { nextCheckAt } from '../domain/deadlines.js';
import type { RequestEvent } from '../domain/events.js';
import {
	factsOf,
	type Human,
	type Leg,
	type LegEndReason,
	type Party,
	type Question,
} from '../domain/leg.js';
import { firstAskAt } from '../../costs/domain/asking.js';
import { isInLine, takerOf } from '../place.js';
import { readPlan } from './stored-plan.js';

/** What a visitor sent with a request; it does not change. */
export interface RequestDetails {
	siteId: string;
	channelId: string;
	/** Made in the visitor's browser: their key to the request. */
	requestKey: string;
	number: string;
	name: string | null;
	/** For the agent, in the visitor's words. */
	note: string | null;
	language: Language;
	timeZone: string | null;
	pageUrl: string | null;
	pageTitle: string | null;
	consentText: string | null;
	consentAt: Date | null;
	visitorDigest: string;
	requestedAt: Date;
}

export interface RequestRow extends RequestDetails {
	id: string;
	version: number;
	state: CallbackRequest[ 'state' ];
	failureReason: FailureReason | null;
	heldBackBy: HeldBackBy | null;
	plan: string;
	createdAt: Date;
	updatedAt: Date;
	expiresAt: Date;
	endedAt: Date | null;
	checkAt: Date | null;
	talkSeconds: number;
	dueAt: Date | null;
	scheduledWhy: ScheduledRequest[ 'why' ] | null;
	companyFailures: number;
	clientFailures: number;
	nobodyFailures: number;
	/** The ordinal of the attempt under way. */
	attempt: number;
	recordingAgreed: boolean | null;
	surveyScore: number | null;
	/** The agent who took the call; null: nobody yet, or a number of the channel. */
	takenBy: number | null;
	/** Waits for its turn with nobody dialled or about to be. */
	inLine: boolean;
	/** The booked time; null: not booked. */
	bookedFor: Date | null;
	/** Called later than agreed. */
	calledLate: boolean;
	/** From when on the return timer counts; null: of a request of before it. */
	answerDueAt: Date | null;
	/** When the return timer gave it back to the team; null: it did not. */
	returnedAt: Date | null;
	/** When those who supervise were told; null: they were not. */
	supervisorToldAt: Date | null;
	/** Booked, and nobody of the team has hours then; kept by bookings/cover.ts. */
	uncovered: boolean;
	/** Said by whoever handled it; null: nobody did. */
	outcome: Outcome | null;
	outcomeNote: string | null;
	/** The WordPress user who did, and when. */
	handledBy: number | null;
	handledAt: Date | null;
	/** The agent whom it waits for; null: anybody. */
	ownerUserId: number | null;
	/** Whether it has a booked time. */
	booked: boolean;
	standing: Standing;
	/** What the network asked so far, in millionths of the currency's unit; null: not known. Kept by costs/costs.ts. */
	costMicros: number | null;
	/** ISO 4217. */
	currency: string | null;
	/** Whether the roll-ups have it as it is; kept by results/roll-ups.ts. */
	inResults: boolean;
}

/** What a person has to do with it: it is open; nobody talked with the client yet; somebody handled it; nothing. */
export type Standing = 'open' | 'missed' | 'handled' | 'closed';

export interface AttemptRow {
	id: string;
	siteId: string;
	requestId: string;
	ordinal: number;
	startedAt: Date;
	joinedAt: Date | null;
	endedAt: Date | null;
	talkSeconds: number;
	hungUpFirst: Party | null;
	hungUpSure: boolean;
	fellBack: boolean;
}

export interface LegRow {
	id: string;
	siteId: string;
	requestId: string;
	attemptId: string;
	position: number;
	party: Party;
	number: string;
	callerId: string;
	state: Leg[ 'state' ];
	callSid: string | null;
	refusals: number;
	notBefore: Date | null;
	dialedAt: Date | null;
	acceptedAt: Date | null;
	ringingAt: Date | null;
	answeredAt: Date | null;
	confirmedAt: Date | null;
	inRoom: boolean;
	asks: number;
	askedAt: Date | null;
	endedAt: Date | null;
	endReason: LegEndReason | null;
	userId: number | null;
	incoming: boolean;
	mustConfirm: boolean;
	human: Human;
	question: Question | null;
	repeats: number;
	readyAt: Date | null;
	/** When the network is asked what the call cost; null: it is known, or never will be. */
	priceDueAt: Date | null;
}

export interface EventRow {
	requestId: string;
	version: number;
	position: number;
	siteId: string;
	at: Date;
	recordedAt: Date;
	type: RequestEvent[ 'type' ];
	party: Party | null;
	data: string;
}

/** The columns of a request that its life moves. */
export function lifeColumns( request: CallbackRequest ) {
	return {
		state: request.state,
		failureReason:
			request.state === 'failed' ? request.failureReason : null,
		heldBackBy: request.state === 'queued' ? request.heldBackBy : null,
		// A client who asks to be called later is waited for from then.
		expiresAt: request.expiresAt,
		endedAt: isOver( request ) ? request.endedAt : null,
		checkAt: nextCheckAt( request ),
		talkSeconds: request.attempt.talkSeconds,
		dueAt: request.state === 'scheduled' ? request.dueAt : null,
		scheduledWhy: request.state === 'scheduled' ? request.why : null,
		companyFailures: request.failures.company,
		clientFailures: request.failures.client,
		nobodyFailures: request.failures.nobody,
		attempt: request.attempt.ordinal,
		recordingAgreed: request.recordingAgreed,
		surveyScore: request.surveyScore,
		takenBy: takerOf( request.attempt ),
		inLine: isInLine( request ),
		bookedFor: request.plan.booking?.startsAt ?? null,
		calledLate: request.calledLate,
		outcome: request.handled?.outcome ?? null,
		outcomeNote: request.handled?.note ?? null,
		handledBy: request.handled?.userId ?? null,
		handledAt: request.handled?.at ?? null,
		ownerUserId: request.plan.owner?.userId ?? null,
		booked: request.plan.booking !== null,
		standing: standingOf( request ),
		answerDueAt: request.returnTimer.from,
		returnedAt: request.returnTimer.returnedAt,
		supervisorToldAt: request.returnTimer.toldAt,
		inResults: false,
	};
}

function standingOf( request: CallbackRequest ): Standing {
	if ( ! isOver( request ) ) {
		return 'open';
	}
	if ( request.handled ) {
		return 'handled';
	}
	return missedStates.includes( request.state ) ? 'missed' : 'closed';
}

/** Over, and nobody has talked with the client; who cancelled wants nobody to. */
const missedStates: CallbackRequest[ 'state' ][] = [
	'failed',
	'expired',
	'overdue',
];

export function attemptColumns( attempt: Attempt ) {
	return {
		startedAt: attempt.startedAt,
		joinedAt: attempt.joinedAt,
		endedAt: attempt.endedAt,
		talkSeconds: attempt.talkSeconds,
		hungUpFirst: attempt.hungUpFirst?.party ?? null,
		hungUpSure: attempt.hungUpFirst?.sure ?? false,
		fellBack: attempt.fellBack,
	};
}

export function legColumns( leg: Leg ) {
	return {
		state: leg.state,
		refusals: leg.refusals,
		callSid: 'callSid' in leg ? leg.callSid : null,
		notBefore: 'notBefore' in leg ? leg.notBefore : null,
		dialedAt: 'dialedAt' in leg ? leg.dialedAt : null,
		acceptedAt: 'acceptedAt' in leg ? leg.acceptedAt : null,
		ringingAt: 'ringingAt' in leg ? leg.ringingAt : null,
		answeredAt: 'answeredAt' in leg ? leg.answeredAt : null,
		confirmedAt: 'confirmedAt' in leg ? leg.confirmedAt : null,
		inRoom: 'inRoom' in leg && leg.inRoom,
		asks: 'asks' in leg ? leg.asks : 0,
		askedAt: 'askedAt' in leg ? leg.askedAt : null,
		endedAt: 'endedAt' in leg ? leg.endedAt : null,
		endReason: 'endReason' in leg ? leg.endReason : null,
		human: 'human' in leg ? leg.human : null,
		question: 'question' in leg ? leg.question : null,
		repeats: 'repeats' in leg ? leg.repeats : 0,
		readyAt: 'readyAt' in leg ? leg.readyAt : null,
		priceDueAt:
			leg.state === 'ended' && leg.callSid !== null
				? firstAskAt( leg.endedAt )
				: null,
	};
}

/** The state that the rows are. A row that no state has is a bug, and says which. */
export function readRequest(
	row: RequestRow,
	attempt: AttemptRow,
	legs: readonly LegRow[]
): CallbackRequest {
	const facts = {
		id: row.id,
		plan: readPlan( row.plan, legs ),
		clientNumber: row.number,
		createdAt: row.createdAt,
		expiresAt: row.expiresAt,
		failures: {
			company: row.companyFailures,
			client: row.clientFailures,
			nobody: row.nobodyFailures,
		},
		recordingAgreed: row.recordingAgreed,
		surveyScore: row.surveyScore,
		calledLate: row.calledLate,
		handled:
			row.outcome && row.handledAt
				? {
						outcome: row.outcome,
						note: row.outcomeNote,
						userId: row.handledBy,
						at: row.handledAt,
					}
				: null,
		returnTimer: {
			from: row.answerDueAt,
			returnedAt: row.returnedAt,
			toldAt: row.supervisorToldAt,
		},
		attempt: {
			id: attempt.id,
			ordinal: attempt.ordinal,
			startedAt: attempt.startedAt,
			joinedAt: attempt.joinedAt,
			endedAt: attempt.endedAt,
			talkSeconds: attempt.talkSeconds,
			hungUpFirst: attempt.hungUpFirst && {
				party: attempt.hungUpFirst,
				sure: attempt.hungUpSure,
			},
			fellBack: attempt.fellBack,
			legs: legs.map( readLeg ),
		},
	};
	switch ( row.state ) {
		case 'scheduled':
			return {
				...facts,
				state: row.state,
				dueAt: given( row, 'dueAt' ),
				why: given( row, 'scheduledWhy' ),
			};
		case 'queued':
			return { ...facts, state: row.state, heldBackBy: row.heldBackBy };
		case 'calling_company':
		case 'calling_client':
		case 'talking':
		case 'surveying':
		case 'leaving_message':
			return { ...facts, state: row.state };
		case 'failed':
			return {
				...facts,
				state: row.state,
				endedAt: given( row, 'endedAt' ),
				failureReason: given( row, 'failureReason' ),
			};
		case 'done':
		case 'cancelled':
		case 'expired':
		case 'overdue':
			return {
				...facts,
				state: row.state,
				endedAt: given( row, 'endedAt' ),
			};
		default:
			return never( row.state );
	}
}

export function readLeg( row: LegRow ): Leg {
	const facts = factsOf( row );
	const asked = { asks: row.asks, askedAt: row.askedAt };
	switch ( row.state ) {
		case 'planned':
			return { ...facts, state: row.state, notBefore: row.notBefore };
		case 'dialing':
			return {
				...facts,
				state: row.state,
				dialedAt: given( row, 'dialedAt' ),
			};
		case 'unknown':
			return {
				...facts,
				...asked,
				state: row.state,
				dialedAt: given( row, 'dialedAt' ),
			};
		case 'ringing':
			return {
				...facts,
				...asked,
				state: row.state,
				dialedAt: given( row, 'dialedAt' ),
				callSid: given( row, 'callSid' ),
				acceptedAt: given( row, 'acceptedAt' ),
				ringingAt: row.ringingAt,
			};
		case 'answered':
			return {
				...facts,
				...asked,
				state: row.state,
				dialedAt: given( row, 'dialedAt' ),
				callSid: given( row, 'callSid' ),
				ringingAt: row.ringingAt,
				answeredAt: given( row, 'answeredAt' ),
				confirmedAt: given( row, 'confirmedAt' ),
				inRoom: row.inRoom,
				human: row.human,
				question: row.question,
				repeats: row.repeats,
				readyAt: row.readyAt,
			};
		case 'ended':
			return {
				...facts,
				state: row.state,
				dialedAt: row.dialedAt,
				callSid: row.callSid,
				ringingAt: row.ringingAt,
				answeredAt: row.answeredAt,
				readyAt: row.readyAt,
				inRoom: row.inRoom,
				endedAt: given( row, 'endedAt' ),
				endReason: given( row, 'endReason' ),
			};
		default:
			return never( row.state );
	}
}

function given< R extends { id: string; state: string }, K extends keyof R >(
	row: R,
	column: K
): NonNullable< R[ K ] > {
	const value = row[ column ];
	if ( value === null || value === undefined ) {
		throw new Error(
			`Row ${ row.id } is ${ row.state } without ${ String( column ) }`
		);
	}
	return value;
}
