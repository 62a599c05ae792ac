import type { Database } from '../persistence/database.js';
import { toSqlInstant } from '../persistence/sql-instant.js';
import type { Site } from '../sites/site.js';
import { firstAskAt } from './domain/asking.js';

/** What belongs to no request. */
export type Purpose =
	| 'test_call'
	| 'supervision'
	/** What an agent is told by text message. */
	| 'team_alert'
	/** That confirms a visitor's number. */
	| 'number_code';

export interface OtherCost {
	siteId: string;
	purpose: Purpose;
	charged: 'call' | 'message';
	/** The network's id of it. */
	sid: string;
	/** Since when it is over, or by when it certainly will be. */
	over: Date;
}

const keptMs = 90 * 86_400_000;
/** A test call rings, says its sentence and is over within this time. */
const longestTestCallMs = 120_000;

/** What a test call costs that was accepted at an instant. */
export function testCallCost(
	{ id }: Pick< Site, 'id' >,
	sid: string,
	placedAt: Date
): OtherCost {
	return {
		siteId: id,
		purpose: 'test_call',
		charged: 'call',
		sid,
		over: new Date( placedAt.getTime() + longestTestCallMs ),
	};
}

export interface OtherCosts {
	/** Has the network asked what it cost, so that it counts among what the site spends. Twice is as once. */
	add: ( cost: OtherCost ) => Promise< void >;
	/** Forgets those of months ago: what they cost is in the month's sum. */
	sweep: ( now: Date ) => Promise< void >;
}

export function createOtherCosts( database: Database ): OtherCosts {
	const { bound, dialect } = database;
	const sql = ( at: Date ) => toSqlInstant( dialect, at );
	return {
		async add( { siteId, purpose, charged, sid, over } ) {
			await bound.write(
				`INSERT INTO other_costs ( sid, site_id, purpose, charged, over_at, price_due_at ) VALUES ( $1, $2, $3, $4, $5, $6 ) ${
					dialect === 'mysql'
						? 'ON DUPLICATE KEY UPDATE sid = sid'
						: 'ON CONFLICT ( sid ) DO NOTHING'
				}`,
				[
					sid,
					siteId,
					purpose,
					charged,
					sql( over ),
					sql( firstAskAt( over ) ),
				]
			);
		},
		async sweep( now ) {
			await bound.write( 'DELETE FROM other_costs WHERE over_at < $1', [
				sql( new Date( now.getTime() - keptMs ) ),
			] );
		},
	};
}
