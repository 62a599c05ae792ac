/** Local times are counted in milliseconds as if they were UTC, and days from 1970-01-01. */
const dayMs = 86_400_000;

/** The day of a local time. */
export function dayOf( local: number ): number {
	return Math.floor( local / dayMs );
}

/** 1 is Monday; 1970-01-01 was a Thursday. */
export function isoDay( day: number ): number {
	return ( ( ( ( day + 3 ) % 7 ) + 7 ) % 7 ) + 1;
}

/** "2026-12-01". */
export function isoDate( day: number ): string {
	return new Date( day * dayMs ).toISOString().slice( 0, 10 );
}

/** The local time of "2026-12-01" (its midnight) or "2026-12-01T09:30". */
export function localMs( dateOrMoment: string ): number {
	return Date.parse(
		dateOrMoment.length === 10 ? dateOrMoment : `${ dateOrMoment }Z`
	);
}

/** "09:30" is 570; "24:00" is 1440. */
export function minuteOfDay( time: string ): number {
	return Number( time.slice( 0, 2 ) ) * 60 + Number( time.slice( 3 ) );
}
