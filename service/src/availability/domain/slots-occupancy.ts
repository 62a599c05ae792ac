import type { FreeStarts, SlotFacts, SlotRules } from './slots-input.js';
import type { TakenSpans } from './slots-taken.js';
import { firstOffered } from './slots-window.js';

const minuteMs = 60_000;

/**
 * What is taken is counted in cells by a difference array: each booking adds one where it starts and takes one away where it ends,
 * and the running sum is what is taken. The cells are as long as the rules allow; where openings, or bookings that were made by other
 * rules, do not lie on one grid of those, they are minutes, of which hours and bookings are made.
 */
export function freeStartsOf( rules: SlotRules, facts: SlotFacts ): FreeStarts {
	return (
		freeByCells( rules, facts, longestCellMinutes( rules ) ) ??
		freeByMinutes( rules, facts )
	);
}

/**
 * @param rules
 * @param facts
 * @param cellMinutes How long a cell is; every duration of the rules is a multiple of it.
 * @return Null where some opening or some booking does not begin or end with a cell.
 */
export function freeByCells(
	rules: SlotRules,
	facts: SlotFacts,
	cellMinutes: number
): FreeStarts | null {
	const cellMs = cellMinutes * minuteMs;
	const phase = ( facts.opening[ 0 ]?.start ?? 0 ) % cellMs;
	if ( facts.opening.some( ( { start } ) => start % cellMs !== phase ) ) {
		return null;
	}
	const grid = gridOf( rules, facts, { cellMs, phase } );
	const taken = takenInCells( grid, facts.taken );
	return taken && freeStartsFrom( taken, grid, rules );
}

/** Of which hours and bookings are made: a booking with seconds takes the whole of its minutes. */
function freeByMinutes( rules: SlotRules, facts: SlotFacts ): FreeStarts {
	const grid = gridOf( rules, facts, { cellMs: minuteMs, phase: 0 } );
	const { starts, ends } = facts.taken;
	const taken =
		takenInCells( grid, facts.taken ) ??
		takenInCells( grid, {
			starts: starts.map( ( at ) => at - ( at % minuteMs ) ),
			ends: ends.map(
				( at ) => at + minuteMs - 1 - ( ( at - 1 ) % minuteMs )
			),
		} );
	return freeStartsFrom( taken ?? new Int32Array(), grid, rules );
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

/** Counts in cells alone, for whole numbers are quick to look up by. */
function freeStartsFrom(
	taken: Int32Array,
	{ origin, cellMs }: Grid,
	rules: SlotRules
): FreeStarts {
	const step = rules.stepMinutes * minuteMs;
	const before = rules.bufferBeforeMinutes * minuteMs;
	const cellsOf = ( minutes: number ) =>
		Math.trunc( ( minutes * minuteMs ) / cellMs );
	const stepCells = cellsOf( rules.stepMinutes );
	const callCells = cellsOf(
		rules.bufferBeforeMinutes +
			rules.lengthMinutes +
			rules.bufferAfterMinutes
	);
	return ( { first, behind, places }, found ) => {
		let cell = Math.trunc( ( first - before - origin ) / cellMs );
		let seen = cell;
		let lastFull = -1;
		for ( let start = first; start < behind; start += step ) {
			const end = cell + callCells;
			// From the back, for only the last full one of those not seen yet matters.
			let full = end - 1;
			while ( full >= seen && ( taken[ full ] ?? 0 ) < places ) {
				full--;
			}
			if ( full >= seen ) {
				lastFull = full;
			}
			seen = end;
			if ( lastFull < cell ) {
				found.push( start );
			}
			cell += stepCells;
		}
	};
}

interface Grid {
	cellMs: number;
	/** Where its first cell begins. */
	origin: number;
	cells: number;
}

/** From the first slot to the last that may be asked for, with their buffers. */
function gridOf(
	rules: SlotRules,
	{ opening, now }: SlotFacts,
	{ cellMs, phase }: { cellMs: number; phase: number }
): Grid {
	const from =
		Math.max( opening[ 0 ]?.start ?? 0, firstOffered( rules, now ) ) -
		rules.bufferBeforeMinutes * minuteMs;
	const until =
		( opening.at( -1 )?.end ?? 0 ) + rules.bufferAfterMinutes * minuteMs;
	const origin = Math.floor( ( from - phase ) / cellMs ) * cellMs + phase;
	const cells = Math.max( 0, Math.ceil( ( until - origin ) / cellMs ) );
	return { cellMs, origin, cells };
}

/** How many bookings each cell has; null when one does not fill its cells. */
function takenInCells(
	{ cellMs, origin, cells }: Grid,
	{ starts, ends }: TakenSpans
): Int32Array | null {
	const taken = new Int32Array( cells + 1 );
	const length = cells * cellMs;
	for ( let index = 0; index < starts.length; index++ ) {
		const start = ( starts[ index ] ?? 0 ) - origin;
		const end = ( ends[ index ] ?? 0 ) - origin;
		if ( end <= 0 || start >= length ) {
			continue;
		}
		const from = start <= 0 ? 0 : Math.trunc( start / cellMs );
		const until = end >= length ? cells : Math.trunc( end / cellMs );
		if (
			( start > 0 && from * cellMs !== start ) ||
			( end < length && until * cellMs !== end )
		) {
			return null;
		}
		// The indices are within the array: what stands there is never undefined.
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
