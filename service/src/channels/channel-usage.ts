import type { ListedChannel } from '@rappel/contract';
import type { Clock } from '../clock.js';
import type { Database } from '../persistence/database.js';
import { toSqlInstant } from '../persistence/sql-instant.js';
import { localDay, spanOfDay } from '../results/domain/local-days.js';
import type { Site } from '../sites/site.js';

/** What a list of channels says of each besides its settings. */
export type Usage = Pick< ListedChannel, 'today' | 'open' >;

/** How the channels of a site are used, by id; one that is not used is not there. */
export type UsageOf = ( site: Site ) => Promise< Map< string, Usage > >;

export const unused: Usage = {
	today: { requests: 0, joined: 0 },
	open: { requests: 0, bookings: 0 },
};

/** COUNT is a number on both databases, SUM a text on MySQL. */
type Counted = number | string;

interface TodayRecord {
	channelId: string;
	requests: Counted;
	joined: Counted;
}

interface OpenRecord {
	channelId: string;
	requests: Counted;
	bookings: Counted;
}

const todaySql = `SELECT r.channel_id AS channelId, COUNT(*) AS requests,
		SUM( CASE WHEN EXISTS ( SELECT 1 FROM attempts a WHERE a.request_id = r.id AND a.joined_at IS NOT NULL ) THEN 1 ELSE 0 END ) AS joined
	FROM callback_requests r
	WHERE r.site_id = $1 AND r.created_at >= $2 AND r.created_at < $3
	GROUP BY r.channel_id`;

/** A booking is one until its call begins. */
const openSql = `SELECT channel_id AS channelId, COUNT(*) AS requests,
		SUM( CASE WHEN state = 'scheduled' AND scheduled_why = 'booked' THEN 1 ELSE 0 END ) AS bookings
	FROM callback_requests
	WHERE site_id = $1 AND standing = 'open'
	GROUP BY channel_id`;

export function createUsageOf(
	{ bound, dialect }: Pick< Database, 'bound' | 'dialect' >,
	clock: Clock
): UsageOf {
	return async ( { id, timeZone } ) => {
		const span = spanOfDay( timeZone, localDay( timeZone, clock.now() ) );
		const [ ofToday, open ] = await Promise.all( [
			bound.select< TodayRecord >( todaySql, [
				id,
				toSqlInstant( dialect, new Date( span.start ) ),
				toSqlInstant( dialect, new Date( span.end ) ),
			] ),
			bound.select< OpenRecord >( openSql, [ id ] ),
		] );
		const usages = new Map< string, Usage >();
		const put = ( channelId: string, known: Partial< Usage > ) =>
			usages.set( channelId, {
				...unused,
				...usages.get( channelId ),
				...known,
			} );
		for ( const { channelId, requests, joined } of ofToday ) {
			put( channelId, {
				today: {
					requests: Number( requests ),
					joined: Number( joined ),
				},
			} );
		}
		for ( const { channelId, requests, bookings } of open ) {
			put( channelId, {
				open: {
					requests: Number( requests ),
					bookings: Number( bookings ),
				},
			} );
		}
		return usages;
	};
}
