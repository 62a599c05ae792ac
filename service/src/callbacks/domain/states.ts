import type { CallbackRequest } from './callback-request.js';
import type { Command } from './commands.js';
import { timings } from './timings.js';

export type RequestState = CallbackRequest[ 'state' ];

/** What moves a request from one state to another. */
export interface Transition {
	/** What happens, in a sentence. */
	when: string;
	/** By which commands. `request` is the visitor's own. */
	on: readonly ( Command[ 'type' ] | 'request' )[];
	to: RequestState;
}

interface StateRow {
	means: string;
	/** What happens at the latest, though nothing is heard. */
	deadline: string;
	next: readonly Transition[];
}

/** What is told of a call, by the network or its room, or learnt at a deadline. */
const news = [
	'call_reported',
	'call_missing',
	'room_reported',
	'room_left',
	'human_judged',
	'key_pressed',
	'check_deadline',
] as const;

/** Somebody looked who could be called; with a client who rings back, at that moment. */
const looked = [ 'offer', 'rang_back' ] as const;

/** What may come of nobody being there who could take the call. */
const nobody: readonly Transition[] = [
	{
		when: 'nobody is left: refused, or the client gets a text message with a link',
		on: looked,
		to: 'failed',
	},
	{
		when: 'nobody is left: another attempt, or the fallback "try again"',
		on: looked,
		to: 'scheduled',
	},
	{
		when: 'nobody is left: the client may leave a message',
		on: looked,
		to: 'leaving_message',
	},
];

/** Who had booked is never left without a word. */
const missed: Omit< Transition, 'on' > = {
	when: 'a booking is called no more: it is too late, or a late one is offered a new slot; the client gets a text message with a link',
	to: 'failed',
};

/** Each ends a request that a visitor could cancel. */
const companyGivesUp = [ 'cancel', 'handle', 'block_number' ] as const;

const givenUp: readonly Transition[] = [
	{
		when: 'the visitor or the company cancels, or somebody says what came of it',
		on: companyGivesUp,
		to: 'cancelled',
	},
];

/** What may come of two who are being brought together, whoever was called first. */
const meeting: readonly Transition[] = [
	{
		when: 'both are in the room',
		on: [ ...news, 'room_started' ],
		to: 'talking',
	},
	{
		when: 'they had met, and one hung up before that was known',
		on: news,
		to: 'done',
	},
	{
		when: 'they had met, the company hung up before that was known, and the survey is on',
		on: news,
		to: 'surveying',
	},
	{
		when: 'they had met so shortly that another attempt is wanted',
		on: news,
		to: 'scheduled',
	},
	{
		when: 'the client cannot be had any more, the network refuses, or a call’s fate cannot be known',
		on: [ ...news, 'call_not_placed', 'call_placed' ],
		to: 'failed',
	},
];

/**
 * The states of a request and what may come next. The docs are generated from it (docs/call-states.md); its test holds it
 * against what `decide` does, both ways.
 */
export const stateTable: Readonly< Record< 'new' | RequestState, StateRow > > =
	{
		new: {
			means: 'A visitor has just sent it.',
			deadline: '',
			next: [
				{
					when: 'somebody may be called, or it waits and says why',
					on: [ 'request' ],
					to: 'queued',
				},
				{
					when: `it comes more than ${ timings.overdueMinutes } minutes late, or after closing`,
					on: [ 'request' ],
					to: 'overdue',
				},
				...nobody.map( ( row ) => ( {
					...row,
					on: [ 'request' ] as const,
				} ) ),
				{
					when: 'a slot is booked',
					on: [ 'request' ],
					to: 'scheduled',
				},
				{
					when: 'its slot is over or gone when WordPress delivers it: the client gets a text message with a link',
					on: [ 'request' ],
					to: 'failed',
				},
			],
		},
		scheduled: {
			means: 'It is called at a time: booked, after a miss, or as the client asked by key.',
			deadline: `${ timings.nudgeSeconds } s after that time it is in the queue in any case`,
			next: [
				{
					when: 'its time has come: it has its old place in the queue',
					on: [ 'offer', 'check_deadline' ],
					to: 'queued',
				},
				{
					when: 'its time comes after its patience is over',
					on: [ 'offer' ],
					to: 'expired',
				},
				{
					when: 'the visitor moves the booking',
					on: [ 'move_booking' ],
					to: 'scheduled',
				},
				{ ...missed, on: [ 'offer', 'check_deadline' ] },
				{
					when: 'the client rings back',
					on: [ 'rang_back' ],
					to: 'calling_company',
				},
				...nobody.filter( ( { to } ) => to !== 'scheduled' ),
				{
					when: 'somebody of the company has it called now, or takes it',
					on: [ 'call_now', 'assign' ],
					to: 'queued',
				},
				{
					when: 'somebody of the company gives it another time',
					on: [ 'reschedule' ],
					to: 'scheduled',
				},
				...givenUp,
			],
		},
		queued: {
			means: 'It waits for its turn, or for what it says.',
			deadline:
				'given up when its patience is over (a setting; 60 minutes)',
			next: [
				{
					when: 'the company is dialled first',
					on: [ 'dial_leg', 'call_reported' ],
					to: 'calling_company',
				},
				{
					when: 'the client is dialled first',
					on: [ 'dial_leg', 'call_reported' ],
					to: 'calling_client',
				},
				{
					when: 'the client rings back',
					on: [ 'rang_back' ],
					to: 'calling_company',
				},
				...nobody,
				{
					when: 'an order that was thought refused shows itself, and its call is over',
					on: [ 'call_reported' ],
					to: 'failed',
				},
				{
					when: 'an order that was thought refused shows itself, and an attempt is left',
					on: [ 'call_reported' ],
					to: 'scheduled',
				},
				{
					when: 'its patience is over',
					on: [ 'check_deadline', 'offer' ],
					to: 'expired',
				},
				{ ...missed, on: [ 'offer', 'check_deadline' ] },
				{
					when: 'somebody of the company gives it a time',
					on: [ 'reschedule' ],
					to: 'scheduled',
				},
				...givenUp,
			],
		},
		calling_company: {
			means: 'The company’s side is rung, one after the other or all at once; client first: while the client waits.',
			deadline: `by its calls; looked again ${ timings.nudgeSeconds } s after the last one; a client waits ${ 2 * timings.waitingSeconds } s with nobody rung`,
			next: [
				{
					when: 'somebody takes the call: the others are withdrawn, the client is dialled',
					on: news,
					to: 'calling_client',
				},
				...meeting,
				...nobody,
				{
					when: 'nobody can be called now, and nobody is on the line: it waits in its old place',
					on: [ 'offer' ],
					to: 'queued',
				},
				{
					when: 'the network did not process the order, for certain: it waits in its old place',
					on: [ 'call_not_placed' ],
					to: 'queued',
				},
				{
					when: 'its patience is over and nobody is on the line',
					on: [ 'check_deadline', 'offer' ],
					to: 'expired',
				},
				{
					when: 'the visitor or the company cancels before the client’s phone is dialled',
					on: companyGivesUp,
					to: 'cancelled',
				},
			],
		},
		calling_client: {
			means: 'The client’s side is rung or asked; company first: while the company waits.',
			deadline: 'by its calls',
			next: [
				{
					when: 'the client is there and nobody of the company is, yet or any more: the company is called',
					on: news,
					to: 'calling_company',
				},
				{
					when: 'the client cannot be had (busy, no answer, machine), and an attempt is left; or they asked by key to be called later',
					on: news,
					to: 'scheduled',
				},
				...meeting,
				{
					when: 'the network did not process the order, for certain: it waits in its old place',
					on: [ 'call_not_placed' ],
					to: 'queued',
				},
				{
					when: 'the visitor or the company cancels before the client’s phone is dialled, or the client by key',
					on: [ ...companyGivesUp, 'key_pressed' ],
					to: 'cancelled',
				},
			],
		},
		talking: {
			means: 'They talk.',
			deadline: `the longest conversation and ${ timings.talkGraceSeconds } s; a sign of life is asked for every ${ timings.talkCheckSeconds } s`,
			next: [
				{ when: 'one hangs up', on: news, to: 'done' },
				{
					when: 'the company hangs up first, and the survey is on',
					on: news,
					to: 'surveying',
				},
				{
					when: 'they talked so shortly that another attempt is wanted; or it was the client’s machine',
					on: news,
					to: 'scheduled',
				},
				{
					when: 'the company’s voice was a machine: the next one is called, the client hears music',
					on: [ 'human_judged' ],
					to: 'calling_company',
				},
				{
					when: 'the client’s voice was a machine, and no attempt is left',
					on: [ 'human_judged' ],
					to: 'failed',
				},
			],
		},
		surveying: {
			means: 'They have talked, and the client is asked how it was, twice at most.',
			deadline: `${ timings.surveySeconds } s`,
			next: [
				{
					when: 'a score, no answer twice, or the client hangs up',
					on: news,
					to: 'done',
				},
			],
		},
		leaving_message: {
			means: 'Nobody could take the call: the client is called, or is on the line, and may leave a message.',
			deadline: `by the client’s call; ${ timings.voicemailSeconds + timings.voicemailGraceSeconds } s once they are there`,
			next: [
				{
					when: 'a message was left',
					on: [ 'voicemail_left' ],
					to: 'done',
				},
				{
					when: 'nothing was said, or the client cannot be had',
					on: [
						'voicemail_left',
						...news,
						'call_not_placed',
						'call_placed',
					],
					to: 'failed',
				},
				{
					when: 'the network cannot be reached until its patience is over',
					on: [ 'check_deadline' ],
					to: 'expired',
				},
				{
					when: 'the visitor or the company cancels before the client’s phone is dialled',
					on: companyGivesUp,
					to: 'cancelled',
				},
			],
		},
		done: over( 'They talked, or a message was left.' ),
		failed: over( 'It could not be done; the reason is kept.' ),
		cancelled: over(
			'The visitor, or the client by key, does not want it any more; or somebody of the company saw to it otherwise.'
		),
		expired: over(
			'It waited too long: calling much later would surprise the visitor.'
		),
		overdue: over( 'It came too late to call: a person sees it.' ),
	};

function over( means: string ): StateRow {
	return {
		means,
		deadline: 'none; what is left of its calls is ended within minutes',
		next: [],
	};
}
