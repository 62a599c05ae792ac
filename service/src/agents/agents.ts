import type {
	Agent as WireAgent,
	AgentHours,
	Presence,
	SaveAgent,
} from '@rappel/contract';
import { channelHours } from '../availability/channel-hours.js';
import { checkAgentHours } from '../availability/check-hours.js';
import type { Hours } from '../availability/domain/hours.js';
import type { Channel } from '../channels/channel.js';
import type { Clock } from '../clock.js';
import { readDestinationNumber } from '../guards/own-line.js';
import type { Database } from '../persistence/database.js';
import { Refusal } from '../refusal.js';
import type { Seats, TakenSeat } from '../seats/seats.js';
import type { Site } from '../sites/site.js';
import type { AgentStore } from './agent-store.js';
import type { Agent } from './domain/agent.js';
import { presenceAt } from './domain/presence.js';

/** More than any site has, and few enough to be read for each request. */
const maximumAgents = 200;

export interface AgentsOptions {
	database: Database;
	agents: AgentStore;
	channels: { list: ( siteId: string ) => Promise< Channel[] > };
	seats: Pick< Seats, 'read' >;
	/**
	 * Told of every change of somebody's status (offline: also of one who was removed), and of a number that was given to somebody.
	 * In the transaction of the change.
	 */
	presenceChanged: (
		siteId: string,
		userId: number,
		status: Presence[ 'status' ]
	) => Promise< void >;
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
	/** Past requests keep the name. @throws {Refusal} agent_not_found. */
	remove: ( site: Site, userId: number ) => Promise< void >;
	/** @throws {Refusal} agent_not_found. */
	savePresence: (
		site: Site,
		userId: number,
		status: Presence[ 'status' ]
	) => Promise< WireAgent >;
	/** @throws {Refusal} agent_not_found. @throws {ZodError} Hours that cannot be (checkAgentHours). */
	saveHours: (
		site: Site,
		userId: number,
		hours: AgentHours
	) => Promise< WireAgent >;
}

export function createAgents( {
	database,
	agents,
	channels,
	seats,
	presenceChanged,
	hoursChanged,
	clock,
}: AgentsOptions ): Agents {
	const describe = async ( site: Site, known: readonly Agent[] ) => {
		const now = clock.now();
		const ofSite = await channels.list( site.id );
		const taken = await seats.read(
			known.map( ( { userId } ) => ( {
				siteId: site.id,
				kind: 'agent',
				id: String( userId ),
			} ) )
		);
		return known.map( ( agent ) =>
			asTold(
				agent,
				{
					hours: hoursOf( site, ofSite, agent.userId, now ),
					seats: taken.filter(
						( { holder } ) => holder.id === String( agent.userId )
					),
				},
				now
			)
		);
	};

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

		save: ( site, userId, { name, number, country, email } ) =>
			database.transaction( async () => {
				const before = await agents.find( site.id, userId );
				if ( ! before ) {
					await refuseTooMany( agents, site );
				}
				const e164 = readDestinationNumber( number, country, 'number' );
				await agents.save(
					{ siteId: site.id, userId, name, number: e164, email },
					clock.now()
				);
				if ( before && before.number !== e164 ) {
					await presenceChanged(
						site.id,
						userId,
						e164 ? before.status : 'offline'
					);
				}
				return read( site, userId );
			} ),

		remove: ( site, userId ) =>
			database.transaction( async () => {
				if (
					! ( await agents.remove( site.id, userId, clock.now() ) )
				) {
					throw new Refusal( 'agent_not_found' );
				}
				await presenceChanged( site.id, userId, 'offline' );
				await hoursChanged( site.id );
			} ),

		savePresence: ( site, userId, status ) =>
			database.transaction( async () => {
				const saved = await agents.saveStatus(
					{ siteId: site.id, userId, status },
					clock.now()
				);
				if ( ! saved ) {
					throw new Refusal( 'agent_not_found' );
				}
				await presenceChanged( site.id, userId, status );
				return read( site, userId );
			} ),

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

/** The hours of the channels that may call somebody, or look at their presence; of somebody on no team, the site's. */
function hoursOf(
	site: Site,
	channels: readonly Channel[],
	userId: number,
	now: Date
): Hours[] {
	const own = channels.filter( ( { settings } ) =>
		settings.team.length > 0
			? settings.team.some( ( member ) => member.userId === userId )
			: settings.calls.checkAvailability
	);
	return ( own.length > 0 ? own : channels ).map( ( { settings } ) =>
		channelHours( settings, site, now )
	);
}

function asTold(
	{ userId, name, number, email, status, statusSince, hours }: Agent,
	of: { hours: readonly Hours[]; seats: readonly TakenSeat[] },
	now: Date
): WireAgent {
	const wrapUpUntil = of.seats
		.flatMap( ( { freeAt } ) => ( freeAt && freeAt > now ? freeAt : [] ) )
		.toSorted( ( a, b ) => b.getTime() - a.getTime() )[ 0 ];
	return {
		userId,
		name,
		number,
		email,
		presence: presenceAt( { status, statusSince }, of.hours, now ),
		wrapUpUntil: wrapUpUntil?.toISOString() ?? null,
		hours,
		busyCalls: of.seats.filter( ( { freeAt } ) => freeAt === null ).length,
	};
}
