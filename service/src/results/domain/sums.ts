import type { Figures } from '@rappel/contract';
import { addCosts, shownCost, type Cost } from '../../costs/domain/cost.js';
import { addRingTimes, middleOf, type RingTimes } from './ring-times.js';

/** What is counted of requests: whole numbers, so that the sums of two sets are those of both. */
export interface Sums {
	requests: number;
	booked: number;
	joined: number;
	joinedAtFirstTry: number;
	missed: number;
	cancelled: number;
	bookingsDue: number;
	bookingsPunctual: number;
	talkSeconds: number;
	/** How many gave 1, 2, 3, 4, 5. */
	scores: readonly number[];
	/** Null: not known of any. */
	cost: Cost | null;
	ringTimes: RingTimes;
}

export const noSums: Sums = {
	requests: 0,
	booked: 0,
	joined: 0,
	joinedAtFirstTry: 0,
	missed: 0,
	cancelled: 0,
	bookingsDue: 0,
	bookingsPunctual: 0,
	talkSeconds: 0,
	scores: [ 0, 0, 0, 0, 0 ],
	cost: null,
	ringTimes: new Map(),
};

export function sumOf( all: readonly Sums[] ): Sums {
	const total = ( count: ( one: Sums ) => number ) =>
		all.reduce( ( sum, one ) => sum + count( one ), 0 );
	return {
		requests: total( ( { requests } ) => requests ),
		booked: total( ( { booked } ) => booked ),
		joined: total( ( { joined } ) => joined ),
		joinedAtFirstTry: total( ( one ) => one.joinedAtFirstTry ),
		missed: total( ( { missed } ) => missed ),
		cancelled: total( ( { cancelled } ) => cancelled ),
		bookingsDue: total( ( { bookingsDue } ) => bookingsDue ),
		bookingsPunctual: total( ( one ) => one.bookingsPunctual ),
		talkSeconds: total( ( { talkSeconds } ) => talkSeconds ),
		scores: noSums.scores.map( ( _none, score ) =>
			total( ( { scores } ) => scores[ score ] ?? 0 )
		),
		cost: all.reduce< Cost | null >(
			( sum, { cost } ) => addCosts( sum, cost ),
			null
		),
		ringTimes: addRingTimes( all.map( ( { ringTimes } ) => ringTimes ) ),
	};
}

export function figuresOf( sums: Sums ): Figures {
	const { cost, ringTimes, scores, ...counts } = sums;
	return {
		...counts,
		scores: [ ...scores ],
		medianSecondsToRing: middleOf( ringTimes ),
		...shownCost( cost ?? { micros: null, currency: null } ),
	};
}
