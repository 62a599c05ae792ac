import {
	dayOf,
	isoDate,
	localMs,
} from '../../availability/domain/local-time.js';
import {
	beginsAt,
	localOf,
	offsetTable,
} from '../../availability/domain/zone.js';

/** By the site's clock. */
const reportHour = 8;
/** Nothing ran at eight: until noon the figures are still news. */
const latestHour = 12;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface DueReport {
	/** By the site's calendar: "2026-11-24". */
	date: string;
	/** Until when it is of use: noon of today. */
	usefulUntil: Date;
}

/**
 * The date whose figures are due at an instant: yesterday's, from eight in the morning on, whatever the clock did that night.
 *
 * @return Null: none is due.
 */
export function reportDue( timeZone: string, now: Date ): DueReport | null {
	const instant = now.getTime();
	const zone = offsetTable( timeZone, { start: instant, end: instant } );
	const local = localOf( zone, instant );
	const today = dayOf( local );
	const sinceMidnight = local - today * dayMs;
	if (
		sinceMidnight < reportHour * hourMs ||
		sinceMidnight >= latestHour * hourMs
	) {
		return null;
	}
	return {
		date: isoDate( today - 1 ),
		usefulUntil: noonOf( timeZone, isoDate( today ) ),
	};
}

/**
 * Noon of a date of the site's calendar.
 *
 * @param timeZone
 * @param date     "2026-11-24".
 */
export function noonOf( timeZone: string, date: string ): Date {
	const local = localMs( date ) + latestHour * hourMs;
	const zone = offsetTable( timeZone, { start: local, end: local } );
	return new Date( beginsAt( zone, local ) );
}
