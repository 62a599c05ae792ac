import type { OpeningHours } from '@rappel/contract';
import { openingAt } from './opening.js';

const minuteMs = 60_000;

/** More periods than a fortnight has for anybody who waits for the next. */
const longestLook = 70;

export interface Taking {
	/** `closing_soon`: open, and too late for an immediate request. */
	state: 'taking' | 'closing_soon' | 'closed';
	/** The next instant at which it begins or ends to take immediate requests; null when it does not within 15 days. */
	changesAt: Date | null;
	/** When it takes them again, told while it does not; null when no such time comes. */
	nextOpeningAt: Date | null;
}

/**
 * Whether immediate requests are taken by the hours: not in the last minutes of an opening period. A period that is no longer
 * than these takes none.
 */
export function takingAt(
	hours: OpeningHours,
	zoneName: string,
	minutesBeforeClosing: number,
	now: Date
): Taking {
	const opening = openingAt( hours, zoneName, now );
	const lastAt = opening.open
		? before( opening.changesAt, minutesBeforeClosing )
		: now;
	if ( lastAt === null || now < lastAt ) {
		return { state: 'taking', changesAt: lastAt, nextOpeningAt: null };
	}
	const nextOpeningAt = nextTaking(
		hours,
		zoneName,
		minutesBeforeClosing,
		now
	);
	return {
		state: opening.open ? 'closing_soon' : 'closed',
		changesAt: nextOpeningAt,
		nextOpeningAt,
	};
}

/** The start of the next period that is long enough. */
function nextTaking(
	hours: OpeningHours,
	zoneName: string,
	minutesBeforeClosing: number,
	now: Date
): Date | null {
	let at: Date | null = now;
	for ( let look = 0; look < longestLook && at !== null; look++ ) {
		const opening = openingAt( hours, zoneName, at );
		const start = opening.nextOpeningAt;
		const end = opening.open
			? opening.changesAt
			: start && openingAt( hours, zoneName, start ).changesAt;
		const lastAt = before( end, minutesBeforeClosing );
		if ( start && ( lastAt === null || start < lastAt ) ) {
			return start;
		}
		at = end;
	}
	return null;
}

function before( end: Date | null, minutes: number ): Date | null {
	return end && new Date( end.getTime() - minutes * minuteMs );
}
