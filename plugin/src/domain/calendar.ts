import type { Reading } from './format';

/** A date of the calendar without time and zone: "2026-12-25". */
export type LocalDate = string;

const dayMilliseconds = 86_400_000;

const epochOf = ( date: LocalDate ) => Date.parse( `${ date }T00:00Z` );
const dateAt = ( epoch: number ): LocalDate =>
	new Date( epoch ).toISOString().slice( 0, 10 );

export const isDate = ( text: string ) =>
	/^\d{4}-\d\d-\d\d$/.test( text ) && ! Number.isNaN( epochOf( text ) );

export const addDays = ( date: LocalDate, days: number ) =>
	dateAt( epochOf( date ) + days * dayMilliseconds );

/** The same day of another month, or that month's last. */
export function addMonths( date: LocalDate, months: number ): LocalDate {
	const [ year, month, day ] = date.split( '-' ).map( Number ) as [
		number,
		number,
		number,
	];
	const lastDay = new Date(
		Date.UTC( year, month + months, 0 )
	).getUTCDate();
	return dateAt(
		Date.UTC( year, month - 1 + months, Math.min( day, lastDay ) )
	);
}

/** Monday is 1, Sunday is 7. */
export const weekdayOf = ( date: LocalDate ) =>
	new Date( epochOf( date ) ).getUTCDay() || 7;

/** The weeks of a date's month, filled up with null before its first and after its last day. */
export function monthOf(
	date: LocalDate,
	firstWeekday: number
): ( LocalDate | null )[][] {
	const first = `${ date.slice( 0, 7 ) }-01`;
	const lead = ( weekdayOf( first ) - firstWeekday + 7 ) % 7;
	const length =
		( epochOf( addMonths( first, 1 ) ) - epochOf( first ) ) /
		dayMilliseconds;
	const weeks = Math.ceil( ( lead + length ) / 7 );
	return Array.from( { length: weeks }, ( _, week ) =>
		Array.from( { length: 7 }, ( __, place ) => {
			const day = week * 7 + place - lead;
			return day >= 0 && day < length ? addDays( first, day ) : null;
		} )
	);
}

/** With which weekday (Monday is 1) a week begins, where the browser knows it; Monday otherwise. */
export function firstWeekdayIn( locale: string ): number {
	// Not in TypeScript's library yet; a getter in some browsers, a method in others.
	const known = new Intl.Locale( locale ) as Intl.Locale & {
		weekInfo?: { firstDay: number };
		getWeekInfo?: () => { firstDay: number };
	};
	return ( known.getWeekInfo?.() ?? known.weekInfo )?.firstDay ?? 1;
}

/** The date that is now in the reader's zone. */
export function today( now: Date, { timeZone }: Reading ): LocalDate {
	try {
		return new Intl.DateTimeFormat( 'en-CA', {
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			...( timeZone && { timeZone } ),
		} ).format( now );
	} catch {
		// An offset that an older browser does not take for a zone.
		return dateAt( now.getTime() );
	}
}

/** "Friday, 25 December 2026" */
export const formatDate = (
	date: LocalDate,
	locale: string,
	options: Intl.DateTimeFormatOptions = { dateStyle: 'full' }
) =>
	new Intl.DateTimeFormat( locale, { ...options, timeZone: 'UTC' } ).format(
		epochOf( date )
	);
