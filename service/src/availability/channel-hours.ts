import type { ChannelSettings } from '@rappel/contract';
import type { Site } from '../sites/site.js';
import type { Hours } from './domain/hours.js';
import { holidayDates } from './holidays.js';

/** When a channel is open, as the domain asks it: with the public holidays around an instant that it keeps. */
export function channelHours(
	{ openingHours }: Pick< ChannelSettings, 'openingHours' >,
	{ timeZone }: Pick< Site, 'timeZone' >,
	now: Date
): Hours {
	return {
		openingHours,
		timeZone,
		holidays: holidayDates( openingHours.holidays, now ),
	};
}
