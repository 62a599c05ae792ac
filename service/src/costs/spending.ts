import type { Database } from '../persistence/database.js';
import type { Site } from '../sites/site.js';
import { mixedCurrency, type Cost } from './domain/cost.js';
import { monthOf } from './domain/month.js';

/** What a site's calls and messages of a month have cost, as far as the network has told. */
export interface Spending {
	/** Adds a cost to the month in which it arose. Joins the current transaction, which must not do so twice. */
	add: (
		site: Pick< Site, 'id' | 'timeZone' >,
		cost: Cost,
		arose: Date
	) => Promise< void >;
	/** Of the month of `now`; the greatest amount where accounts of several currencies were used. Null: nothing is known yet. */
	ofMonth: (
		site: Pick< Site, 'id' | 'timeZone' >,
		now: Date
	) => Promise< Cost | null >;
}

export function createSpending( database: Database ): Spending {
	const { bound, dialect } = database;
	return {
		async add( { id, timeZone }, { micros, currency }, arose ) {
			if ( currency === mixedCurrency ) {
				return;
			}
			await bound.write(
				`INSERT INTO monthly_spending ( site_id, month, currency, micros ) VALUES ( $1, $2, $3, $4 ) ${
					dialect === 'mysql'
						? 'ON DUPLICATE KEY UPDATE micros = micros + VALUES( micros )'
						: 'ON CONFLICT ( site_id, month, currency ) DO UPDATE SET micros = micros + excluded.micros'
				}`,
				[ id, monthOf( timeZone, arose ).name, currency, micros ]
			);
		},
		async ofMonth( { id, timeZone }, now ) {
			const [ greatest ] = await bound.select< Cost >(
				'SELECT micros, currency FROM monthly_spending WHERE site_id = $1 AND month = $2 ORDER BY micros DESC LIMIT 1',
				[ id, monthOf( timeZone, now ).name ]
			);
			return greatest
				? {
						micros: Number( greatest.micros ),
						currency: greatest.currency,
					}
				: null;
		},
	};
}

const microsPerMilli = 1_000;

/** Whether a month has cost what its owner allows. */
export function isSpent(
	spent: Cost | null,
	{ monthlyLimitMilli }: Pick< Site, 'monthlyLimitMilli' >
): boolean {
	return (
		monthlyLimitMilli !== null &&
		spent !== null &&
		spent.micros >= monthlyLimitMilli * microsPerMilli
	);
}
