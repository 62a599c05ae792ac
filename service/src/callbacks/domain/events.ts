import type { CallPlan, FailureReason } from './callback-request.js';
import type { LegEndReason, Party } from './leg.js';

export interface LegPlan {
	id: string;
	party: Party;
	number: string;
	callerId: string;
}

/** What has happened, in the past tense. Kept for ever in request_events, as the audit trail; never replayed. */
export type RequestEvent = { at: Date } & (
	| {
			type: 'requested';
			requestId: string;
			plan: CallPlan;
			expiresAt: Date;
			attempt: { id: string; ordinal: number; legs: readonly LegPlan[] };
	  }
	| { type: 'delivered_late'; seconds: number }
	| { type: 'became_overdue' }
	| { type: 'expired' }
	| { type: 'cancelled'; reason: string }
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
