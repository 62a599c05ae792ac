import type { ChannelSettings } from '@rappel/contract';
import { channelHours } from '../availability/channel-hours.js';
import { callsTeam } from '../channels/missing.js';
import type { Site } from '../sites/site.js';
import type { Agent } from './domain/agent.js';
import { someoneEligible } from './domain/company-side.js';

interface Asked {
	site: Pick< Site, 'timeZone' >;
	settings: ChannelSettings;
	/** All of the site. */
	agents: readonly Agent[];
}

/**
 * Whether a visitor is refused because nobody could take the call: availability is checked, nobody is eligible, and nothing comes
 * in place of a call. Somebody who is in a call is there: they are waited for.
 */
export function nobodyAvailable(
	{ site, settings, agents }: Asked,
	now: Date
): boolean {
	const { calls, fallback, team } = settings;
	return (
		calls.checkAvailability &&
		fallback.type === 'refuse' &&
		! someoneEligible(
			{
				team,
				agents: callsTeam( settings )
					? agents.filter( ( { number } ) => number !== null )
					: agents,
				hours: channelHours( settings, site, now ),
			},
			now
		)
	);
}
