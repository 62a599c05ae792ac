import type {
	Presence as WirePresence,
	PresenceSource,
} from '@rappel/contract';
import type { Channel } from '../channels/channel.js';
import type { Clock } from '../clock.js';
import type { Database } from '../persistence/database.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import type { AgentStore } from './agent-store.js';
import type { Agent } from './domain/agent.js';
import { isUnseen, periodEndedAt, presenceAt } from './domain/presence.js';
import { createEndTimers } from './end-timers.js';
import type { PresenceEntry, PresenceLogStore } from './presence-log.js';
import { theirChannels, theirHours } from './their-channels.js';

type Status = WirePresence[ 'status' ];

/** What is told of a change of somebody's presence. */
export interface ChangedPresence {
	siteId: string;
	userId: number;
	status: Status;
	source: PresenceSource;
}

export interface PresenceOptions {
	database: Database;
	agents: AgentStore;
	log: PresenceLogStore;
	channels: { list: ( siteId: string ) => Promise< Channel[] > };
	sites: { find: ( siteId: string ) => Promise< Site | null > };
	/** Told of every change of somebody's presence, in its transaction; may be told twice of the same. */
	presenceChanged: ( changed: ChangedPresence ) => Promise< void >;
	clock: Clock;
}

export interface MissedCall {
	siteId: string;
	channelId: string;
	userId: number;
	/** When it ended. */
	at: Date;
}

export interface Said {
	status: Status;
	source: 'page' | 'personal_page' | 'phone';
	/** The WordPress user who said it; null: the agent. */
	byUserId: number | null;
}

/** The one way in which presence changes. What joins a transaction is written with what caused it, or not at all. */
export interface PresenceKeeping {
	/** Until the opening period under way ends. @throws {Refusal} agent_not_found. */
	say: ( site: Site, userId: number, said: Said ) => Promise< void >;
	/** Away, where the channel of the call says so and they are online. Joins the transaction in which the call ended. */
	missed: ( call: MissedCall ) => Promise< void >;
	/** A page is open before these. Nobody is made online. */
	seen: ( siteId: string, userIds: readonly number[] ) => Promise< void >;
	/** They may take callbacks no more; false when they could not before. Joins the current transaction. */
	remove: ( site: Site, userId: number ) => Promise< boolean >;
	/** Writes down whose period has ended since, at the instant at which it did. */
	noteEnds: ( site: Site ) => Promise< void >;
	/** Each minute: notes ends of periods, and who is online without a page open. Several instances may do it at once. */
	sweep: ( now: Date ) => Promise< void >;
	/** Before the database is closed. */
	stop: () => void;
}

export function createPresenceKeeping( {
	database,
	agents,
	log,
	channels,
	sites,
	presenceChanged,
	clock,
}: PresenceOptions ): PresenceKeeping {
	const endTimers = createEndTimers( clock );

	/** Their status is `status` from now on; entered in the log where it was another one. */
	const change = async (
		before: Agent,
		{
			status,
			source,
			byUserId = null,
			since,
			missedCallAt,
		}: Partial< PresenceEntry > & {
			status: Status;
			source: PresenceSource;
			since?: Date;
			missedCallAt?: Date;
		}
	): Promise< void > => {
		const { siteId, userId } = before;
		const now = clock.now();
		await agents.saveStatus(
			{
				siteId,
				userId,
				status,
				source,
				...( since && { since } ),
				...( missedCallAt && { missedCallAt } ),
				isSeen: source === 'page' && byUserId === null,
			},
			now
		);
		if ( before.status !== status ) {
			await log.append( {
				siteId,
				userId,
				at: since ?? now,
				status,
				source,
				byUserId,
			} );
		}
		await presenceChanged( { siteId, userId, status, source } );
	};

	/** As they are once an end of their period is written down. The agent must be locked. */
	const settled = async (
		site: Site,
		agent: Agent,
		ofSite: readonly Channel[]
	): Promise< Agent > => {
		const now = clock.now();
		const endedAt = periodEndedAt(
			agent,
			theirHours( site, ofSite, agent.userId, now ),
			now
		);
		if ( endedAt === null ) {
			return agent;
		}
		// Hours that were shortened afterwards end it no earlier than it began.
		const since = new Date(
			Math.max( endedAt.getTime(), agent.statusSince.getTime() )
		);
		await change( agent, {
			status: 'offline',
			source: 'period_end',
			since,
		} );
		return {
			...agent,
			status: 'offline',
			statusSince: since,
			statusSource: 'period_end',
			missedCallAt: null,
		};
	};

	/** Locked until the transaction ends, with the end of their period written down; null: there is no such agent. */
	const take = async (
		site: Site,
		userId: number,
		ofSite: readonly Channel[]
	): Promise< Agent | null > => {
		const agent = await agents.find( site.id, userId, { lock: true } );
		return agent && settled( site, agent, ofSite );
	};

	const awayIfUnseen = async (
		agent: Agent,
		ofSite: readonly Channel[]
	): Promise< void > => {
		if ( isUnseen( agent, awayAfter( ofSite, agent ), clock.now() ) ) {
			await change( agent, { status: 'away', source: 'no_page_open' } );
		}
	};

	const expectEnd = ( site: Site, { until }: WirePresence ): void => {
		if ( until !== null ) {
			endTimers.expect( site.id, new Date( until ), () =>
				look( site, { atPages: false } )
			);
		}
	};

	/** Each agent in a transaction of its own: nobody waits for all of them. */
	const look = async (
		site: Site,
		{ atPages }: { atPages: boolean }
	): Promise< void > => {
		const now = clock.now();
		const ofSite = await channels.list( site.id );
		for ( const known of await agents.list( site.id ) ) {
			const hours = theirHours( site, ofSite, known.userId, now );
			const isDue =
				periodEndedAt( known, hours, now ) !== null ||
				( atPages &&
					isUnseen( known, awayAfter( ofSite, known ), now ) );
			expectEnd( site, presenceAt( known, hours, now ) );
			if ( isDue ) {
				await database.transaction( async () => {
					const agent = await take( site, known.userId, ofSite );
					if ( agent && atPages ) {
						await awayIfUnseen( agent, ofSite );
					}
				} );
			}
		}
	};

	return {
		say: ( site, userId, { status, source, byUserId } ) =>
			database.transaction( async () => {
				const ofSite = await channels.list( site.id );
				const agent = await take( site, userId, ofSite );
				if ( ! agent ) {
					throw new Refusal( 'agent_not_found' );
				}
				const now = clock.now();
				const hours = theirHours( site, ofSite, userId, now );
				database.afterCommit( () =>
					expectEnd(
						site,
						presenceAt( { status, statusSince: now }, hours, now )
					)
				);
				await change( agent, {
					status,
					source,
					byUserId: byUserId === userId ? null : byUserId,
				} );
			} ),

		async missed( { siteId, channelId, userId, at } ) {
			const ofSite = await channels.list( siteId );
			const channel = ofSite.find( ( { id } ) => id === channelId );
			const site =
				channel?.settings.presence.awayAfterMissedCall &&
				( await sites.find( siteId ) );
			const agent = site && ( await take( site, userId, ofSite ) );
			// Who said that they are there after it ended knows of it.
			if (
				agent &&
				agent.status === 'online' &&
				agent.statusSince <= at
			) {
				await change( agent, {
					status: 'away',
					source: 'missed_call',
					missedCallAt: at,
				} );
			}
		},

		seen: ( siteId, userIds ) =>
			agents.noteSeen( siteId, userIds, clock.now() ),

		async remove( site, userId ) {
			const agent = await take(
				site,
				userId,
				await channels.list( site.id )
			);
			if ( ! agent ) {
				return false;
			}
			await change( agent, { status: 'offline', source: 'removed' } );
			return agents.remove( site.id, userId, clock.now() );
		},

		noteEnds: ( site ) => look( site, { atPages: false } ),

		stop: endTimers.stop,

		async sweep() {
			for ( const siteId of await agents.sitesWithPresence() ) {
				const site = await sites.find( siteId );
				if ( site ) {
					await look( site, { atPages: true } );
				}
			}
		},
	};
}

/** The shortest of their channels; null: none says so. */
function awayAfter(
	ofSite: readonly Channel[],
	{ userId }: Agent
): number | null {
	const minutes = theirChannels( ofSite, userId ).flatMap(
		( { settings } ) => settings.presence.awayAfterMinutes ?? []
	);
	return minutes.length > 0 ? Math.min( ...minutes ) : null;
}
