import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../clock.js';
import type { Logger } from '../logging.js';
import type { Database } from '../persistence/database.js';
import {
	TelephonyError,
	type Price,
	type Telephony,
} from '../telephony/telephony.js';
import { createCostStore, type Unpriced } from './cost-store.js';
import { nextAskAt } from './domain/asking.js';

export interface CostDependencies {
	database: Database;
	telephony: Pick< Telephony, 'priceOfCall' | 'priceOfMessage' >;
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

/** Of calls, and of messages, in one sweep. */
const askedAtOnce = 10;

/**
 * What calls and messages cost. The network knows some time after their end; each is asked for again, ever more seldom, for a day.
 * One question at a time and a pause after each, so that whoever waits for a call does not wait for this.
 */
export function createCosts( {
	database,
	telephony,
	requestChanged = () => undefined,
	clock,
	logger,
	pauseMilliseconds = 100,
}: CostDependencies ): Costs {
	const store = createCostStore( database );
	let stopped = false;

	const ask = ( { charged, sid }: Unpriced ): Promise< Price > =>
		charged === 'call'
			? telephony.priceOfCall( sid )
			: telephony.priceOfMessage( sid );

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
			await store.keep( unpriced, answer, now );
			database.afterCommit( () => requestChanged( unpriced.siteId ) );
		}
	}

	return {
		async sweep( now ) {
			const due = [
				...( await store.due( 'call', now, askedAtOnce ) ),
				...( await store.due( 'message', now, askedAtOnce ) ),
			];
			for ( const unpriced of due ) {
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
						{ legOrMessageId: unpriced.id, err: error },
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
