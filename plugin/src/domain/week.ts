import type { WeeklyRange } from '@rappel/contract';

export const dayMinutes = 1_440;
export const weekMinutes = 7 * dayMinutes;

/** Minutes from Monday 00:00, half open. One that begins on Sunday may end after the week. */
export interface WeekSpan {
	start: number;
	end: number;
}

/** A piece of a range as it lies on one day, in minutes of that day. */
export interface DayPiece {
	/** The range's place in the list. */
	index: number;
	start: number;
	end: number;
	/** It began on the day before. */
	isContinued: boolean;
	/** It goes on into the next day. */
	goesOn: boolean;
}

/** "09:30" → 570 */
export const minutesOf = ( time: string ) =>
	Number( time.slice( 0, 2 ) ) * 60 + Number( time.slice( 3 ) );

/** 570 → "09:30"; of later days, the time of their day. */
export function timeOf( minutes: number ): string {
	const ofDay = modulo( minutes, dayMinutes );
	const two = ( value: number ) => String( value ).padStart( 2, '0' );
	return `${ two( Math.floor( ofDay / 60 ) ) }:${ two( ofDay % 60 ) }`;
}

/** Null while one of its times is not filled in. Never longer than 24 hours: an end at or before the start is the next day's. */
export function spanOf( { day, from, to }: WeeklyRange ): WeekSpan | null {
	if ( ! from || ! to ) {
		return null;
	}
	const start = ( day - 1 ) * dayMinutes + minutesOf( from );
	const length =
		modulo( minutesOf( to ) - minutesOf( from ), dayMinutes ) || dayMinutes;
	return { start, end: start + length };
}

export function rangeOf( { start, end }: WeekSpan ): WeeklyRange {
	const begin = modulo( start, weekMinutes );
	return {
		day: Math.floor( begin / dayMinutes ) + 1,
		from: timeOf( begin ),
		to: end % dayMinutes === 0 ? '24:00' : timeOf( end ),
	};
}

/** What is seen of the ranges on a day (Monday is 1). */
export function piecesOn( weekly: WeeklyRange[], day: number ): DayPiece[] {
	const dawn = ( day - 1 ) * dayMinutes;
	const midnight = dawn + dayMinutes;
	return weekly.flatMap( ( range, index ) =>
		everywhere( spanOf( range ) ).flatMap( ( { start, end } ) =>
			start < midnight && end > dawn
				? [
						{
							index,
							start: Math.max( start - dawn, 0 ),
							end: Math.min( end - dawn, dayMinutes ),
							isContinued: start < dawn,
							goesOn: end > midnight,
						},
					]
				: []
		)
	);
}

/** The span, and the same a week before and after: the week is a ring. */
export const everywhere = ( span: WeekSpan | null ): WeekSpan[] =>
	span
		? [ 0, -weekMinutes, weekMinutes ].map( ( shift ) => ( {
				start: span.start + shift,
				end: span.end + shift,
			} ) )
		: [];

export const modulo = ( value: number, by: number ) =>
	( ( value % by ) + by ) % by;
