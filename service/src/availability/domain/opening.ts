import type { Hours } from './hours.js';
import { spansAhead, type SpansAhead } from './spans-ahead.js';

export interface Opening {
	open: boolean;
	/** The next instant at which `open` changes; null when it does not within a year. */
	changesAt: Date | null;
	/** The next instant at which it opens, told while it is closed; null while open, and when none comes. */
	nextOpeningAt: Date | null;
}

/** What the opening hours say at an instant (openingSpans). A start belongs to its span, an end does not. */
export function openingAt( hours: Hours, now: Date ): Opening {
	const weeks = openingIn( spansAhead( hours, now.getTime(), 'weeks' ), now );
	return weeks.changesAt === null
		? openingIn( spansAhead( hours, now.getTime(), 'year' ), now )
		: weeks;
}

function openingIn( { spans, until }: SpansAhead, now: Date ): Opening {
	const at = now.getTime();
	const span = spans.find( ( { end } ) => end > at );
	if ( ! span ) {
		return { open: false, changesAt: null, nextOpeningAt: null };
	}
	if ( span.start <= at ) {
		return {
			open: true,
			changesAt: span.end < until ? new Date( span.end ) : null,
			nextOpeningAt: null,
		};
	}
	const opensAt = new Date( span.start );
	return { open: false, changesAt: opensAt, nextOpeningAt: opensAt };
}
