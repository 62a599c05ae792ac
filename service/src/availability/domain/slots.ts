import type { BookingSettings } from '@rappel/contract';
import { occupancyBySweep } from './slots-by-sweep.js';
import { dayAt } from './slots-clock.js';
import { limitsReached } from './slots-limits.js';
import { occupancyOnGrid } from './slots-on-grid.js';
import { placesDuring, type CapacityStep } from './slots-places.js';
import type { TakenSpans } from './slots-taken.js';
import { firstOffered, windowOfDays } from './slots-window.js';
import type { Span } from './span.js';
import type { OffsetTable } from './zone.js';

const minuteMs = 60_000;

/** What of a channel's settings decides which slots are offered. */
export type SlotRules = Pick<
	BookingSettings,
	| 'lengthMinutes'
	| 'stepMinutes'
	| 'bufferBeforeMinutes'
	| 'bufferAfterMinutes'
	| 'maximumPerDay'
	| 'maximumPerWeek'
	| 'minimumDelayMinutes'
	| 'windowDays'
>;

/** All instants in epoch milliseconds. */
export interface SlotFacts {
	/** When the channel is open. */
	opening: readonly Span[];
	/** In order; before the first there is no place. */
	capacity: readonly CapacityStep[];
	/** The bookings, each with the buffers it was made with; fastest in the order of their starts. */
	taken: TakenSpans;
	/** When the bookings since the Monday of this week start, for the limits; without their buffers. */
	bookedStarts: Float64Array;
	/** The site's. */
	zone: OffsetTable;
	now: number;
}

/**
 * Whether fewer than so many places are taken at every moment from `start` to `end`. It is asked in the order of time: neither
 * of the two ever goes back.
 */
export type Occupancy = (
	start: number,
	end: number,
	places: number
) => boolean;

/**
 * The starts of the slots that can be booked, in order.
 *
 * A slot starts a whole number of steps after its opening does, and ends while it is still open; its buffers may lie outside. From
 * the start of its buffer before to the end of its buffer after it needs a place, of as many as there are throughout the call.
 */
export function freeSlots( rules: SlotRules, facts: SlotFacts ): number[] {
	return freeSlotsBy(
		rules,
		facts,
		occupancyOnGrid( rules, facts ) ?? occupancyBySweep( facts.taken )
	);
}

/** As freeSlots, with the way to find what is taken given: each of them says the same. */
export function freeSlotsBy(
	rules: SlotRules,
	facts: SlotFacts,
	isFree: Occupancy
): number[] {
	const length = rules.lengthMinutes * minuteMs;
	const step = rules.stepMinutes * minuteMs;
	const before = rules.bufferBeforeMinutes * minuteMs;
	const lengthAndAfter = length + rules.bufferAfterMinutes * minuteMs;
	const earliest = firstOffered( rules, facts.now );
	const conditionsAt = conditions( rules, facts );
	const free: number[] = [];
	let places = 0;
	let unchangedUntil = -Infinity;
	for ( const { start: opens, end: closes } of facts.opening ) {
		const skipped = Math.max( 0, Math.ceil( ( earliest - opens ) / step ) );
		const last = closes - length;
		for (
			let start = opens + skipped * step;
			start <= last;
			start += step
		) {
			if ( start >= unchangedUntil ) {
				( { places, until: unchangedUntil } = conditionsAt( start ) );
			}
			if (
				places > 0 &&
				isFree( start - before, start + lengthAndAfter, places )
			) {
				free.push( start );
			}
		}
	}
	return free;
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
