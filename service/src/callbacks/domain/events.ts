import type { NotedWhat } from './commands.js';
import type {
	CallPlan,
	FailureReason,
	HeldBackBy,
	Outcome,
	RetryReason,
} from './callback-request.js';
import type { LegEndReason, Party, Question } from './leg.js';

export interface LegPlan {
	id: string;
	party: Party;
	userId: number | null;
	incoming: boolean;
	number: string;
	callerId: string;
}

/** What has happened, in the past tense. Kept for ever in request_events, as the audit trail; never replayed. */
export type RequestEvent = { at: Date } & (
	| {
			type: 'requested';
			requestId: string;
			clientNumber: string;
			plan: CallPlan;
			expiresAt: Date;
			attemptId: string;
	  }
	| { type: 'delivered_late'; seconds: number }
	/** At the time of its plan it is called. */
	| { type: 'booked'; startsAt: Date }
	| { type: 'booking_moved'; startsAt: Date; endsAt: Date }
	/** The call begins later than was agreed. */
	| { type: 'called_late'; seconds: number }
	| {
			type: 'noted';
			what: NotedWhat;
			detail: string | null;
			byUserId?: number;
	  }
	/** Nobody handled it in time: it is anybody's of the team. */
	| { type: 'returned' }
	/** Nor did anybody then: those who supervise are told. */
	| { type: 'supervisor_told' }
	| { type: 'became_overdue' }
	| { type: 'expired' }
	/** `byUserId`: somebody of the company did. */
	| { type: 'cancelled'; reason: string; byUserId?: number }
	/** The company's own actions. `newRequestId`: it was over, and was asked for again. */
	| { type: 'called_now'; byUserId: number; newRequestId: string | null }
	| { type: 'assigned'; userId: number | null; byUserId: number }
	| { type: 'rescheduled'; dueAt: Date; byUserId: number }
	| {
			type: 'handled';
			outcome: Outcome;
			note: string | null;
			byUserId: number;
	  }
	| { type: 'number_blocked'; byUserId: number }
	/** It waits, and this is why. */
	| { type: 'held_back'; by: HeldBackBy }
	/** The wait for a time is over: it queues in its old place. */
	| { type: 'due' }
	| { type: 'attempt_started'; attemptId: string; ordinal: number }
	/** The side that could not be had, and when the next attempt is due. */
	| {
			type: 'retry_scheduled';
			party: Party;
			reason: RetryReason;
			dueAt: Date;
	  }
	| { type: 'fell_back'; to: 'call_number' | 'voicemail' | 'text_message' }
	| { type: 'trying_again'; dueAt: Date }
	/** The client asked by key to be called later. */
	| { type: 'postponed'; minutes: number; dueAt: Date }
	| ( { type: 'leg_planned' } & { leg: LegPlan; mustConfirm: boolean } )
	| { type: 'leg_dialing'; legId: string }
	/** The network did not process the order, for certain. */
	| {
			type: 'leg_put_back';
			legId: string;
			cause: 'network' | 'settings';
			code: string;
			notBefore: Date;
	  }
	| { type: 'leg_unknown'; legId: string; code: string }
	| { type: 'leg_accepted'; legId: string; callSid: string }
	| { type: 'leg_rang'; legId: string }
	| { type: 'leg_answered'; legId: string }
	| { type: 'leg_judged'; legId: string; verdict: 'human' | 'machine' }
	| { type: 'leg_asked_question'; legId: string; question: Question }
	| {
			type: 'key_pressed';
			legId: string;
			question: Question;
			/** Null: none in time. */
			digits: string | null;
	  }
	| { type: 'leg_ready'; legId: string }
	| { type: 'recording_answered'; agreed: boolean }
	| { type: 'survey_started'; legId: string }
	| { type: 'survey_answered'; legId: string; score: number }
	| { type: 'voicemail_left'; legId: string; seconds: number }
	/** The client rang back: this call is their leg. */
	| { type: 'rang_back'; leg: LegPlan; callSid: string }
	/** The first party hears the waiting message; the second is called. */
	| { type: 'waiting'; legId: string }
	| { type: 'leg_entered_room'; legId: string }
	| { type: 'leg_asked'; legId: string }
	/** Asked, the network said that the call lives. */
	| { type: 'leg_confirmed'; legId: string }
	/** What followed was learnt by asking, not told. */
	| { type: 'reconciled'; legId: string; status: string }
	| {
			type: 'leg_ended';
			legId: string;
			reason: LegEndReason;
			code: string | null;
	  }
	/** A call that was given up shows a sign of life: it is ended. */
	| { type: 'stray_call'; legId: string; callSid: string }
	| { type: 'joined' }
	| { type: 'hung_up_first'; party: Party; sure: boolean }
	| { type: 'done'; talkSeconds: number }
	| { type: 'failed'; reason: FailureReason; code: string | null }
);
