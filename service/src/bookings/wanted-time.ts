import type { Channel } from '../channels/channel.js';
import type { Site } from '../sites/site.js';
import type { WantedTime } from './booking-store.js';
import { periodsOf } from './quotas.js';

const minuteMs = 60_000;

/** What a slot that starts then takes of a channel: its places with the buffers, and one of its day and week. */
export function wantedTime(
	{ site, channel }: { site: Site; channel: Channel },
	startsAt: Date,
	places: number
): WantedTime {
	const {
		lengthMinutes,
		bufferBeforeMinutes,
		bufferAfterMinutes,
		maximumPerDay,
		maximumPerWeek,
	} = channel.settings.booking;
	const at = ( minutes: number ) =>
		new Date( startsAt.getTime() + minutes * minuteMs );
	const { day, week } = periodsOf( startsAt, site.timeZone );
	return {
		startsAt,
		endsAt: at( lengthMinutes ),
		heldFrom: at( -bufferBeforeMinutes ),
		heldUntil: at( lengthMinutes + bufferAfterMinutes ),
		places,
		day: { period: day, maximum: maximumPerDay },
		week: { period: week, maximum: maximumPerWeek },
	};
}
