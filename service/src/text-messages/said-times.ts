import {
	sayDate,
	sayTime,
	sayTimeByBothClocks,
	type Clocks,
} from '../availability/say-time.js';

/** A booked time for the places {date}, {time} and {datetime}. */
export function saidTimes(
	at: Date,
	{ now, ...clocks }: Clocks & { now: Date }
): { date: string; time: string; datetime: string } {
	const { siteZone: timeZone, language } = clocks;
	return {
		date: sayDate( at, { timeZone, language, now } ),
		time: sayTimeByBothClocks( at, clocks ),
		datetime: sayTime( at, { ...clocks, now } ),
	};
}
