import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../clock.js';
import type { Logger } from '../logging.js';
import type { Database } from '../persistence/database.js';
import type { SiteStore } from '../sites/site-store.js';
import {
	TelephonyError,
	type Price,
	type TelephonyOf,
} from '../telephony/telephony.js';
import { createCostStore, pricedTables, type Unpriced } from './cost-store.js';
import { nextAskAt } from './domain/asking.js';
import type { Cost } from './domain/cost.js';
import { createSpending } from './spending.js';

export interface CostDependencies {
	database: Database;
	telephonyOf: TelephonyOf< 'priceOfCall' | 'priceOfMessage' >;
	sites: Pick< SiteStore, 'find' >;
	/** What a request cost has changed. */
	requestChanged?: ( siteId: string ) => void;
	clock: Clock;
	logger: Logger;
	/** Between two questions. */
	pauseMilliseconds?: number;
}

export interface Costs {
	/** Asks the network for the prices whose time has come. Several instances may do so at once: each is asked for by one. */
	sweep: ( now: Date ) => Promise< void >;
	/** A sweep under way ends with the question that is asked. */
	stop: () => void;
}

/** Of calls, of messages and of others, in one sweep. */
const askedAtOnce = 10;

/**
 * What calls and messages cost. The network knows some time after their end; each is asked for again, ever more seldom, for a day.
 * One question at a time and a pause after each, so that whoever waits for a call does not wait for this.
 */
export function createCosts( {
	database,
	telephonyOf,
	sites,
	requestChanged = () => undefined,
	clock,
	logger,
	pauseMilliseconds = 100,
}: CostDependencies ): Costs {
	const store = createCostStore( database, createSpending( database ) );
	let stopped = false;

	const ask = ( { siteId, charged, sid }: Unpriced ): Promise< Price > =>
		charged === 'call'
			? telephonyOf( siteId ).priceOfCall( sid )
			: telephonyOf( siteId ).priceOfMessage( sid );

	/** Put off first: a process that dies over it asks no sooner again, and no other asks meanwhile. */
	async function price( unpriced: Unpriced ): Promise< void > {
		const now = clock.now();
		const dueAt = nextAskAt( unpriced.over, now );
		if ( ! ( await store.postpone( unpriced, dueAt ) ) ) {
			return;
		}
		const answer = await ask( unpriced );
		if ( answer === 'never' ) {
			await store.postpone( { ...unpriced, dueAt: dueAt ?? now }, null );
		} else if ( answer !== 'not_yet' ) {
			await keep( unpriced, answer, now );
		}
	}

	async function keep(
		unpriced: Unpriced,
		cost: Cost,
		now: Date
	): Promise< void > {
		const { siteId, requestId } = unpriced;
		const site = await sites.find( siteId );
		if ( ! site ) {
			return;
		}
		await store.keep( unpriced, cost, site, now );
		if ( requestId !== null ) {
			database.afterCommit( () => requestChanged( siteId ) );
		}
	}

	const dueOfAll = async ( now: Date ): Promise< Unpriced[] > => {
		const due: Unpriced[] = [];
		for ( const table of pricedTables ) {
			due.push( ...( await store.due( table, now, askedAtOnce ) ) );
		}
		return due;
	};

	return {
		async sweep( now ) {
			for ( const unpriced of await dueOfAll( now ) ) {
				if ( stopped ) {
					return;
				}
				try {
					await price( unpriced );
				} catch ( error ) {
					if ( ! ( error instanceof TelephonyError ) ) {
						throw error;
					}
					// It is busy, or away: whoever wants to call goes first.
					logger.warn(
						{ [ unpriced.table ]: unpriced.id, err: error },
						'The network did not say what a call or message cost'
					);
					return;
				}
				await delay( pauseMilliseconds );
			}
		},
		stop() {
			stopped = true;
		},
	};
}
