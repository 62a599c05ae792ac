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
	| 'not_confirmed';

interface LegFacts {
	id: string;
	party: Party;
	/** E.164: who is called. */
	number: string;
	/** E.164: what their phone shows. */
	callerId: string;
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
}

export interface EndedLeg extends LegFacts {
	state: 'ended';
	dialedAt: Date | null;
	callSid: string | null;
	ringingAt: Date | null;
	answeredAt: Date | null;
	inRoom: boolean;
	endedAt: Date;
	endReason: LegEndReason;
}

export type Leg =
	PlannedLeg | DialingLeg | UnknownLeg | RingingLeg | AnsweredLeg | EndedLeg;

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

/** Whether a call may exist for it and is not known to be over. */
export function isLive( leg: Leg ): boolean {
	return leg.state !== 'planned' && leg.state !== 'ended';
}
