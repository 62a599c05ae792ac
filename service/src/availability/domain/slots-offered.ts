import { dayAt } from './slots-clock.js';
import { limitsReached } from './slots-limits.js';
import { placesDuring } from './slots-places.js';
import type { SlotFacts, SlotRules } from './slots-input.js';
import { mostTaken } from './slots-taken.js';
import { firstOffered, windowOfDays } from './slots-window.js';
import type { Span } from './span.js';

const minuteMs = 60_000;

/** Why a start cannot be booked; the first that holds. */
export type NotOffered =
	/** The whole call does not lie within one opening, or nobody who could be called has hours then. */
	| 'closed'
	| 'too_early'
	| 'beyond_window'
	| 'off_steps'
	| 'day_limit'
	| 'week_limit'
	| 'full';

/** What the rules say of one start, whatever is booked: how many places there are throughout the call, or why none is offered. */
export type Offer =
	{ offered: true; places: number } | { offered: false; because: NotOffered };

/** Whether the rules offer a slot that starts then; bookings and limits are not asked. */
export function offerAt(
	rules: SlotRules,
	facts: Pick< SlotFacts, 'opening' | 'capacity' | 'zone' | 'now' >,
	start: number
): Offer {
	if ( start < firstOffered( rules, facts.now ) ) {
		return refused( 'too_early' );
	}
	if ( dayAt( facts.zone, start ).day >= windowOfDays( rules, facts ).end ) {
		return refused( 'beyond_window' );
	}
	const length = rules.lengthMinutes * minuteMs;
	const opening = facts.opening.find(
		( span ) => span.start <= start && start + length <= span.end
	);
	const { places } = placesDuring( facts.capacity, length )( start );
	if ( ! opening || places === 0 ) {
		return refused( 'closed' );
	}
	if ( ( start - opening.start ) % ( rules.stepMinutes * minuteMs ) !== 0 ) {
		return refused( 'off_steps' );
	}
	return { offered: true, places };
}

/** Whether a slot that starts then is free: exactly those that freeSlots lists. */
export function isOffered(
	rules: SlotRules,
	facts: SlotFacts,
	start: number
): Offer {
	const offer = offerAt( rules, facts, start );
	if ( ! offer.offered ) {
		return offer;
	}
	const limit = limitsReached(
		rules,
		facts
	)( dayAt( facts.zone, start ).day );
	if ( limit ) {
		return refused( limit );
	}
	const held = heldBy( rules, start );
	return mostTaken( facts.taken, held ) < offer.places
		? offer
		: refused( 'full' );
}

/** The time of a call with its buffers, during which it has a place. */
export function heldBy( rules: SlotRules, start: number ): Span {
	return {
		start: start - rules.bufferBeforeMinutes * minuteMs,
		end:
			start +
			( rules.lengthMinutes + rules.bufferAfterMinutes ) * minuteMs,
	};
}

function refused( because: NotOffered ): Offer {
	return { offered: false, because };
}
