import {
	dayOf,
	isoDate,
	localMs,
} from '../../availability/domain/local-time.js';
import type { Span } from '../../availability/domain/span.js';
import {
	beginsAt,
	endsAt,
	localOf,
	offsetTable,
} from '../../availability/domain/zone.js';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** The day, "2026-12-01", that the wall's clock shows at an instant. */
export function localDay( timeZone: string, instant: Date ): string {
	return isoDate( dayOf( localAt( timeZone, instant ) ) );
}

/** 0 to 23, by the wall's clock. An hour that happens twice is one. */
export function localHour( timeZone: string, instant: Date ): number {
	const local = localAt( timeZone, instant );
	return Math.floor( ( local - dayOf( local ) * dayMs ) / hourMs );
}

function localAt( timeZone: string, instant: Date ): number {
	const at = instant.getTime();
	return localOf( offsetTable( timeZone, { start: at, end: at } ), at );
}

/**
 * Between which instants a day lies. Where the clock goes back over midnight, or leaves the day out, instants of its neighbours
 * are among them: ask `localDay` of each.
 */
export function spanOfDay( timeZone: string, day: string ): Span {
	const start = localMs( day );
	const end = start + dayMs;
	const table = offsetTable( timeZone, { start, end } );
	return { start: beginsAt( table, start ), end: endsAt( table, end ) };
}

/** The days within whose span an instant lies: its own, and where the clock goes back over midnight the other one too. */
export function daysAround( timeZone: string, instant: Date ): string[] {
	const day = localDay( timeZone, instant );
	return [ -1, 0, 1 ]
		.map( ( days ) => dayAfter( day, days ) )
		.filter( ( one ) => {
			const { start, end } = spanOfDay( timeZone, one );
			return start <= instant.getTime() && instant.getTime() < end;
		} );
}

/** Every day from the first to the last, both included. */
export function daysBetween( first: string, last: string ): string[] {
	const days: string[] = [];
	for ( let at = localMs( first ); at <= localMs( last ); at += dayMs ) {
		days.push( isoDate( dayOf( at ) ) );
	}
	return days;
}

/** So many days later, or earlier when less than 0. */
export function dayAfter( day: string, days: number ): string {
	return isoDate( dayOf( localMs( day ) ) + days );
}

/** A span of days, both included; none when the first is after the last. */
export interface Days {
	first: string;
	last: string;
}

/** The days of a span that lie in none of these months, as spans. */
export function daysOutside(
	{ first, last }: Days,
	months: ReadonlySet< string >
): Days[] {
	const spans: Days[] = [];
	for ( const month of monthsOf( { first, last } ) ) {
		if ( months.has( month ) ) {
			continue;
		}
		const days = daysOfMonth( month );
		const from = days.first < first ? first : days.first;
		const to = days.last > last ? last : days.last;
		const open = spans.at( -1 );
		if ( open && dayAfter( open.last, 1 ) === from ) {
			open.last = to;
		} else {
			spans.push( { first: from, last: to } );
		}
	}
	return spans;
}

/** The months that lie whole within a span. */
export function monthsWithin( { first, last }: Days ): string[] {
	return monthsOf( { first, last } ).filter( ( month ) => {
		const days = daysOfMonth( month );
		return first <= days.first && days.last <= last;
	} );
}

/** The months of which a span has a day. */
function monthsOf( { first, last }: Days ): string[] {
	const months: string[] = [];
	for ( let day = first; day <= last; day = firstOfNext( monthOf( day ) ) ) {
		months.push( monthOf( day ) );
	}
	return months;
}

/** "2026-12" of "2026-12-01". */
export function monthOf( day: string ): string {
	return day.slice( 0, 7 );
}

export function daysOfMonth( month: string ): Days {
	return {
		first: `${ month }-01`,
		last: dayAfter( firstOfNext( month ), -1 ),
	};
}

function firstOfNext( month: string ): string {
	return `${ monthOf( dayAfter( `${ month }-01`, 31 ) ) }-01`;
}
