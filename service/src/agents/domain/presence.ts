import type { Presence } from '@rappel/contract';
import type { Hours } from '../../availability/domain/hours.js';
import { openingAt } from '../../availability/domain/opening.js';
import type { Agent } from './agent.js';

type Said = Pick< Agent, 'status' | 'statusSince' >;

/**
 * Until when a status that was said at an instant holds on a channel: to the end of the opening period under way, or of the next
 * one when it was said before opening. A morning and an afternoon are two periods. So nothing has to be reset, and no reset can
 * be late.
 *
 * @return Null: no opening period ends (or none comes within a year).
 */
export function statusEndsAt( hours: Hours, saidAt: Date ): Date | null {
	const { nextOpeningAt, changesAt } = openingAt( hours, saidAt );
	return nextOpeningAt
		? openingAt( hours, nextOpeningAt ).changesAt
		: changesAt;
}

/** Online and inside the hours, both. */
export function isEligible( said: Said, hours: Hours, now: Date ): boolean {
	if ( said.status !== 'online' || ! openingAt( hours, now ).open ) {
		return false;
	}
	const endsAt = statusEndsAt( hours, said.statusSince );
	return endsAt === null || now < endsAt;
}

/**
 * What colleagues see: one status for all of somebody's channels, until the last of them has ended its period. Each channel
 * stops to call them at the end of its own.
 *
 * @param said     As the agent said last.
 * @param channels Those that may call them; none: the status holds.
 * @param now
 */
export function presenceAt(
	said: Said,
	channels: readonly Hours[],
	now: Date
): Presence {
	if ( said.status === 'offline' ) {
		return { status: 'offline', until: null };
	}
	const ends = channels.map( ( hours ) =>
		statusEndsAt( hours, said.statusSince )
	);
	const known = ends.filter( ( end ) => end !== null );
	if ( known.length === 0 || known.length < ends.length ) {
		return { status: said.status, until: null };
	}
	const until = new Date(
		Math.max( ...known.map( ( end ) => end.getTime() ) )
	);
	return now < until
		? { status: said.status, until: until.toISOString() }
		: { status: 'offline', until: null };
}
