import { isKnown, offsetAt } from './time-zone';

const minuteMilliseconds = 60_000;

/** An offset always can be reckoned with; a name only where the browser knows it. */
const isUsable = ( timeZone: string | undefined ): timeZone is string =>
	!! timeZone && ( /^[+-]\d/.test( timeZone ) || isKnown( timeZone ) );

const offsetMilliseconds = ( at: number, timeZone: string | undefined ) =>
	isUsable( timeZone )
		? offsetAt( timeZone, new Date( at ) ) * minuteMilliseconds
		: -new Date( at ).getTimezoneOffset() * minuteMilliseconds;

/** "2026-12-01T14:00" in a zone, as a field of day and time has it. Without a zone: the browser's. */
export const localTimeOf = ( instant: Date, timeZone: string | undefined ) =>
	new Date(
		instant.getTime() + offsetMilliseconds( instant.getTime(), timeZone )
	)
		.toISOString()
		.slice( 0, 16 );

/**
 * The instant at which the clock of a zone says so; null for what is no time. Of a time that comes twice the first one, and one
 * that is left out in spring is as much later as the clock jumps.
 */
export function instantOf(
	local: string,
	timeZone: string | undefined
): Date | null {
	const asUtc = Date.parse( `${ local }Z` );
	if (
		! /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test( local ) ||
		Number.isNaN( asUtc )
	) {
		return null;
	}
	// The offset before and after a change that may be near: a day away is on the safe side of it.
	const day = 1_440 * minuteMilliseconds;
	const before = asUtc - offsetMilliseconds( asUtc - day, timeZone );
	const after = asUtc - offsetMilliseconds( asUtc + day, timeZone );
	const says = ( at: number ) => at + offsetMilliseconds( at, timeZone );
	const found = [ before, after ]
		.sort( ( a, b ) => a - b )
		.find( ( at ) => says( at ) === asUtc );
	return new Date( found ?? before );
}
