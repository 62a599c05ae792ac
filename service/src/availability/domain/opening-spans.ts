import type { Closure, OpeningHours } from '@rappel/contract';
import { dayOf, isoDay, isoDate, localMs, minuteOfDay } from './local-time.js';
import { joined, without, type Span } from './span.js';
import { beginsAt, endsAt, localOf, type OffsetTable } from './zone.js';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** A range may end on the day after, and a zone may have skipped a day between the two (Samoa did). */
const lookBackDays = 2;

/** Minutes of the day it begins on; the end is over 1440 when it lies on the next. */
type DayRange = readonly [ from: number, to: number ];

/**
 * When it is open: every span that the window meets. What is named first wins: a pause, an exception of that date, a public
 * holiday, the week (or `always`). A range belongs to the date on which it begins: what goes past midnight into a holiday goes on.
 *
 * A clock change makes no range vanish or happen twice (beginsAt, endsAt); a date that a zone skipped has none.
 *
 * @param hours
 * @param holidays The dates ("2026-12-25") of the public holidays, in the window and two days before it.
 * @param zone     Of the site, around the window (offsetTable).
 * @param window
 * @return Spans end with the window; they begin before it where the range does, for slots are counted from its start. What is open
 *         for days begins at midnight two dates before the window's.
 */
export function openingSpans(
	hours: OpeningHours,
	holidays: ReadonlySet< string >,
	zone: OffsetTable,
	window: Span
): Span[] {
	const rangesOf = rangesByDay( hours, holidays );
	const last = dayOf( localOf( zone, window.end ) );
	const spans: Span[] = [];
	for (
		let day = dayOf( localOf( zone, window.start ) ) - lookBackDays;
		day <= last;
		day++
	) {
		const ranges = rangesOf( day );
		if ( ranges.length > 0 && ! isSkipped( zone, day ) ) {
			for ( const range of ranges ) {
				spans.push( spanOf( zone, day, range ) );
			}
		}
	}
	return without( joined( spans ), pausesOf( hours.pauses, zone ) )
		.filter(
			( { start, end } ) => end > window.start && start < window.end
		)
		.map( ( { start, end } ) => ( {
			start,
			end: Math.min( end, window.end ),
		} ) );
}

/** Of a range that the clock went over, up to its very end, nothing would be left: it is as long, from the clock change on. */
function spanOf(
	zone: OffsetTable,
	day: number,
	[ from, to ]: DayRange
): Span {
	const start = beginsAt( zone, day * dayMs + from * minuteMs );
	const end = endsAt( zone, day * dayMs + to * minuteMs );
	return {
		start,
		end: end > start ? end : start + ( to - from ) * minuteMs,
	};
}

/** Whether the clock went from before a date to after it. */
function isSkipped( zone: OffsetTable, day: number ): boolean {
	return (
		beginsAt( zone, day * dayMs ) === beginsAt( zone, ( day + 1 ) * dayMs )
	);
}

function pausesOf( pauses: readonly Closure[], zone: OffsetTable ): Span[] {
	return joined(
		pauses.map( ( { from, to } ) => ( {
			start: beginsAt( zone, localMs( from ) ),
			end: endsAt( zone, localMs( to ) ),
		} ) )
	);
}

const wholeDay: readonly DayRange[] = [ [ 0, 1_440 ] ];
const closed: readonly DayRange[] = [];

/** The ranges that begin on a day, in days since 1970. */
function rangesByDay(
	{ always, weekly, exceptions }: OpeningHours,
	holidays: ReadonlySet< string >
): ( day: number ) => readonly DayRange[] {
	const week = [ 1, 2, 3, 4, 5, 6, 7 ].map( ( day ) =>
		always
			? wholeDay
			: weekly.filter( ( range ) => range.day === day ).map( dayRange )
	);
	const dates = new Map(
		exceptions.map( ( { date, ranges } ) => [
			dayOf( localMs( date ) ),
			ranges.map( dayRange ),
		] )
	);
	return ( day ) =>
		dates.get( day ) ??
		( holidays.size > 0 && holidays.has( isoDate( day ) )
			? closed
			: ( week[ isoDay( day ) - 1 ] ?? closed ) );
}

function dayRange( { from, to }: { from: string; to: string } ): DayRange {
	const start = minuteOfDay( from );
	const end = minuteOfDay( to );
	return [ start, end > start ? end : end + 1_440 ];
}
