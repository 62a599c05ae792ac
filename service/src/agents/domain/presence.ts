import type { Presence } from '@rappel/contract';
import type { Hours } from '../../availability/domain/hours.js';
import { openingAt } from '../../availability/domain/opening.js';
import type { Agent } from './agent.js';

const minuteMs = 60_000;

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
	return openingAt( hours, now ).open && isOnline( said, hours, now );
}

/** Whether the status that they said still holds: for a call at a time that the company chose, outside the hours perhaps. */
export function isOnline( said: Said, hours: Hours, now: Date ): boolean {
	if ( said.status !== 'online' ) {
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
	const until = holdsUntil( said, channels );
	return until === null || now < until
		? { status: said.status, until: until?.toISOString() ?? null }
		: { status: 'offline', until: null };
}

/** When the status that somebody said last ended with its period; null: it holds, or they said offline themselves. */
export function periodEndedAt(
	said: Said,
	channels: readonly Hours[],
	now: Date
): Date | null {
	const until =
		said.status === 'offline' ? null : holdsUntil( said, channels );
	return until !== null && until <= now ? until : null;
}

/** Null: some channel never closes, or there is none. */
function holdsUntil(
	{ statusSince }: Said,
	channels: readonly Hours[]
): Date | null {
	const ends = channels.map( ( hours ) =>
		statusEndsAt( hours, statusSince )
	);
	const known = ends.filter( ( end ) => end !== null );
	return known.length === 0 || known.length < ends.length
		? null
		: new Date( Math.max( ...known.map( ( end ) => end.getTime() ) ) );
}

/**
 * Whether somebody is online without a page of Rappel open for so long. Who said it on their phone or their personal page has none
 * open, and is left alone; null minutes: so is everybody.
 */
export function isUnseen(
	{
		status,
		statusSince,
		statusSource,
		seenAt,
	}: Pick< Agent, 'status' | 'statusSince' | 'statusSource' | 'seenAt' >,
	awayAfterMinutes: number | null,
	now: Date
): boolean {
	if (
		awayAfterMinutes === null ||
		status !== 'online' ||
		statusSource === 'phone' ||
		statusSource === 'personal_page'
	) {
		return false;
	}
	const lastSign = Math.max( statusSince.getTime(), seenAt?.getTime() ?? 0 );
	return now.getTime() - lastSign >= awayAfterMinutes * minuteMs;
}
