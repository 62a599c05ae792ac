import type { Database } from '../persistence/database.js';
import { mixedCurrency } from '../costs/domain/cost.js';
import type { PastCallback } from './domain/estimate.js';

/** Enough for a mean, few enough to be read at once. */
const newest = 30;

interface PastRecord {
	micros: number | string;
	currency: string;
	talkSeconds: number | string;
}

/** The last callbacks that took place and whose cost is known, the newest first: of a channel, or of the whole site. */
export type PastCallbacks = (
	siteId: string,
	channelId: string | null
) => Promise< PastCallback[] >;

export function createPastCallbacks( { bound }: Database ): PastCallbacks {
	return async ( siteId, channelId ) => {
		const rows = await bound.select< PastRecord >(
			`SELECT r.cost_micros AS micros, r.currency, SUM( COALESCE( a.talk_seconds, 0 ) ) AS talkSeconds
				FROM callback_requests r JOIN attempts a ON a.request_id = r.id
				WHERE r.site_id = $1 ${ channelId === null ? '' : 'AND r.channel_id = $2' }
					AND r.state = 'done' AND r.cost_micros > 0 AND r.currency <> '${ mixedCurrency }'
				GROUP BY r.id, r.created_at, r.cost_micros, r.currency
				HAVING SUM( COALESCE( a.talk_seconds, 0 ) ) > 0
				ORDER BY r.created_at DESC LIMIT ${ newest }`,
			channelId === null ? [ siteId ] : [ siteId, channelId ]
		);
		return rows.map( ( { micros, currency, talkSeconds } ) => ( {
			cost: { micros: Number( micros ), currency },
			talkSeconds: Number( talkSeconds ),
		} ) );
	};
}
