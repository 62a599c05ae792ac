import { channelHours } from '../availability/channel-hours.js';
import type { Hours } from '../availability/domain/hours.js';
import type { Channel } from '../channels/channel.js';
import { presenceCounts } from '../channels/missing.js';
import type { Site } from '../sites/site.js';

/** The channels that may call somebody, or look at their presence; of somebody on no team, all of the site. */
export function theirChannels(
	ofSite: readonly Channel[],
	userId: number
): readonly Channel[] {
	const own = ofSite.filter( ( { settings } ) =>
		settings.team.length > 0
			? settings.team.some( ( member ) => member.userId === userId )
			: settings.calls.checkAvailability
	);
	return own.length > 0 ? own : ofSite;
}

/** When a channel of somebody's is open. */
export interface TheirHours extends Hours {
	/** Whether it depends on presence that the channel calls anybody. */
	presenceCounts: boolean;
}

/** When {@link theirChannels} are open. */
export function theirHours(
	site: Pick< Site, 'timeZone' >,
	ofSite: readonly Channel[],
	userId: number,
	now: Date
): TheirHours[] {
	return theirChannels( ofSite, userId ).map( ( { settings } ) => ( {
		...channelHours( settings, site, now ),
		presenceCounts: presenceCounts( settings ),
	} ) );
}
