import { agentHoursSchema, type AgentHours } from '@rappel/contract';
import { rememberLast } from '../availability/domain/remember-last.js';

/** More than the agents of the sites that are asked for at the same time. */
const remembered = 2_000;

const wheneverOpen: AgentHours = { weekly: null, leave: [] };

/**
 * Reads hours as they were stored, perhaps by an older version: what it did not know yet has today's default. Each text is read
 * once: every page that asks whether somebody is there reads the site's agents.
 *
 * @return By the stored text; null is whenever the channel is open. Nobody may change what is returned.
 */
export function rememberHours(): ( stored: string | null ) => AgentHours {
	const known = rememberLast< AgentHours >( remembered );
	return ( stored ) =>
		stored === null
			? wheneverOpen
			: known( stored, () =>
					agentHoursSchema.parse( JSON.parse( stored ) )
				);
}
