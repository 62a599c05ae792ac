import type { Occupancy } from './slots.js';
import type { TakenSpans } from './slots-taken.js';

/**
 * What is taken, whatever instants the bookings begin and end at: their starts and their ends are swept in the order of time, one more at
 * each start and one less at each end. At the same instant one ends before the next starts.
 */
export function occupancyBySweep( taken: TakenSpans ): Occupancy {
	const starts = inOrder( taken.starts );
	const ends = inOrder( taken.ends );
	let places = 0;
	let started = 0;
	let ended = 0;
	/** Which end made the last place free again; -1: none was taken so far. */
	let freedBy = -1;
	return ( from, until, wanted ) => {
		if ( wanted !== places ) {
			// What is full depends on it: the sweep begins anew where this one starts.
			places = wanted;
			started = countUntil( starts, from );
			ended = countUntil( ends, from );
			freedBy = -1;
		}
		for (;;) {
			const start = starts[ started ] ?? Infinity;
			const end = ends[ ended ] ?? Infinity;
			if ( end <= start ) {
				if ( end >= until ) {
					break;
				}
				if ( started - ended === places ) {
					freedBy = ended;
				}
				ended++;
			} else {
				if ( start >= until ) {
					break;
				}
				started++;
			}
		}
		return (
			started - ended < places &&
			( freedBy === -1 || ( ends[ freedBy ] ?? 0 ) <= from )
		);
	};
}

/** So many places up for each value on average, and it was not nearly in order. */
const movesEach = 16;

/** By insertion, which costs next to nothing for what a database gave in the order of its starts; otherwise by sorting. */
function inOrder( instants: Float64Array ): Float64Array {
	if ( isInOrder( instants ) ) {
		return instants;
	}
	const ordered = instants.slice();
	let movesLeft = movesEach * ordered.length;
	for ( let index = 1; index < ordered.length; index++ ) {
		const instant = ordered[ index ] ?? 0;
		let place = index;
		while ( place > 0 && ( ordered[ place - 1 ] ?? 0 ) > instant ) {
			ordered[ place ] = ordered[ place - 1 ] ?? 0;
			place--;
		}
		ordered[ place ] = instant;
		movesLeft -= index - place;
		if ( movesLeft < 0 ) {
			return ordered.sort();
		}
	}
	return ordered;
}

function isInOrder( instants: Float64Array ): boolean {
	for ( let index = 1; index < instants.length; index++ ) {
		if ( ( instants[ index - 1 ] ?? 0 ) > ( instants[ index ] ?? 0 ) ) {
			return false;
		}
	}
	return true;
}

/** How many of some instants in order are not after one. */
function countUntil( instants: Float64Array, last: number ): number {
	let [ low, high ] = [ 0, instants.length ];
	while ( low < high ) {
		const middle = Math.floor( ( low + high ) / 2 );
		if ( ( instants[ middle ] ?? 0 ) <= last ) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
