import type { Availability } from '@rappel/contract';
import type { Channel } from '../channels/channel.js';
import type { Site } from '../sites/site.js';
import { openingAt } from './domain/opening.js';

export interface ImmediateAvailability {
	/** May an immediate request be made now? */
	immediate: boolean;
	/** Null when `immediate`. */
	reason: Availability[ 'reason' ];
	/** When the opening hours next change the answer; null when they never do, or when something else decides it. */
	changesAt: Date | null;
	/** Told while closed. */
	nextOpeningAt: Date | null;
}

export interface ImmediateInput {
	channel: Channel;
	site: Site;
	requestsToday: number;
	/** Whether the channel misses something without which it cannot call (see channels/missing.ts). */
	complete: boolean;
	now: Date;
}

/** What cannot mend itself comes first: paused, incomplete, closed, then the day's cap. */
export function immediateAvailability( {
	channel,
	site,
	requestsToday,
	complete,
	now,
}: ImmediateInput ): ImmediateAvailability {
	if ( channel.settings.state === 'paused' ) {
		return refused( 'paused' );
	}
	if ( ! complete ) {
		return refused( 'incomplete' );
	}
	const opening = openingAt(
		channel.settings.openingHours,
		site.timeZone,
		now
	);
	if ( ! opening.open ) {
		return {
			immediate: false,
			reason: 'closed',
			changesAt: opening.changesAt,
			nextOpeningAt: opening.nextOpeningAt,
		};
	}
	if ( requestsToday >= site.dailyRequestCap ) {
		return refused( 'daily_cap_reached' );
	}
	return {
		immediate: true,
		reason: null,
		changesAt: opening.changesAt,
		nextOpeningAt: null,
	};
}

function refused( reason: Availability[ 'reason' ] ): ImmediateAvailability {
	return { immediate: false, reason, changesAt: null, nextOpeningAt: null };
}
