import type { WeeklyRange } from '@rappel/contract';
import {
	dayMinutes,
	everywhere,
	modulo,
	rangeOf,
	spanOf,
	weekMinutes,
	type WeekSpan,
} from './week';

/** What was taken hold of: free room for a new range, the middle of one, or one of its ends. */
export type Grip = 'new' | 'body' | 'start' | 'end';

export interface Drag {
	grip: Grip;
	/** Place of the range in the list; for a new one, the place it will have. */
	index: number;
	/** Where it was taken, in minutes from Monday 00:00. */
	from: number;
}

/**
 * The week when what was taken is brought to `at` (minutes from Monday 00:00), on steps of `snap` minutes. A range stops at its
 * neighbours; null where it cannot be.
 */
export function dragged(
	weekly: WeeklyRange[],
	drag: Drag,
	at: number,
	snap: number
): WeeklyRange[] | null {
	const span =
		drag.grip === 'new'
			? drawn( weekly, drag.from, at, snap )
			: changed( weekly, drag, at, snap );
	return span && put( weekly, drag.index, span );
}

/** A range that was there, moved or resized. */
function changed(
	weekly: WeeklyRange[],
	{ grip, index, from }: Drag,
	at: number,
	snap: number
): WeekSpan | null {
	const taken = weekly[ index ] ? spanOf( weekly[ index ] ) : null;
	if ( ! taken ) {
		return null;
	}
	const others = weekly.filter( ( _, place ) => place !== index );
	if ( grip === 'body' ) {
		const start = round( taken.start + at - from, snap );
		const moved = { start, end: start + taken.end - taken.start };
		return isFree( others, moved ) ? moved : null;
	}
	const room = roomAround( others, taken.start );
	return grip === 'start'
		? withStart( taken, round( near( at, taken.start ), snap ), room, snap )
		: withEnd( taken, round( near( at, taken.end ), snap ), room, snap );
}

const withStart = (
	{ end }: WeekSpan,
	start: number,
	room: WeekSpan,
	snap: number
): WeekSpan => ( {
	start: Math.min(
		Math.max( start, room.start, end - dayMinutes ),
		end - snap
	),
	end,
} );

const withEnd = (
	{ start }: WeekSpan,
	end: number,
	room: WeekSpan,
	snap: number
): WeekSpan => ( {
	start,
	end: Math.max(
		Math.min( end, room.end, start + dayMinutes ),
		start + snap
	),
} );

/** From one point to the other, at least one step, within the room. */
function drawn(
	weekly: WeeklyRange[],
	from: number,
	at: number,
	snap: number
): WeekSpan | null {
	const to = near( at, from );
	const room = roomAround( weekly, from );
	const start = Math.max(
		Math.floor( Math.min( from, to ) / snap ) * snap,
		room.start
	);
	const end = Math.min(
		Math.ceil( Math.max( from, to ) / snap ) * snap,
		room.end,
		start + dayMinutes
	);
	return start < end ? { start, end } : null;
}

/** The free room around a point: to the neighbours on both sides. */
function roomAround( others: WeeklyRange[], point: number ): WeekSpan {
	const spans = others.flatMap( ( range ) => everywhere( spanOf( range ) ) );
	return {
		start: Math.max(
			point - weekMinutes,
			...spans.map( ( { end } ) => end ).filter( ( end ) => end <= point )
		),
		end: Math.min(
			point + weekMinutes,
			...spans
				.map( ( { start } ) => start )
				.filter( ( start ) => start > point )
		),
	};
}

function isFree( others: WeeklyRange[], { start, end }: WeekSpan ): boolean {
	const begin = modulo( start, weekMinutes );
	return ! others
		.flatMap( ( range ) => everywhere( spanOf( range ) ) )
		.some(
			( other ) => other.start < begin + end - start && begin < other.end
		);
}

/** The same point of the ring of the week, in the turn in which it is nearest to another. */
const near = ( at: number, to: number ) =>
	at + Math.round( ( to - at ) / weekMinutes ) * weekMinutes;

const round = ( value: number, step: number ) =>
	Math.round( value / step ) * step;

const put = ( weekly: WeeklyRange[], index: number, span: WeekSpan ) => [
	...weekly.slice( 0, index ),
	rangeOf( span ),
	...weekly.slice( index + 1 ),
];
