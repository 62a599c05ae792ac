import type { Database } from '../persistence/database.js';
import { fromSqlInstant, toSqlInstant } from '../persistence/sql-instant.js';
import type { TakenTime } from './ports.js';

const hourMs = 3_600_000;
/** No buffer is longer than two hours, and no booking than four. */
const longestHeld = 6 * hourMs;

/** Without a model for each row: there may be thousands, and a visitor waits for them. */
export function createTakenOf( {
	bound,
	dialect,
}: Database ): (
	channelId: string,
	from: Date,
	to: Date
) => Promise< TakenTime[] > {
	return async ( channelId, from, to ) => {
		const rows = await bound.select< TakenRow >(
			`SELECT request_id, starts_at, held_from, held_until, held, day FROM bookings
				WHERE channel_id = $1 AND starts_at > $2 AND starts_at < $3 AND ( held = $4 OR day IS NOT NULL )
				ORDER BY starts_at`,
			[
				channelId,
				toSqlInstant(
					dialect,
					new Date( from.getTime() - longestHeld )
				),
				toSqlInstant( dialect, new Date( to.getTime() + longestHeld ) ),
				true,
			]
		);
		return rows
			.map( takenTime )
			.filter(
				( taken ) =>
					taken.from < to.getTime() && taken.until > from.getTime()
			);
	};
}

interface TakenRow {
	request_id: string;
	starts_at: Date | string;
	held_from: Date | string;
	held_until: Date | string;
	held: boolean | number;
	day: string | null;
}

function takenTime( row: TakenRow ): TakenTime {
	return {
		requestId: row.request_id,
		startsAt: epoch( row.starts_at ),
		from: epoch( row.held_from ),
		until: epoch( row.held_until ),
		held: Boolean( row.held ),
		counted: row.day !== null,
	};
}

function epoch( value: Date | string ): number {
	return fromSqlInstant( value )?.getTime() ?? NaN;
}
