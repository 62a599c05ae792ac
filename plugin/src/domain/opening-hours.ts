import { __, sprintf } from '@wordpress/i18n';
import type { OpeningHours, WeeklyRange } from '@rappel/contract';

/** Monday is 1, Sunday is 7 (ISO 8601). */
export const days = [ 1, 2, 3, 4, 5, 6, 7 ] as const;

/** 5 January 2026 is a Monday. */
export const dayName = ( day: number, locale: string ) =>
	new Intl.DateTimeFormat( locale, {
		weekday: 'long',
		timeZone: 'UTC',
	} ).format( Date.UTC( 2026, 0, 4 + day ) );

export const rangesOf = ( weekly: WeeklyRange[], day: number ) =>
	weekly.filter( ( range ) => range.day === day );

/** Replaces the ranges of one day; the others stay. */
export const withDay = (
	weekly: WeeklyRange[],
	day: number,
	ranges: WeeklyRange[]
): WeeklyRange[] => [
	...weekly.filter( ( range ) => range.day !== day ),
	...ranges.map( ( range ) => ( { ...range, day } ) ),
];

/** The next range a person is likely to want: morning, then afternoon, then an hour after the last. */
export function suggestRange(
	ranges: WeeklyRange[],
	day: number
): WeeklyRange {
	const last = ranges.at( -1 );
	if ( ! last ) {
		return { day, from: '09:00', to: '12:00' };
	}
	if ( last.to > last.from && last.to < '17:00' ) {
		const from = last.to < '14:00' ? '14:00' : addHour( last.to );
		return { day, from, to: from < '18:00' ? '18:00' : addHour( from ) };
	}
	return { day, from: addHour( last.to ), to: addHour( addHour( last.to ) ) };
}

/** A range that ends at or before its start goes on into the next day; "24:00" is that midnight. */
export const isPastMidnight = ( { from, to }: WeeklyRange ) =>
	to <= from && to !== '00:00' && to !== '24:00';

/** Ranges of one day that overlap another of the same day, by their place in `ranges`. */
export function overlapping( ranges: WeeklyRange[] ): number[] {
	const spans = ranges.map( ( { from, to } ) => {
		const start = minutes( from );
		const end = minutes( to );
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
	{ always, weekly }: OpeningHours,
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

const minutes = ( time: string ) =>
	Number( time.slice( 0, 2 ) ) * 60 + Number( time.slice( 3 ) );

function addHour( time: string ): string {
	const hour = ( Number( time.slice( 0, 2 ) ) + 1 ) % 24;
	return `${ String( hour ).padStart( 2, '0' ) }:${ time.slice( 3 ) }`;
}
