import { __, sprintf } from '@wordpress/i18n';
import type { OpeningHours, WeeklyRange } from '@rappel/contract';
import { minutesOf } from './week';

/** The times of a range, whatever day it is of. */
export type DayRange = Pick< WeeklyRange, 'from' | 'to' >;

/** Monday is 1, Sunday is 7 (ISO 8601). */
export const days = [ 1, 2, 3, 4, 5, 6, 7 ] as const;

/** 5 January 2026 is a Monday. */
export const dayName = ( day: number, locale: string ) =>
	new Intl.DateTimeFormat( locale, {
		weekday: 'long',
		timeZone: 'UTC',
	} ).format( Date.UTC( 2026, 0, 4 + day ) );

/** "09:30" as the reader writes it; the midnight that ends a day is 24:00 where hours are counted to 24. */
export function formatTimeOfDay( time: string, locale: string ): string {
	return formatMinutes( minutesOf( time ), locale, { timeStyle: 'short' } );
}

/** "9 AM", "09 h"; from 0 to 24. */
export const formatHour = ( hour: number, locale: string ) =>
	formatMinutes( hour * 60, locale, { hour: 'numeric' } );

function formatMinutes(
	minutes: number,
	locale: string,
	options: Intl.DateTimeFormatOptions
): string {
	const format = new Intl.DateTimeFormat( locale, {
		...options,
		timeZone: 'UTC',
	} );
	const shown = format.format( Date.UTC( 2026, 0, 5, 0, minutes ) );
	return minutes === 1_440 && ! format.resolvedOptions().hour12
		? shown.replace( /^0?0(?=\D)/, '24' )
		: shown;
}

/** "09:00–12:00, 14:00–18:00"; a word where it is closed. */
export const rangesInWords = ( ranges: DayRange[], locale: string ) =>
	ranges.length
		? ranges
				.map( ( { from, to } ) =>
					[ from, to ]
						.map( ( time ) => formatTimeOfDay( time, locale ) )
						.join( '–' )
				)
				.join( ', ' )
		: __( 'Closed', 'rappel' );

export const rangesOf = ( weekly: WeeklyRange[], day: number ) =>
	weekly.filter( ( range ) => range.day === day );

/** Replaces the ranges of one day; the others stay. */
export const withDay = (
	weekly: WeeklyRange[],
	day: number,
	ranges: DayRange[]
): WeeklyRange[] => [
	...weekly.filter( ( range ) => range.day !== day ),
	...ranges.map( ( range ) => ( { ...range, day } ) ),
];

/** The next range a person is likely to want: morning, then afternoon, then an hour after the last. */
export function suggestRange( ranges: DayRange[] ): DayRange {
	const last = ranges.at( -1 );
	if ( ! last ) {
		return { from: '09:00', to: '12:00' };
	}
	if ( last.to > last.from && last.to < '17:00' ) {
		const from = last.to < '14:00' ? '14:00' : addHour( last.to );
		return { from, to: from < '18:00' ? '18:00' : addHour( from ) };
	}
	return { from: addHour( last.to ), to: addHour( addHour( last.to ) ) };
}

/** A range that ends at or before its start goes on into the next day; "24:00" is that midnight. */
export const isPastMidnight = ( { from, to }: DayRange ) =>
	!! to && to <= from && to !== '00:00' && to !== '24:00';

/** Ranges of one day that overlap another of the same day, by their place in `ranges`. */
export function overlapping( ranges: DayRange[] ): number[] {
	const spans = ranges.map( ( { from, to } ) => {
		const start = minutesOf( from );
		const end = minutesOf( to );
		return { start, end: end <= start ? end + 1_440 : end };
	} );
	return spans.flatMap( ( span, index ) =>
		spans.some(
			( other, place ) =>
				place !== index &&
				span.start < other.end &&
				other.start < span.end
		)
			? [ index ]
			: []
	);
}

/** One line for a list: "24 hours, 7 days" or how many days. */
export function hoursSummary(
	{ always, weekly }: Pick< OpeningHours, 'always' | 'weekly' >,
	locale: string
): string {
	if ( always ) {
		return __( 'Always open', 'rappel' );
	}
	const open = days.filter( ( day ) => rangesOf( weekly, day ).length > 0 );
	if ( open.length === 0 ) {
		return __( 'Always closed', 'rappel' );
	}
	const names = open.map( ( day ) =>
		new Intl.DateTimeFormat( locale, {
			weekday: 'short',
			timeZone: 'UTC',
		} ).format( Date.UTC( 2026, 0, 4 + day ) )
	);
	const isOneRun =
		open.length > 2 && open.at( -1 )! - open[ 0 ]! === open.length - 1;
	return isOneRun
		? sprintf(
				/* translators: 1: first open day of the week. 2: last open day. */
				__( '%1$s to %2$s', 'rappel' ),
				names[ 0 ]!,
				names.at( -1 )!
			)
		: names.join( ', ' );
}

function addHour( time: string ): string {
	const hour = ( Number( time.slice( 0, 2 ) ) + 1 ) % 24;
	return `${ String( hour ).padStart( 2, '0' ) }:${ time.slice( 3 ) }`;
}
