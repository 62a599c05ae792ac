import type { Figures } from '@rappel/contract';
import { addCosts, shownCost, type Cost } from '../../costs/domain/cost.js';
import { middleOf, type RingTimes } from './ring-times.js';

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
	ringTimes: [],
};

/** Sums that others are added to. */
export interface GrowingSums extends Sums {
	scores: number[];
	ringTimes: string[];
}

export function growingSums(): GrowingSums {
	return {
		...noSums,
		scores: [ ...noSums.scores ],
		ringTimes: [],
	};
}

/** In place: a year of a site is a hundred thousand of them. */
export function grow( total: GrowingSums, one: Sums ): void {
	total.requests += one.requests;
	total.booked += one.booked;
	total.joined += one.joined;
	total.joinedAtFirstTry += one.joinedAtFirstTry;
	total.missed += one.missed;
	total.cancelled += one.cancelled;
	total.bookingsDue += one.bookingsDue;
	total.bookingsPunctual += one.bookingsPunctual;
	total.talkSeconds += one.talkSeconds;
	for ( let score = 0; score < total.scores.length; score++ ) {
		total.scores[ score ] =
			( total.scores[ score ] ?? 0 ) + ( one.scores[ score ] ?? 0 );
	}
	total.cost = addCosts( total.cost, one.cost );
	one.ringTimes.forEach( ( text ) => total.ringTimes.push( text ) );
}

export function sumOf( all: readonly Sums[] ): Sums {
	const total = growingSums();
	for ( const one of all ) {
		grow( total, one );
	}
	return total;
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
