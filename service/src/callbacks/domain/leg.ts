/** The two sides of a callback. */
export type Party = 'company' | 'client';

/** Why a leg is over; `completed`: it was answered. `not_confirmed`: nobody could say whether it was ever placed. */
export type LegEndReason =
	| 'completed'
	| 'busy'
	| 'no_answer'
	| 'refused'
	| 'failed'
	| 'cancelled'
	/** An answering machine or a fax took it. */
	| 'machine'
	/** The agent did not press the key that takes the call. */
	| 'not_confirmed_by_key'
	/** The agent went offline or away while it rang, or a colleague was quicker. */
	| 'withdrawn'
	| 'not_confirmed';

/** What a person on the line is asked to answer by a key. */
export type Question =
	'confirm' | 'keys' | 'later' | 'recording' | 'survey' | 'voicemail';

/** Asynchronous detection: `pending` until the network's verdict or a pressed key; null: not asked for. */
export type Human = 'pending' | 'human' | 'machine' | null;

export interface LegFacts {
	id: string;
	party: Party;
	/** The WordPress user who is called; null: the destination, the fallback number, or the client. */
	userId: number | null;
	/** They rang us: there was never an order. */
	incoming: boolean;
	/** E.164: who is called. */
	number: string;
	/** E.164: what their phone shows. */
	callerId: string;
	/** Whether a key takes the call (the whisper asks for it): a mobile's voicemail answers like a person. */
	mustConfirm: boolean;
	/** How often the network refused to process the order, so that patience is bounded. */
	refusals: number;
}

/** How often the network was asked about a leg past its deadline since it last moved, and when last. */
interface Asked {
	asks: number;
	askedAt: Date | null;
}

export interface PlannedLeg extends LegFacts {
	state: 'planned';
	/** Not to be dialled before; null: at once. */
	notBefore: Date | null;
}

/** The intent to call is committed: from here on the order is sent once at most. The call's id is not known. */
export interface DialingLeg extends LegFacts {
	state: 'dialing';
	dialedAt: Date;
}

/** The order may or may not have reached the network. It is never sent again. */
export interface UnknownLeg extends LegFacts, Asked {
	state: 'unknown';
	dialedAt: Date;
}

/** The network has the call and gave its id; `ringingAt` is null until it says that the phone rings. */
export interface RingingLeg extends LegFacts, Asked {
	state: 'ringing';
	dialedAt: Date;
	callSid: string;
	acceptedAt: Date;
	ringingAt: Date | null;
}

export interface AnsweredLeg extends LegFacts, Asked {
	state: 'answered';
	dialedAt: Date;
	callSid: string;
	ringingAt: Date | null;
	answeredAt: Date;
	/** When the network last gave a sign that this call lives. */
	confirmedAt: Date;
	inRoom: boolean;
	human: Human;
	/** Asked now; null: nothing. */
	question: Question | null;
	/** How often it was asked without an answer. */
	repeats: number;
	/** When every question that stood before the room was answered: the other party may be called, or joined. Null: not yet. */
	readyAt: Date | null;
}

export interface EndedLeg extends LegFacts {
	state: 'ended';
	dialedAt: Date | null;
	callSid: string | null;
	ringingAt: Date | null;
	answeredAt: Date | null;
	readyAt: Date | null;
	inRoom: boolean;
	endedAt: Date;
	endReason: LegEndReason;
}

export type Leg =
	PlannedLeg | DialingLeg | UnknownLeg | RingingLeg | AnsweredLeg | EndedLeg;

/** It was taken back before its phone was dialled: whoever it was for missed nothing. */
export const wasNeverDialed = ( leg: Leg ): boolean =>
	leg.state === 'ended' && leg.dialedAt === null;

const ranks: Record< Leg[ 'state' ], number > = {
	planned: 0,
	dialing: 1,
	unknown: 2,
	ringing: 3,
	answered: 4,
	ended: 5,
};

/** Ranks only rise, but for one case: a leg that the network refused to process is planned again. */
export function rankOf( leg: Leg ): number {
	return ranks[ leg.state ];
}

/** A leg whose person was heard: they are, or were, on the line. */
export type HeardLeg = ( AnsweredLeg | EndedLeg ) & { answeredAt: Date };

/** What stays the same in every state of a leg, and nothing else that is at hand. */
export function factsOf( leg: LegFacts ): LegFacts {
	const {
		id,
		party,
		userId,
		incoming,
		number,
		callerId,
		mustConfirm,
		refusals,
	} = leg;
	return {
		id,
		party,
		userId,
		incoming,
		number,
		callerId,
		mustConfirm,
		refusals,
	};
}

/** Whether a call may exist for it and is not known to be over. */
export function isLive( leg: Leg ): boolean {
	return leg.state !== 'planned' && leg.state !== 'ended';
}
