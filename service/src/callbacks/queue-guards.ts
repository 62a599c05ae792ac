import type { ChannelSettings, QueueSettings } from '@rappel/contract';
import type { Channel } from '../channels/channel.js';
import { Refusal } from '../refusal.js';
import type { Facts } from './domain/commands.js';
import { secondsBetween } from './domain/timings.js';
import type { Dependencies } from './dependencies.js';
import type { Line } from './store/line-store.js';

/**
 * An immediate request is refused once so many wait, or the first of them waits so long.
 *
 * @throws {Refusal} queue_full.
 */
export function refuseWhenFull(
	queue: QueueSettings,
	line: Pick< Line, 'waiting' | 'oldestAt' >,
	now: Date
): void {
	if ( isFull( queue, line, now ) ) {
		throw new Refusal( 'queue_full' );
	}
}

/** As a visitor would find it who comes now. */
export async function queueIsFull(
	{ store, clock }: Pick< Dependencies, 'store' | 'clock' >,
	{ siteId, id: channelId, settings }: Channel
): Promise< boolean > {
	const now = clock.now();
	const line = await store.lineOf(
		{ siteId, channelId },
		{ id: '', createdAt: now }
	);
	return isFull( settings.queue, line, now );
}

export function isFull(
	{ maximumWaiting, maximumWaitMinutes }: QueueSettings,
	{ waiting, oldestAt }: Pick< Line, 'waiting' | 'oldestAt' >,
	now: Date
): boolean {
	const tooMany = maximumWaiting > 0 && waiting >= maximumWaiting;
	const tooLong =
		maximumWaitMinutes > 0 &&
		oldestAt !== null &&
		secondsBetween( oldestAt, now ) >= maximumWaitMinutes * 60;
	return tooMany || tooLong;
}

/**
 * Availability is checked, nobody is there, and nothing comes in place of a call: the visitor is told at once.
 *
 * @throws {Refusal} nobody_available.
 */
export function refuseWhenNobody(
	{ calls, fallback }: ChannelSettings,
	{ heldBackBy, candidates, worthWaiting }: Facts
): void {
	if (
		calls.checkAvailability &&
		fallback.type === 'refuse' &&
		candidates.length === 0 &&
		heldBackBy === null &&
		worthWaiting === null
	) {
		throw new Refusal( 'nobody_available' );
	}
}
