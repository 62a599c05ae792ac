import { dayOf } from './local-time.js';
import { offsetAt, type OffsetTable } from './zone.js';

const dayMs = 86_400_000;

/** A day of a wall's calendar, counted from 1970-01-01, and a stretch of time in which it is that day (epoch milliseconds). */
export interface ClockDay {
	day: number;
	from: number;
	/** Not in it; the day may come again, after a clock change. */
	until: number;
}

/** The day at an instant: whoever asks of many instants in a row asks once for each stretch. */
export function dayAt( zone: OffsetTable, at: number ): ClockDay {
	const offset = offsetAt( zone, at );
	const next = zone.starts.findIndex( ( start ) => start > at );
	const offsetFrom = zone.starts.at( next === -1 ? -1 : next - 1 );
	const day = dayOf( at + offset );
	return {
		day,
		from: Math.max( day * dayMs - offset, offsetFrom ?? -Infinity ),
		until: Math.min(
			( day + 1 ) * dayMs - offset,
			zone.starts[ next ] ?? Infinity
		),
	};
}

/** ISO weeks, which begin on Monday; 1970-01-01 was a Thursday. */
export function weekOfDay( day: number ): number {
	return Math.floor( ( day + 3 ) / 7 );
}
