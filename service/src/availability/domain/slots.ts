import { dayAt } from './slots-clock.js';
import type { FreeStarts, SlotFacts, SlotRules } from './slots-input.js';
import { limitsReached } from './slots-limits.js';
import { freeStartsOf } from './slots-occupancy.js';
import { placesDuring } from './slots-places.js';
import { firstOffered, windowOfDays } from './slots-window.js';

const minuteMs = 60_000;

/**
 * The starts of the slots that can be booked, in order.
 *
 * A slot starts a whole number of steps after its opening does, and ends while it is still open; its buffers may lie outside. From
 * the start of its buffer before to the end of its buffer after it needs a place, of as many as there are throughout the call.
 */
export function freeSlots( rules: SlotRules, facts: SlotFacts ): number[] {
	return freeSlotsBy( rules, facts, freeStartsOf( rules, facts ) );
}

/** As freeSlots, with the way to find what is taken given: each of them says the same. */
export function freeSlotsBy(
	rules: SlotRules,
	facts: SlotFacts,
	addFree: FreeStarts
): number[] {
	const length = rules.lengthMinutes * minuteMs;
	const step = rules.stepMinutes * minuteMs;
	const earliest = firstOffered( rules, facts.now );
	const conditionsAt = conditions( rules, facts );
	const free: number[] = [];
	for ( const { start: opens, end: closes } of facts.opening ) {
		const behindLast = closes - length + 1;
		let first = opens + stepsFrom( opens, earliest, step ) * step;
		while ( first < behindLast ) {
			const { places, until } = conditionsAt( first );
			const behind = Math.min( until, behindLast );
			if ( places > 0 ) {
				addFree( { first, behind, places }, free );
			}
			first += stepsFrom( first, behind, step ) * step;
		}
	}
	return free;
}

/** How many steps lead from one instant to another or past it; 0 when it lies before. */
function stepsFrom( from: number, to: number, step: number ): number {
	return Math.max( 0, Math.ceil( ( to - from ) / step ) );
}

/**
 * How many places there are for a call that starts then, and until which start that is so: none on a day that does not lie in the
 * booking window, or whose limit or its week's is reached. Asked in the order of time.
 */
function conditions(
	rules: SlotRules,
	facts: SlotFacts
): ( start: number ) => { places: number; until: number } {
	const { end } = windowOfDays( rules, facts );
	const limitOf = limitsReached( rules, facts );
	const placesAt = placesDuring(
		facts.capacity,
		rules.lengthMinutes * minuteMs
	);
	return ( start ) => {
		const { day, until: dayUntil } = dayAt( facts.zone, start );
		const { places, until } = placesAt( start );
		return {
			places: day < end && limitOf( day ) === null ? places : 0,
			until: Math.min( until, dayUntil ),
		};
	};
}
