import type { Occupancy, SlotFacts, SlotRules } from './slots.js';
import type { TakenSpans } from './slots-taken.js';
import { firstOffered } from './slots-window.js';

const minuteMs = 60_000;

/** Every duration of a booking is a multiple of it (`bookingGridMinutes` of the contract, of which the domain knows types only). */
const finestCellMinutes = 5;

/** More than the longest booking window has of the finest. */
const maximumCells = 400 * 24 * ( 60 / finestCellMinutes );

/**
 * What is taken, counted in cells by a difference array: each booking adds one where it starts and takes one away where it ends, and the
 * running sum is what is taken. The cells are as long as the rules allow; bookings that were made by other rules may need shorter
 * ones.
 *
 * @return Null where some opening or some booking does not begin on one grid with the others: see occupancyBySweep.
 */
export function occupancyOnGrid(
	rules: SlotRules,
	facts: SlotFacts
): Occupancy | null {
	for ( const cellMinutes of new Set( [
		longestCellMinutes( rules ),
		finestCellMinutes,
	] ) ) {
		const grid = gridOf( rules, facts, cellMinutes * minuteMs );
		const taken = grid && takenInCells( grid, facts.taken );
		if ( taken ) {
			return occupancyOf( taken, grid );
		}
	}
	return null;
}

/** All durations are multiples of it. */
function longestCellMinutes( rules: SlotRules ): number {
	return [
		rules.lengthMinutes,
		rules.bufferBeforeMinutes,
		rules.bufferAfterMinutes,
	].reduce( commonDivisor, rules.stepMinutes );
}

function commonDivisor( one: number, other: number ): number {
	return other === 0 ? one : commonDivisor( other, one % other );
}

function occupancyOf( taken: Int32Array, { origin, cellMs }: Grid ): Occupancy {
	let places = 0;
	let next = 0;
	let lastFull = -1;
	return ( start, end, wanted ) => {
		const first = ( start - origin ) / cellMs;
		const behind = ( end - origin ) / cellMs;
		if ( wanted !== places ) {
			// What is full depends on it: from the start of this one on, the cells are looked at again.
			places = wanted;
			next = first;
			lastFull = -1;
		}
		for ( ; next < behind; next++ ) {
			if ( ( taken[ next ] ?? 0 ) >= places ) {
				lastFull = next;
			}
		}
		return lastFull < first;
	};
}

interface Grid {
	cellMs: number;
	/** Where its first cell begins. */
	origin: number;
	cells: number;
}

/** From the first slot to the last that may be asked for, with their buffers; null: the openings are not on one grid. */
function gridOf(
	rules: SlotRules,
	facts: SlotFacts,
	cellMs: number
): Grid | null {
	const { opening } = facts;
	const phase = ( opening[ 0 ]?.start ?? 0 ) % cellMs;
	if ( opening.some( ( { start } ) => start % cellMs !== phase ) ) {
		return null;
	}
	const from =
		Math.max( opening[ 0 ]?.start ?? 0, firstOffered( rules, facts.now ) ) -
		rules.bufferBeforeMinutes * minuteMs;
	const until =
		( opening.at( -1 )?.end ?? 0 ) + rules.bufferAfterMinutes * minuteMs;
	const origin = Math.floor( ( from - phase ) / cellMs ) * cellMs + phase;
	const cells = Math.max( 0, Math.ceil( ( until - origin ) / cellMs ) );
	return cells <= maximumCells ? { cellMs, origin, cells } : null;
}

/** How many bookings each cell has; null when one does not fill its cells. */
function takenInCells(
	{ cellMs, origin, cells }: Grid,
	{ starts, ends }: TakenSpans
): Int32Array | null {
	const taken = new Int32Array( cells + 1 );
	for ( let index = 0; index < starts.length; index++ ) {
		const first = ( ( starts[ index ] ?? 0 ) - origin ) / cellMs;
		const behind = ( ( ends[ index ] ?? 0 ) - origin ) / cellMs;
		if ( behind <= 0 || first >= cells ) {
			continue;
		}
		if (
			first !== Math.floor( first ) ||
			behind !== Math.floor( behind )
		) {
			return null;
		}
		// The indices are within the array: what stands there is never undefined.
		const from = Math.max( 0, first );
		const until = Math.min( cells, behind );
		taken[ from ] = ( taken[ from ] ?? 0 ) + 1;
		taken[ until ] = ( taken[ until ] ?? 0 ) - 1;
	}
	let sum = 0;
	for ( let cell = 0; cell < cells; cell++ ) {
		sum += taken[ cell ] ?? 0;
		taken[ cell ] = sum;
	}
	return taken;
}
