import { addDays, format } from 'date-fns';
import { fromZonedTime, toZonedTime } from 'date-fns-tz';
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { DateTime } from 'luxon';
import type { SlotsInput } from './slots.js';

dayjs.extend( utc );
dayjs.extend( timezone );

const minuteMs = 60_000;

/**
 * The loops that one writes with a library: day by day from one midnight of the zone to the next, step by step, and the library
 * is asked for the date of each step, against the limit of the day. Every use of it is one that is right through a clock change.
 */
function slotsBy(
	{
		now,
		rules: { stepMinutes, lengthMinutes, windowDays, maximumPerDay },
		takenAtMinute,
		places,
		bookedOn,
	}: SlotsInput,
	library: {
		midnight: ( day: number ) => number;
		dateOf: ( at: number ) => string;
	}
): number[] {
	const isFree = ( start: number ) => {
		const first = ( start - now ) / minuteMs;
		for ( let minute = first; minute < first + lengthMinutes; minute++ ) {
			if ( ( takenAtMinute[ minute ] ?? 0 ) >= places ) {
				return false;
			}
		}
		return true;
	};
	const slots: number[] = [];
	for ( let day = 0; day < windowDays; day++ ) {
		const end = library.midnight( day + 1 );
		for (
			let start = library.midnight( day );
			start < end;
			start += stepMinutes * minuteMs
		) {
			const booked = bookedOn.get( library.dateOf( start ) ) ?? 0;
			if ( booked < maximumPerDay && isFree( start ) ) {
				slots.push( start );
			}
		}
	}
	return slots;
}

export function slotsByLuxon( input: SlotsInput ): number[] {
	const zone = { zone: input.timeZone };
	const today = DateTime.fromMillis( input.now, zone ).startOf( 'day' );
	return slotsBy( input, {
		midnight: ( day ) => today.plus( { days: day } ).toMillis(),
		dateOf: ( at ) => DateTime.fromMillis( at, zone ).toISODate() ?? '',
	} );
}

export function slotsByDayjs( input: SlotsInput ): number[] {
	const { timeZone, now } = input;
	const today = dayjs( now ).tz( timeZone ).format( 'YYYY-MM-DD' );
	return slotsBy( input, {
		midnight: ( day ) =>
			dayjs
				.tz(
					dayjs
						.utc( today )
						.add( day, 'day' )
						.format( 'YYYY-MM-DD 00:00' ),
					timeZone
				)
				.valueOf(),
		dateOf: ( at ) => dayjs( at ).tz( timeZone ).format( 'YYYY-MM-DD' ),
	} );
}

export function slotsByDateFns( input: SlotsInput ): number[] {
	const { timeZone, now } = input;
	const today = toZonedTime( now, timeZone );
	today.setHours( 0, 0, 0, 0 );
	return slotsBy( input, {
		midnight: ( day ) =>
			fromZonedTime( addDays( today, day ), timeZone ).getTime(),
		dateOf: ( at ) => format( toZonedTime( at, timeZone ), 'yyyy-MM-dd' ),
	} );
}
