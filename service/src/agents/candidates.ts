import { channelHours } from '../availability/channel-hours.js';
import type { FindCandidates } from '../callbacks/candidates.js';
import { isMobile } from '../guards/mobile.js';
import type { AgentStore } from './agent-store.js';
import { companySide } from './domain/company-side.js';

/**
 * Who on the company's side may be called now. Reads the site's agents by one statement, in the current transaction; none where
 * the destination is called whatever anybody's presence.
 */
export function createFindCandidates(
	agents: Pick< AgentStore, 'list' >
): FindCandidates {
	return async ( { site, settings, plan, ownerUserId, rung, now } ) => {
		const { team, calls } = settings;
		const agentsCount = calls.checkAvailability || plan.routing === 'team';
		return companySide( {
			team,
			agents: agentsCount ? await agents.list( site.id ) : [],
			hours: channelHours( settings, site, now ),
			plan,
			checkAvailability: calls.checkAvailability,
			ownerUserId,
			rung,
			isMobile,
			now,
		} );
	};
}
