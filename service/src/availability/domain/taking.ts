import type { Hours } from './hours.js';
import { openingAt } from './opening.js';
import type { Span } from './span.js';
import { spansAhead } from './spans-ahead.js';

const minuteMs = 60_000;

export interface Taking {
	/** `closing_soon`: open, and too late for an immediate request. */
	state: 'taking' | 'closing_soon' | 'closed';
	/** The next instant at which it begins or ends to take immediate requests; null when it does not within a year. */
	changesAt: Date | null;
	/** When it takes them again, told while it does not; null when no such time comes. */
	nextOpeningAt: Date | null;
}

/**
 * Whether immediate requests are taken by the hours: not in the last minutes of an opening period. A period that is no longer
 * than these takes none.
 */
export function takingAt(
	hours: Hours,
	minutesBeforeClosing: number,
	now: Date
): Taking {
	const { open, changesAt } = openingAt( hours, now );
	const lastAt = open ? before( changesAt, minutesBeforeClosing ) : now;
	if ( lastAt === null || now < lastAt ) {
		return { state: 'taking', changesAt: lastAt, nextOpeningAt: null };
	}
	const nextOpeningAt = nextTaking( hours, minutesBeforeClosing, now );
	return {
		state: open ? 'closing_soon' : 'closed',
		changesAt: nextOpeningAt,
		nextOpeningAt,
	};
}

/** The start of the next period that is long enough. */
function nextTaking(
	hours: Hours,
	minutesBeforeClosing: number,
	now: Date
): Date | null {
	const at = now.getTime();
	const isNext = ( { start, end }: Span ) =>
		start > at && end - start > minutesBeforeClosing * minuteMs;
	const next =
		spansAhead( hours, at, 'weeks' ).spans.find( isNext ) ??
		spansAhead( hours, at, 'year' ).spans.find( isNext );
	return next ? new Date( next.start ) : null;
}

function before( end: Date | null, minutes: number ): Date | null {
	return end && new Date( end.getTime() - minutes * minuteMs );
}
