import type { BookingSettings } from '@rappel/contract';
import type { CapacityStep } from './slots-places.js';
import type { TakenSpans } from './slots-taken.js';
import type { Span } from './span.js';
import type { OffsetTable } from './zone.js';

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
	/** The bookings, each with the buffers it was made with. */
	taken: TakenSpans;
	/** When the bookings since the Monday of this week start, for the limits, in order; without their buffers. */
	bookedStarts: Float64Array;
	/** The site's. */
	zone: OffsetTable;
	now: number;
}

/**
 * Adds to `found`, of the starts every step from `first` on and before `behind`, those at which fewer than so many places are
 * taken throughout the call and its buffers. The starts are those of slots of one opening.
 */
export type FreeStarts = (
	asked: { first: number; behind: number; places: number },
	found: number[]
) => void;
