import { dayAt, weekOfDay } from './slots-clock.js';
import type { SlotFacts, SlotRules } from './slots-input.js';
import { windowOfDays } from './slots-window.js';

type Limits = Pick<
	SlotRules,
	'maximumPerDay' | 'maximumPerWeek' | 'windowDays'
>;
type Bookings = Pick< SlotFacts, 'bookedStarts' | 'zone' | 'now' >;

/** Which limit a day of the booking window has reached; null: none, one more may be booked. */
export type LimitReached = 'day_limit' | 'week_limit' | null;

/** Of the days of the booking window, by the site's clock; days are counted from 1970, weeks begin on Monday. */
export function limitsReached(
	rules: Limits,
	facts: Bookings
): ( day: number ) => LimitReached {
	const { maximumPerDay, maximumPerWeek } = rules;
	if ( maximumPerDay === 0 && maximumPerWeek === 0 ) {
		return () => null;
	}
	const { today, end } = windowOfDays( rules, facts );
	// Whole weeks, for the days before today count for the week's limit.
	const firstWeek = weekOfDay( today );
	const weeks = weekOfDay( end ) + 1 - firstWeek;
	const firstDay = firstWeek * 7 - 3;
	const perDay = countByDay( facts, firstDay, weeks * 7 );
	const perWeek = new Int32Array( weeks );
	for ( const [ index, bookings ] of perDay.entries() ) {
		const week = Math.floor( index / 7 );
		perWeek[ week ] = ( perWeek[ week ] ?? 0 ) + bookings;
	}
	return ( day ) => {
		const ofDay = perDay[ day - firstDay ] ?? 0;
		if ( maximumPerDay !== 0 && ofDay >= maximumPerDay ) {
			return 'day_limit';
		}
		const ofWeek = perWeek[ weekOfDay( day ) - firstWeek ] ?? 0;
		return maximumPerWeek !== 0 && ofWeek >= maximumPerWeek
			? 'week_limit'
			: null;
	};
}

function countByDay(
	{ bookedStarts, zone }: Pick< Bookings, 'bookedStarts' | 'zone' >,
	firstDay: number,
	days: number
): Int32Array {
	const perDay = new Int32Array( days );
	for ( let index = 0; index < bookedStarts.length; ) {
		const { day, until } = dayAt( zone, bookedStarts[ index ] ?? 0 );
		const behind = firstNotBefore( bookedStarts, until, index );
		const counted = day - firstDay;
		if ( counted >= 0 && counted < days ) {
			perDay[ counted ] = ( perDay[ counted ] ?? 0 ) + behind - index;
		}
		index = behind;
	}
	return perDay;
}

/** The index of the first of some instants in order that is not before one; from `low` on, which is. */
function firstNotBefore(
	instants: Float64Array,
	instant: number,
	low: number
): number {
	let high = instants.length;
	while ( low < high ) {
		const middle = Math.floor( ( low + high ) / 2 );
		if ( ( instants[ middle ] ?? 0 ) < instant ) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
