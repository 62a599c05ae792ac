import type { Alerts } from '../alerts/alerts.js';
import type { Clock } from '../clock.js';
import type { Logger } from '../logging.js';
import { microsOf, writtenAmount } from '../messages/amount.js';
import type { Database } from '../persistence/database.js';
import { toSqlInstant } from '../persistence/sql-instant.js';
import type { Site } from '../sites/site.js';
import type { SiteStore } from '../sites/site-store.js';
import type { Tell } from '../team-alerts/delivery.js';
import {
	TelephonyError,
	type Balance,
	type TelephonyOf,
} from '../telephony/telephony.js';
import { monthOf } from './domain/month.js';
import { isSpent, type Spending } from './spending.js';

export interface WatchMoneyDependencies {
	database: Database;
	sites: Pick< SiteStore, 'list' >;
	spending: Pick< Spending, 'ofMonth' >;
	alerts: Alerts;
	tell: Tell;
	telephonyOf: TelephonyOf< 'readBalance' >;
	clock: Clock;
	logger: Logger;
}

/** Tells the owner when the month has cost what they allow, and when the account holds little [N20]. */
export interface MoneyWatch {
	/** Each minute, on any number of instances: the balance is asked for once an hour by one of them. */
	sweep: ( now: Date ) => Promise< void >;
	/** The owner has changed what is watched: the limit holds at once, the balance is asked for within a minute. */
	changed: ( site: Site ) => Promise< void >;
}

const hourMs = 3_600_000;
/** A letter that lies longer tells what may not be so any more. */
const balanceUsefulMs = 24 * hourMs;

export function createMoneyWatch( {
	database,
	sites,
	spending,
	alerts,
	tell,
	telephonyOf,
	clock,
	logger,
}: WatchMoneyDependencies ): MoneyWatch {
	const { bound, dialect } = database;
	const sql = ( at: Date ) => toSqlInstant( dialect, at );

	/** Of the site, and of nobody in particular: the owner. */
	const news = ( { id }: Site ) => ( {
		siteId: id,
		recipient: 'owner' as const,
		channelId: null,
		requestId: null,
	} );

	/** A month has one letter, however often the limit is changed and reached. */
	const lookAtLimit = async ( site: Site, now: Date ): Promise< void > => {
		const spent = await spending.ofMonth( site, now );
		if ( ! spent || ! isSpent( spent, site ) ) {
			await alerts.clear( site.id, 'spending_limit_reached' );
			return;
		}
		const month = monthOf( site.timeZone, now );
		await database.transaction( async () => {
			await alerts.raise(
				site.id,
				'spending_limit_reached',
				writtenAmount( spent )
			);
			await tell( {
				...news( site ),
				kind: 'spending_limit',
				occasion: month.name,
				usefulUntil: month.endsAt,
			} );
		} );
	};

	/** Once, until it is above again. */
	const lookAtBalance = async (
		{ lowBalanceMilli, ...site }: Site,
		balance: Balance | null,
		now: Date
	): Promise< void > => {
		if (
			balance === null ||
			lowBalanceMilli === null ||
			balance.milli >= lowBalanceMilli
		) {
			await alerts.clear( site.id, 'balance_low' );
			return;
		}
		await database.transaction( async () => {
			await alerts.raise(
				site.id,
				'balance_low',
				writtenAmount( microsOf( balance ) )
			);
			const alert = ( await alerts.list( site.id ) ).find(
				( { code } ) => code === 'balance_low'
			);
			await tell( {
				...news( { ...site, lowBalanceMilli } ),
				kind: 'balance_low',
				// The alert keeps since when it is low.
				occasion: ( alert?.since ?? now ).toISOString(),
				usefulUntil: new Date( now.getTime() + balanceUsefulMs ),
			} );
		} );
	};

	/** False: it is not due, or another instance asks. */
	const takeTurn = async ( { id }: Site, now: Date ): Promise< boolean > =>
		( await bound.write(
			'UPDATE sites SET balance_due_at = $1 WHERE id = $2 AND ( balance_due_at IS NULL OR balance_due_at <= $3 )',
			[ sql( new Date( now.getTime() + hourMs ) ), id, sql( now ) ]
		) ) === 1;

	const look = async ( site: Site, now: Date ): Promise< void > => {
		if ( site.monthlyLimitMilli !== null ) {
			await lookAtLimit( site, now );
		}
		if (
			site.lowBalanceMilli !== null &&
			( await takeTurn( site, now ) )
		) {
			await lookAtBalance(
				site,
				await telephonyOf( site.id ).readBalance(),
				now
			);
		}
	};

	return {
		async sweep( now ) {
			for ( const site of await sites.list() ) {
				try {
					await look( site, now );
				} catch ( error ) {
					if ( ! ( error instanceof TelephonyError ) ) {
						throw error;
					}
					logger.warn(
						{ siteId: site.id, err: error },
						'The network did not say what the account holds'
					);
				}
			}
		},
		async changed( site ) {
			await lookAtLimit( site, clock.now() );
			if ( site.lowBalanceMilli === null ) {
				await alerts.clear( site.id, 'balance_low' );
			}
			await bound.write(
				'UPDATE sites SET balance_due_at = NULL WHERE id = $1',
				[ site.id ]
			);
		},
	};
}
