import { DateTime } from 'luxon';
import { zoneNamed } from '../availability/domain/zone.js';
import type { Database } from '../persistence/database.js';

export interface Quota {
	/** A date ("2026-12-01") or an ISO week ("2026-W49") of the site's clock. */
	period: string;
	/** 0: no limit; it is counted all the same, should one be set later. */
	maximum: number;
}

/** How many bookings a channel takes in a period. A counter that only an UPDATE with its condition moves: two never read the same. */
export interface Quotas {
	/** False when the limit is reached. */
	take: ( channelId: string, quota: Quota ) => Promise< boolean >;
	giveBack: ( channelId: string, period: string ) => Promise< void >;
}

export function createQuotas( { bound, dialect }: Database ): Quotas {
	/**
	 * Not by an INSERT that fails when the row is there: on MySQL that shares a lock of the row, and two who share it wait for each
	 * other's UPDATE. https://dev.mysql.com/doc/refman/8.4/en/innodb-locks-set.html
	 */
	const onConflict =
		dialect === 'mysql'
			? 'ON DUPLICATE KEY UPDATE taken = taken'
			: 'ON CONFLICT ( channel_id, period ) DO NOTHING';

	const countOne = ( channelId: string, { period, maximum }: Quota ) =>
		bound.write(
			`UPDATE booking_quotas SET taken = taken + 1
			WHERE channel_id = $1 AND period = $2 AND ( $3 = 0 OR taken < $4 )`,
			[ channelId, period, maximum, maximum ]
		);

	return {
		async take( channelId, quota ) {
			if ( ( await countOne( channelId, quota ) ) === 1 ) {
				return true;
			}
			await bound.write(
				`INSERT INTO booking_quotas ( channel_id, period, taken ) VALUES ( $1, $2, 0 ) ${ onConflict }`,
				[ channelId, quota.period ]
			);
			return ( await countOne( channelId, quota ) ) === 1;
		},
		async giveBack( channelId, period ) {
			await bound.write(
				'UPDATE booking_quotas SET taken = taken - 1 WHERE channel_id = $1 AND period = $2 AND taken > 0',
				[ channelId, period ]
			);
		},
	};
}

/** The periods in which a time counts, by the site's clock. */
export function periodsOf(
	startsAt: Date,
	timeZone: string
): { day: string; week: string } {
	const local = DateTime.fromJSDate( startsAt, {
		zone: zoneNamed( timeZone ),
	} );
	return {
		day: local.toFormat( 'yyyy-MM-dd' ),
		week: local.toFormat( "kkkk-'W'WW" ),
	};
}
