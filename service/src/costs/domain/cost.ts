/** What the network asked. */
export interface Cost {
	/** Millionths of the currency's unit. */
	micros: number;
	/** ISO 4217; `mixedCurrency` where amounts of several met, and no sum means anything. */
	currency: string;
}

/** ISO 4217: no currency is involved. */
export const mixedCurrency = 'XXX';

/** Null: not known of either. */
export function addCosts( a: Cost | null, b: Cost | null ): Cost | null {
	if ( ! a || ! b ) {
		return a ?? b;
	}
	return a.currency === b.currency
		? { micros: a.micros + b.micros, currency: a.currency }
		: { micros: 0, currency: mixedCurrency };
}

/** As the contract has money: thousandths of the unit, null where nothing is known. */
export function shownCost( cost: {
	micros: number | null;
	currency: string | null;
} ): {
	costMilli: number | null;
	currency: string | null;
} {
	const { micros, currency } = cost;
	return micros === null || currency === null || currency === mixedCurrency
		? { costMilli: null, currency: null }
		: { costMilli: Math.round( micros / 1_000 ), currency };
}
