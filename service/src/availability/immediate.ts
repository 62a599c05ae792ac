import type { Availability } from '@rappel/contract';
import type { Channel } from '../channels/channel.js';
import type { Site } from '../sites/site.js';
import { channelHours } from './channel-hours.js';
import { takingAt } from './domain/taking.js';

export interface ImmediateAvailability {
	/** May an immediate request be made now? */
	immediate: boolean;
	/** Null when `immediate`. */
	reason: Availability[ 'reason' ];
	/** When the opening hours next change the answer; null when they never do, or when something else decides it. */
	changesAt: Date | null;
	/** Told while closed, and in the last minutes before. */
	nextOpeningAt: Date | null;
}

export interface ImmediateInput {
	channel: Channel;
	site: Site;
	requestsToday: number;
	/** Whether the month has cost what the site's owner allows. */
	isSpent: boolean;
	/** Whether the channel misses something without which it cannot call (see channels/missing.ts). */
	complete: boolean;
	/** Whether nobody could take the call, and the visitor is refused for it. */
	nobodyAvailable: boolean;
	/** Whether the queue is too long, or its first has waited too long. */
	queueFull: boolean;
	now: Date;
}

/** What cannot mend itself comes first: paused, incomplete, bookings only, closed, the month's money, the day's cap; then who is there, and who waits. */
export function immediateAvailability( {
	channel: { settings },
	site,
	requestsToday,
	isSpent,
	complete,
	nobodyAvailable,
	queueFull,
	now,
}: ImmediateInput ): ImmediateAvailability {
	if ( settings.state === 'paused' ) {
		return refused( 'paused' );
	}
	if ( ! complete ) {
		return refused( 'incomplete' );
	}
	if ( settings.callTypes === 'deferred' ) {
		return refused( 'deferred_only' );
	}
	const { state, changesAt, nextOpeningAt } = takingAt(
		channelHours( settings, site, now ),
		settings.queue.minutesBeforeClosing,
		now
	);
	if ( state !== 'taking' ) {
		return { immediate: false, reason: state, changesAt, nextOpeningAt };
	}
	if ( isSpent ) {
		return refused( 'spending_limit_reached' );
	}
	if ( requestsToday >= site.dailyRequestCap ) {
		return refused( 'daily_cap_reached' );
	}
	if ( nobodyAvailable ) {
		return refused( 'nobody_available' );
	}
	if ( queueFull ) {
		return refused( 'queue_full' );
	}
	return { immediate: true, reason: null, changesAt, nextOpeningAt: null };
}

function refused( reason: Availability[ 'reason' ] ): ImmediateAvailability {
	return { immediate: false, reason, changesAt: null, nextOpeningAt: null };
}
