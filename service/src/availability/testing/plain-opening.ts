import type { OpeningHours } from '@rappel/contract';
import { Temporal } from 'temporal-polyfill';
import type { Span } from '../domain/span.js';

type Between = { from: string; to: string };

/**
 * The reference: whether it is open, read from Temporal date by date and by nothing else. Slow and plain on purpose.
 *
 * @param hours
 * @param holidays
 * @param zone     As Temporal knows it.
 * @param around   Answers hold for instants in here.
 */
export function plainOpening(
	hours: OpeningHours,
	holidays: ReadonlySet< string >,
	zone: string,
	around: Span
): { isOpen: ( instant: number ) => boolean; edges: readonly number[] } {
	const dates = datesAround( zone, around );
	const open = dates.flatMap( ( date ) =>
		exists( date, zone )
			? rangesOf( hours, holidays, date ).map( ( range ) =>
					spanOf( date, range, zone )
				)
			: []
	);
	const paused = hours.pauses.map( ( { from, to } ) => ( {
		start: begins( Temporal.PlainDateTime.from( from ), zone ),
		end: ends( Temporal.PlainDateTime.from( to ), zone ),
	} ) );
	const within = ( spans: readonly Span[], instant: number ) =>
		spans.some( ( { start, end } ) => start <= instant && instant < end );
	return {
		isOpen: ( instant ) =>
			within( open, instant ) && ! within( paused, instant ),
		edges: [ ...open, ...paused ].flatMap( ( { start, end } ) => [
			start,
			end,
		] ),
	};
}

function datesAround( zone: string, { start, end }: Span ) {
	const dateOf = ( instant: number ) =>
		Temporal.Instant.fromEpochMilliseconds( instant )
			.toZonedDateTimeISO( zone )
			.toPlainDate();
	const dates: Temporal.PlainDate[] = [];
	const last = dateOf( end );
	for (
		let date = dateOf( start ).subtract( { days: 3 } );
		Temporal.PlainDate.compare( date, last ) <= 0;
		date = date.add( { days: 1 } )
	) {
		dates.push( date );
	}
	return dates;
}

/** Samoa had no 30 December 2011. */
function exists( date: Temporal.PlainDate, zone: string ): boolean {
	return date.toZonedDateTime( zone ).toPlainDate().equals( date );
}

function rangesOf(
	{ always, weekly, exceptions }: OpeningHours,
	holidays: ReadonlySet< string >,
	date: Temporal.PlainDate
): readonly Between[] {
	const exception = exceptions.find(
		( each ) => each.date === date.toString()
	);
	if ( exception ) {
		return exception.ranges;
	}
	if ( holidays.has( date.toString() ) ) {
		return [];
	}
	return always
		? [ { from: '00:00', to: '24:00' } ]
		: weekly.filter( ( { day } ) => day === date.dayOfWeek );
}

function spanOf(
	date: Temporal.PlainDate,
	{ from, to }: Between,
	zone: string
): Span {
	const first = at( date, from );
	const last = at( to > from ? date : date.add( { days: 1 } ), to );
	const start = begins( first, zone );
	const end = ends( last, zone );
	return {
		start,
		// The clock went over all of it: as long, from the clock change on.
		end:
			end === start
				? start + last.since( first ).total( 'milliseconds' )
				: end,
	};
}

function at( date: Temporal.PlainDate, time: string ): Temporal.PlainDateTime {
	return time === '24:00'
		? date.add( { days: 1 } ).toPlainDateTime()
		: date.toPlainDateTime( time );
}

const shown = (
	local: Temporal.PlainDateTime,
	zone: string,
	disambiguation: 'earlier' | 'later'
) => local.toZonedDateTime( zone, { disambiguation } );

function isShown( local: Temporal.PlainDateTime, zone: string ): boolean {
	return shown( local, zone, 'earlier' ).toPlainDateTime().equals( local );
}

/** The first time that the clock shows it; the clock change where it never does. */
function begins( local: Temporal.PlainDateTime, zone: string ): number {
	const first = shown( local, zone, 'earlier' );
	if ( isShown( local, zone ) ) {
		return first.epochMilliseconds;
	}
	const change = first.getTimeZoneTransition( 'next' );
	return change?.epochMilliseconds ?? NaN;
}

/** After the last time that the clock shows the minute before; as long after the clock change where it never shows it. */
function ends( local: Temporal.PlainDateTime, zone: string ): number {
	const last = shown( local, zone, 'later' );
	const first = shown( local, zone, 'earlier' );
	const twice =
		isShown( local, zone ) &&
		first.epochMilliseconds !== last.epochMilliseconds;
	const minuteBefore = local.subtract( { minutes: 1 } );
	const beginsTwice =
		twice &&
		shown( minuteBefore, zone, 'earlier' ).epochMilliseconds ===
			shown( minuteBefore, zone, 'later' ).epochMilliseconds;
	return beginsTwice ? first.epochMilliseconds : last.epochMilliseconds;
}
