import type {
	Agent as WireAgent,
	AgentHours,
	AlertSettings,
	PresenceLog,
	PresenceLogQuery,
	SaveAgent,
} from '@rappel/contract';
import { checkAgentHours } from '../availability/check-hours.js';
import type { ChannelStore } from '../channels/channel-store.js';
import type { Clock } from '../clock.js';
import { readDestinationNumber } from '../guards/own-line.js';
import type { Database } from '../persistence/database.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import type { AgentStore } from './agent-store.js';
import type { DescribeAgents } from './describe-agents.js';
import { leaveTeams } from './leave-teams.js';
import type { ChangedPresence, PresenceKeeping, Said } from './presence.js';
import type { PresenceLogStore } from './presence-log.js';
import { readPresenceLog } from './read-presence-log.js';

/** More than any site has, and few enough to be read for each request. */
const maximumAgents = 200;

export interface AgentsOptions {
	database: Database;
	agents: AgentStore;
	channels: Pick< ChannelStore, 'list' | 'find' | 'save' >;
	presence: PresenceKeeping;
	log: PresenceLogStore;
	describe: DescribeAgents;
	/** Told of a number that was given to somebody, or taken from them (offline), in that transaction. */
	presenceChanged: ( changed: ChangedPresence ) => Promise< void >;
	/** Told of hours or leave that changed, and of somebody who was removed: bookings may have nobody left. In that transaction. */
	hoursChanged: ( siteId: string ) => Promise< void >;
	clock: Clock;
}

/** What WordPress tells of its users who may take callbacks; every call names the site, and finds nothing of another one. */
export interface Agents {
	/** By name. */
	list: ( site: Site ) => Promise< WireAgent[] >;
	/** @throws {Refusal} number_invalid, number_type_refused; invalid_request when the site has too many. */
	save: (
		site: Site,
		userId: number,
		profile: SaveAgent
	) => Promise< WireAgent >;
	/** They leave every team; past requests keep the name. @throws {Refusal} agent_not_found. */
	remove: ( site: Site, userId: number ) => Promise< void >;
	/** @throws {Refusal} agent_not_found. */
	savePresence: (
		site: Site,
		userId: number,
		said: Said
	) => Promise< WireAgent >;
	/** A page is open before them. @throws {Refusal} agent_not_found. */
	seen: ( site: Site, userId: number ) => Promise< WireAgent >;
	/** The newest first. A cursor that is none of ours starts at the first page. */
	readPresenceLog: (
		site: Site,
		query: PresenceLogQuery
	) => Promise< PresenceLog >;
	/** @throws {Refusal} agent_not_found. @throws {ZodError} Hours that cannot be (checkAgentHours). */
	saveHours: (
		site: Site,
		userId: number,
		hours: AgentHours
	) => Promise< WireAgent >;
	/** What they are told, and how. @throws {Refusal} agent_not_found. */
	saveAlerts: (
		site: Site,
		userId: number,
		alerts: AlertSettings
	) => Promise< WireAgent >;
}

export function createAgents( {
	database,
	agents,
	channels,
	presence,
	log,
	describe,
	presenceChanged,
	hoursChanged,
	clock,
}: AgentsOptions ): Agents {
	const read = async ( site: Site, userId: number ): Promise< WireAgent > => {
		const agent = await agents.find( site.id, userId );
		const [ told ] = agent ? await describe( site, [ agent ] ) : [];
		if ( ! told ) {
			throw new Refusal( 'agent_not_found' );
		}
		return told;
	};

	return {
		list: async ( site ) => describe( site, await agents.list( site.id ) ),

		save: ( site, userId, { name, number, country, email, language } ) =>
			database.transaction( async () => {
				const before = await agents.find( site.id, userId );
				if ( ! before ) {
					await refuseTooMany( agents, site );
				}
				const e164 = readDestinationNumber( number, country, 'number' );
				await agents.save(
					{
						siteId: site.id,
						userId,
						name,
						number: e164,
						email,
						language,
					},
					clock.now()
				);
				if ( before && before.number !== e164 ) {
					await presenceChanged( {
						siteId: site.id,
						userId,
						status: e164 ? before.status : 'offline',
						source: before.statusSource,
					} );
				}
				return read( site, userId );
			} ),

		remove: ( site, userId ) =>
			database.transaction( async () => {
				if ( ! ( await presence.remove( site, userId ) ) ) {
					throw new Refusal( 'agent_not_found' );
				}
				await leaveTeams( { channels, clock }, site.id, userId );
				await hoursChanged( site.id );
			} ),

		savePresence: ( site, userId, said ) =>
			database.transaction( async () => {
				await presence.say( site, userId, said );
				return read( site, userId );
			} ),

		async seen( site, userId ) {
			await presence.seen( site.id, [ userId ] );
			return read( site, userId );
		},

		readPresenceLog: ( site, query ) =>
			readPresenceLog( { agents, presence, log }, site, query ),

		async saveHours( site, userId, hours ) {
			checkAgentHours( hours );
			return database.transaction( async () => {
				const saved = await agents.saveHours(
					{ siteId: site.id, userId, hours },
					clock.now()
				);
				if ( ! saved ) {
					throw new Refusal( 'agent_not_found' );
				}
				await hoursChanged( site.id );
				return read( site, userId );
			} );
		},

		saveAlerts: ( site, userId, alerts ) =>
			database.transaction( async () => {
				const saved = await agents.saveAlerts(
					{ siteId: site.id, userId, alerts },
					clock.now()
				);
				if ( ! saved ) {
					throw new Refusal( 'agent_not_found' );
				}
				return read( site, userId );
			} ),
	};
}

async function refuseTooMany(
	agents: Pick< AgentStore, 'list' >,
	site: Site
): Promise< void > {
	if ( ( await agents.list( site.id ) ).length >= maximumAgents ) {
		throw new Refusal( 'invalid_request', {
			text: 'problem.too_many_agents',
			values: { maximum: maximumAgents },
		} );
	}
}
