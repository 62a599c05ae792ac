import type { OpeningHours } from '@rappel/contract';
import type { Hours } from './hours.js';
import { openingSpans } from './opening-spans.js';
import { rememberLast } from './remember-last.js';
import type { Span } from './span.js';
import { offsetTable } from './zone.js';

const dayMs = 86_400_000;

/** Spans are made for so many days at a time: whoever asks in these days is answered from the same. */
const blockDays = 32;

/** How far the spans go beyond a block, in days. */
const reach = {
	/** Longer than most closings. */
	weeks: 32,
	/** A long closing still has its next opening. */
	year: 367,
};

/** When it is open from an instant on. */
export interface SpansAhead {
	/** The first may lie in the past. */
	spans: readonly Span[];
	/** Nothing is known from here on; a span that ends here may go on. */
	until: number;
}

/** Those of one channel, by zone, block and reach. */
type Remembered = ( key: string, make: () => SpansAhead ) => SpansAhead;

/** Today's and those of an instant of the past (since when somebody is online), near and far. */
const rememberedBlocks = 4;

/** By the two objects that decide them; nobody changes one in place. */
const remembered = new WeakMap<
	OpeningHours,
	WeakMap< Hours[ 'holidays' ], Remembered >
>();

/**
 * The spans from an instant on, remembered: availability is asked by every page. Public holidays are a set that stays the same
 * object as long as it says the same.
 */
export function spansAhead(
	hours: Hours,
	from: number,
	far: keyof typeof reach
): SpansAhead {
	const block = Math.floor( from / ( blockDays * dayMs ) );
	return rememberedOf( hours )(
		`${ hours.timeZone } ${ block } ${ far }`,
		() => spansOfBlock( hours, block, reach[ far ] )
	);
}

function rememberedOf( { openingHours, holidays }: Hours ): Remembered {
	const ofHours = remembered.get( openingHours ) ?? new WeakMap();
	const known =
		ofHours.get( holidays ) ??
		rememberLast< SpansAhead >( rememberedBlocks );
	ofHours.set( holidays, known );
	remembered.set( openingHours, ofHours );
	return known;
}

function spansOfBlock(
	{ openingHours, timeZone, holidays }: Hours,
	block: number,
	reachDays: number
): SpansAhead {
	const start = block * blockDays * dayMs;
	const until = start + ( blockDays + reachDays ) * dayMs;
	const window = { start, end: until };
	return {
		spans: openingSpans(
			openingHours,
			holidays,
			offsetTable( timeZone, window ),
			window
		),
		until,
	};
}
