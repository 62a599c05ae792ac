import type { CallPlan } from './callback-request.js';
import type { LegPlan, RequestEvent } from './events.js';

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

export interface RequestCommand {
	type: 'request';
	requestId: string;
	plan: CallPlan;
	/** When the visitor sent it, by WordPress's clock. */
	requestedAt: Date;
	/** False: the channel takes no request now. Only a request that was under way meanwhile comes so far. */
	open: boolean;
	attempt: { id: string; legs: readonly LegPlan[] };
}

export type Command =
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
	| {
			type: 'room_reported';
			legId: string;
			callSid: string;
			what: 'entered' | 'hung_up' | 'removed';
			occurredAt: Date;
	  }
	/** The room began to mix voices: at least two are in it. */
	| { type: 'room_started'; occurredAt: Date }
	| { type: 'cancel'; reason: string }
	| { type: 'check_deadline' }
	/** A process has started: what the network told meanwhile may be lost. */
	| { type: 'look_again' };

/** What is to be done, as data; performed by jobs after the commit. Each may be performed twice without harm. */
export type Effect =
	| { type: 'dial_leg'; legId: string; at: Date | null }
	| { type: 'end_call'; legId: string; callSid: string }
	/** What the leg hears is decided again: by now it is a farewell. */
	| { type: 'redirect_call'; legId: string; callSid: string }
	| { type: 'ask_call'; legId: string }
	| { type: 'raise_alert'; code: string }
	| { type: 'check_deadline'; at: Date };

export interface Decision {
	events: RequestEvent[];
	effects: Effect[];
}
