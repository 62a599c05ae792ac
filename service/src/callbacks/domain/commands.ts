import type { CallPlan, HeldBackBy, Outcome } from './callback-request.js';
import type { Question } from './leg.js';
import type { RequestEvent } from './events.js';

/** The network's word for a call, as in telephony.ts: the domain imports nothing from there. */
export type ReportedStatus =
	| 'queued'
	| 'ringing'
	| 'in_progress'
	| 'completed'
	| 'busy'
	| 'no_answer'
	| 'refused'
	| 'failed'
	| 'cancelled';

/** Somebody on the company's side who may be called now. */
export interface Candidate {
	/** Null: the destination number. */
	userId: number | null;
	/** E.164. */
	number: string;
	/** Whether they must press a key to take the call. */
	mustConfirm: boolean;
}

/**
 * What is known, at this instant and in this transaction, of who could be called: read by the use case, judged by decide.
 * Whoever is in `candidates` has a seat held for this request already; the seats of those who are not called are given back.
 */
export interface Facts {
	/** Null: it is this request's turn and the channel has a place. */
	heldBackBy: HeldBackBy | null;
	/** In the order in which they are to be called, without those already rung in this attempt. Of `all_at_once`, all. */
	candidates: readonly Candidate[];
	/** Whether somebody is eligible whose seat is taken for now: worth waiting for. */
	worthWaiting: HeldBackBy | null;
	/** Ids for whatever is planned: as many as candidates, and three more (an attempt, the client, the fallback number). */
	newIds: readonly string[];
}

export interface RequestCommand {
	type: 'request';
	requestId: string;
	clientNumber: string;
	plan: CallPlan;
	/** When the visitor sent it, by WordPress's clock. */
	requestedAt: Date;
	/**
	 * False: the channel takes no request now, or the booked slot is over or gone. Only a request that was under way meanwhile
	 * comes so far.
	 */
	open: boolean;
	expiresAt: Date;
	attemptId: string;
	facts: Facts;
}

export type NotedWhat =
	| 'booking_uncovered'
	| 'booking_confirmed'
	| 'text_message_sent'
	| 'text_message_not_sent'
	| 'supervised';

/** What somebody of the company does with it: `byUserId` is their WordPress user. */
export type ActionCommand =
	| {
			type: 'call_now';
			byUserId: number;
			/** Of one that is over: the request made in its place. */
			newRequestId: string | null;
	  }
	/** It waits for this agent alone, or for anybody (null). `now`: and is due. */
	| {
			type: 'assign';
			userId: number | null;
			byUserId: number;
			now: boolean;
	  }
	/** Of a booking the places are given back in the same transaction. */
	| { type: 'reschedule'; dueAt: Date; byUserId: number }
	| {
			type: 'handle';
			outcome: Outcome;
			note: string | null;
			byUserId: number;
	  }
	| { type: 'block_number'; byUserId: number }
	/** By the visitor themselves, `byUserId` is absent. */
	| { type: 'cancel'; reason: string; byUserId?: number };

export type Command =
	| ActionCommand
	/** It may be this request's turn, or the next candidate's: someone looked who could be called. */
	| { type: 'offer'; facts: Facts }
	/** It is this leg's turn. */
	| { type: 'dial_leg'; legId: string }
	| { type: 'call_placed'; legId: string; callSid: string }
	| {
			type: 'call_not_placed';
			legId: string;
			kind: 'permanent' | 'settings' | 'retryable' | 'unknown';
			/** The network's error number. */
			code: string;
			/** The number itself is at fault. */
			numberInvalid: boolean;
	  }
	/** Told by the network, or learnt by asking it. `occurredAt` may lie before now. */
	| {
			type: 'call_reported';
			legId: string;
			callSid: string;
			status: ReportedStatus;
			occurredAt: Date;
			source: 'told' | 'asked';
			code: string | null;
	  }
	/** Asked by its id, the network knows no such call. */
	| { type: 'call_missing'; legId: string }
	/** The network's verdict on who answered; `unknown` counts as a person. */
	| {
			type: 'human_judged';
			legId: string;
			callSid: string;
			verdict: 'human' | 'machine' | 'fax' | 'unknown';
	  }
	/** A key, or none in time (null). Only the answer to the question that is asked now counts. */
	| {
			type: 'key_pressed';
			legId: string;
			callSid: string;
			question: Question;
			digits: string | null;
			/** Whether the question had been repeated; absent when not known. A repeated message must not count as another. */
			again?: boolean;
	  }
	/** The agent who is rung went offline or away (or was taken off the team). */
	| { type: 'agent_left'; userId: number }
	| {
			type: 'room_reported';
			legId: string;
			callSid: string;
			what: 'entered' | 'hung_up' | 'removed';
			occurredAt: Date;
	  }
	/** The room began to mix voices: at least two are in it. */
	| { type: 'room_started'; occurredAt: Date }
	/** The client's call has left the room and goes on: the survey, or a farewell. */
	| { type: 'room_left'; legId: string; callSid: string }
	/** The client rings the number that called them. `company`: seats were held for whoever may take it. */
	| {
			type: 'rang_back';
			legId: string;
			attemptId: string;
			callSid: string;
			facts: Facts;
	  }
	| {
			type: 'voicemail_left';
			legId: string;
			callSid: string;
			seconds: number;
	  }
	/** The places of the new time are taken, in the same transaction. */
	| { type: 'move_booking'; startsAt: Date; endsAt: Date }
	/** Something outside of its calls, for the timeline. */
	| {
			type: 'note';
			what: NotedWhat;
			detail: string | null;
			/** Who did it; absent: nobody of the company. */
			byUserId?: number;
	  }
	| { type: 'check_deadline' }
	/** Its return timer's time may have come. */
	| { type: 'return_timer_rang' }
	/** A process has started: what the network told meanwhile may be lost. */
	| { type: 'look_again' };

/** What is to be done, as data; performed by jobs after the commit. Each may be performed twice without harm. */
export type Effect =
	/** Look who could be called now, and tell by `offer`. */
	| { type: 'seek'; at: Date | null }
	| { type: 'dial_leg'; legId: string; at: Date | null }
	/** Is somebody there who could take the booked call? */
	| { type: 'watch_booking'; at: Date }
	/** Then it is looked whether somebody has handled it. */
	| { type: 'return_timer'; at: Date }
	| { type: 'end_call'; legId: string; callSid: string }
	/** What the leg hears is decided again: by now it is a farewell, or a message may be left. */
	| { type: 'redirect_call'; legId: string; callSid: string }
	| { type: 'ask_call'; legId: string }
	/** The two talk, and the client has agreed. */
	| { type: 'start_recording'; legId: string; callSid: string }
	/** A place on the channel or an agent is free: whoever waits may go on. */
	| { type: 'move_queue' }
	/** The client gets a text message: could not be called, with a link to book. */
	| { type: 'send_booking_link' }
	/** A score at or under the threshold is the alert's own business: it is told of every score. */
	| { type: 'survey_scored'; score: number }
	| { type: 'raise_alert'; code: string }
	| { type: 'check_deadline'; at: Date };

export interface Decision {
	events: RequestEvent[];
	effects: Effect[];
}
