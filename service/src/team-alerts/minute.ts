import type { Figures } from '@rappel/contract';
import type { AgentStore } from '../agents/agent-store.js';
import type { Agent } from '../agents/domain/agent.js';
import { someoneEligible } from '../agents/domain/company-side.js';
import { channelHours } from '../availability/channel-hours.js';
import { after } from '../callbacks/domain/timings.js';
import type { Channel } from '../channels/channel.js';
import type { ChannelStore } from '../channels/channel-store.js';
import { callsTeam, presenceCounts } from '../channels/missing.js';
import type { Clock } from '../clock.js';
import type { Logger } from '../logging.js';
import type { Database } from '../persistence/database.js';
import type { Site } from '../sites/site.js';
import type { SiteStore } from '../sites/site-store.js';
import type { Tell } from './delivery.js';
import {
	graceMinutes,
	poolOf,
	toPrompt,
	toTell,
	usefulMinutes,
	type Period,
} from './domain/opening-period.js';
import { reportDue } from './domain/report-day.js';
import { supervisorsOf, wants } from './recipients.js';
import { isEventful } from './report-words.js';
import type { TeamAlertStore } from './team-alert-store.js';

export interface MinuteDependencies {
	database: Database;
	store: TeamAlertStore;
	tell: Tell;
	sites: Pick< SiteStore, 'list' >;
	channels: Pick< ChannelStore, 'list' >;
	agents: Pick< AgentStore, 'list' >;
	/** Of one date of the site's calendar. */
	figuresOf: ( site: Site, date: string ) => Promise< Figures >;
	clock: Clock;
	logger: Logger;
}

interface Looked {
	site: Site;
	agents: readonly Agent[];
	now: Date;
}

/**
 * What the time itself brings, looked at every minute: an opening period begins, nobody is there five minutes later [N18], the day's
 * report is due [R16]. Each is looked at once, on whichever instance: a row says so, in the transaction of what follows. What was
 * missed while nothing ran is made up for as long as it is of use.
 */
export function createMinute(
	dependencies: MinuteDependencies
): () => Promise< void > {
	const { database, store, sites, channels, agents, clock, logger } =
		dependencies;

	const once = async (
		site: Site,
		occasion: string,
		work: () => Promise< void >
	): Promise< void > => {
		if ( await store.isLookedAt( site.id, occasion ) ) {
			return;
		}
		await database.transaction( async () => {
			if ( await store.lookAt( site.id, occasion, clock.now() ) ) {
				await work();
			}
		} );
	};

	const lookAtChannel = async (
		{ site, agents: known, now }: Looked,
		channel: Channel
	): Promise< void > => {
		const { settings } = channel;
		// Elsewhere nobody is missed, and nobody has to come.
		if ( settings.state !== 'live' || ! presenceCounts( settings ) ) {
			return;
		}
		const hours = channelHours( settings, site, now );
		const team = { team: settings.team, agents: known, hours };
		const { prompt, nobodyThere } = toTell( hours, now );
		const about = ( { startsAt }: Period, minutes: number ) => ( {
			siteId: site.id,
			channelId: channel.id,
			requestId: null,
			usefulUntil: after( startsAt, minutes * 60 ),
		} );
		if ( prompt ) {
			await once(
				site,
				occasionOf( 'opening', channel, prompt ),
				async () => {
					for ( const { userId } of toPrompt( team, now ) ) {
						await dependencies.tell( {
							...about( prompt, usefulMinutes ),
							kind: 'opening',
							// Of two channels that open together one is enough.
							occasion: prompt.startsAt.toISOString(),
							recipient: `agent ${ userId }`,
						} );
					}
				}
			);
		}
		if ( nobodyThere ) {
			await once(
				site,
				occasionOf( 'nobody_there', channel, nobodyThere ),
				async () => {
					if ( someoneEligible( callable( channel, team ), now ) ) {
						return;
					}
					for ( const recipient of supervisorsOf( site ) ) {
						await dependencies.tell( {
							...about(
								nobodyThere,
								graceMinutes + usefulMinutes
							),
							kind: 'nobody_there',
							occasion: occasionOf(
								'nobody_there',
								channel,
								nobodyThere
							),
							recipient,
						} );
					}
				}
			);
		}
	};

	const report = async ( { site, agents: known, now }: Looked ) => {
		const day = reportDue( site.timeZone, now );
		const readers = known.filter( ( agent ) =>
			wants( agent, 'daily_report' )
		);
		if ( ! day || readers.length === 0 ) {
			return;
		}
		const occasion = `daily_report ${ day.date }`;
		if ( await store.isLookedAt( site.id, occasion ) ) {
			return;
		}
		// Before the transaction: figures that are not summed up yet are then.
		const figures = await dependencies.figuresOf( site, day.date );
		await once( site, occasion, async () => {
			for ( const { userId } of isEventful( figures ) ? readers : [] ) {
				await dependencies.tell( {
					siteId: site.id,
					kind: 'daily_report',
					occasion: day.date,
					recipient: `agent ${ userId }`,
					channelId: null,
					requestId: null,
					usefulUntil: day.usefulUntil,
				} );
			}
		} );
	};

	return async () => {
		for ( const site of await sites.list() ) {
			try {
				const looked = {
					site,
					agents: await agents.list( site.id ),
					now: clock.now(),
				};
				for ( const channel of await channels.list( site.id ) ) {
					await lookAtChannel( looked, channel );
				}
				await report( looked );
			} catch ( error ) {
				// The database is away for a moment; the next minute finds the same.
				logger.warn(
					{ siteId: site.id, err: error },
					'What the minute brings could not be looked at'
				);
			}
		}
	};
}

function occasionOf(
	kind: 'opening' | 'nobody_there',
	{ id }: Channel,
	{ startsAt }: Period
): string {
	return `${ kind } ${ id } ${ startsAt.toISOString() }`;
}

/** Where the team is called, those of it who have a number. */
function callable< T extends Parameters< typeof someoneEligible >[ 0 ] >(
	{ settings }: Channel,
	pool: T
): T {
	return callsTeam( settings )
		? {
				...pool,
				agents: poolOf( pool ).filter(
					( { number } ) => number !== null
				),
			}
		: pool;
}
