import type { Cost } from '../../costs/domain/cost.js';

/** A callback that took place. */
export interface PastCallback {
	cost: Cost;
	talkSeconds: number;
}

export interface Estimate {
	/** Of one callback; null: no price is known. */
	cost: Cost | null;
	basis: 'past_callbacks' | 'prices' | 'none';
	talkMinutes: number;
	/** On how many it stands. */
	callbacks: number;
}

/** What is told by prices, by begun minutes. */
export interface Prices {
	/** Of a minute to each party. */
	company: Cost;
	client: Cost;
	/** Of a segment of a text message; null: none is sent, or no price is known. */
	segment: Cost | null;
}

/** Fewer say little: one long talk would be the estimate. */
const fewestCallbacks = 3;
/** How long a talk is supposed to be while nothing is known. */
export const supposedTalkMinutes = 3;
/** How long the party that is called first waits for the other. */
const waitingMinutes = 0.5;

/** By what callbacks have cost, the newest first; null: there are too few of them. */
export function estimateOfPast(
	past: readonly PastCallback[]
): Estimate | null {
	const currency = past[ 0 ]?.cost.currency;
	const comparable = past.filter(
		( { cost } ) => cost.currency === currency
	);
	if ( currency === undefined || comparable.length < fewestCallbacks ) {
		return null;
	}
	const mean = ( values: number[] ) =>
		values.reduce( ( sum, value ) => sum + value, 0 ) / values.length;
	return {
		cost: {
			micros: Math.round(
				mean( comparable.map( ( { cost } ) => cost.micros ) )
			),
			currency,
		},
		basis: 'past_callbacks',
		talkMinutes:
			Math.round(
				mean( comparable.map( ( { talkSeconds } ) => talkSeconds ) ) / 6
			) / 10,
		callbacks: comparable.length,
	};
}

/** By the network's list, of a talk as long as supposed. */
export function estimateOfPrices(
	{ company, client, segment }: Prices,
	{
		firstParty,
		segments,
	}: { firstParty: 'company' | 'client'; segments: number }
): Estimate | null {
	const currency = company.currency;
	const all = [ client, ...( segment ? [ segment ] : [] ) ];
	if ( all.some( ( price ) => price.currency !== currency ) ) {
		return null;
	}
	const minutes = ( party: 'company' | 'client' ) =>
		Math.ceil(
			supposedTalkMinutes + ( party === firstParty ? waitingMinutes : 0 )
		);
	return {
		cost: {
			micros:
				company.micros * minutes( 'company' ) +
				client.micros * minutes( 'client' ) +
				( segment?.micros ?? 0 ) * segments,
			currency,
		},
		basis: 'prices',
		talkMinutes: supposedTalkMinutes,
		callbacks: 0,
	};
}

export const noEstimate: Estimate = {
	cost: null,
	basis: 'none',
	talkMinutes: supposedTalkMinutes,
	callbacks: 0,
};
