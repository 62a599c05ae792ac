import type { AgentStore } from '../agents/agent-store.js';
import { after } from '../callbacks/domain/timings.js';
import type { ChannelStore } from '../channels/channel-store.js';
import type { SiteStore } from '../sites/site-store.js';
import {
	createTeamDelivery,
	type Tell,
	type TeamDeliveryDependencies,
} from './delivery.js';
import { createMinute, type MinuteDependencies } from './minute.js';
import { createRequestAlerts, type RequestAlerts } from './request-alerts.js';
import { createTeamAlertStore } from './team-alert-store.js';
import { createWordsOf, type WordsDependencies } from './words-of.js';

export type TeamAlertsDependencies = Omit<
	TeamDeliveryDependencies & MinuteDependencies & WordsDependencies,
	'store' | 'tell' | 'wordsOf' | 'sites' | 'channels' | 'agents'
> & {
	sites: Pick< SiteStore, 'find' | 'list' >;
	channels: Pick< ChannelStore, 'findEvenRemoved' | 'list' >;
	agents: Pick< AgentStore, 'find' | 'list' >;
};

/** What agents, supervisors and owner are told when no page of Rappel is open before them, each once. */
export interface TeamAlerts extends RequestAlerts {
	/** Every minute, on any number of instances: what the time itself brings. */
	everyMinute: () => Promise< void >;
	/** Of what others have noticed. */
	tell: Tell;
	/** Forgets what was told long ago. */
	sweep: ( now: Date ) => Promise< void >;
}

const keptDays = 90;

/** Wired. Defines its job, so it must be made before `jobs.start`. */
export function createTeamAlerts(
	dependencies: TeamAlertsDependencies
): TeamAlerts {
	const store = createTeamAlertStore( dependencies.database );
	const tell = createTeamDelivery( {
		...dependencies,
		store,
		wordsOf: createWordsOf( dependencies ),
	} );
	return {
		tell,
		...createRequestAlerts( { ...dependencies, tell } ),
		everyMinute: createMinute( { ...dependencies, store, tell } ),
		sweep: ( now ) => store.sweep( after( now, -keptDays * 86_400 ) ),
	};
}
