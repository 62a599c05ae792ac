import type { AgentStore } from '../agents/agent-store.js';
import type { AfterCall } from '../callbacks/after-call.js';
import { after } from '../callbacks/domain/timings.js';
import type { TeamNews } from '../callbacks/team-news.js';
import type { ChannelStore } from '../channels/channel-store.js';
import type { Clock } from '../clock.js';
import type { SiteStore } from '../sites/site-store.js';
import type { News, Tell } from './delivery.js';
import { newsOf, type RequestNews } from './domain/news.js';
import { poolOf } from './domain/opening-period.js';
import { supervisorsOf, wants } from './recipients.js';
import type { Recipient, TeamAlertKind } from './team-alert.js';

export interface RequestAlertsDependencies {
	tell: Tell;
	sites: Pick< SiteStore, 'find' >;
	channels: Pick< ChannelStore, 'findEvenRemoved' >;
	agents: Pick< AgentStore, 'list' | 'find' >;
	clock: Clock;
}

/** Has those told who want to know what became of a request [R16] [N09]. Each joins the current transaction. */
export interface RequestAlerts {
	/** A decision about a request is being saved. */
	requestMoved: TeamNews;
	/** An agent's phone rang in vain. */
	callMissed: AfterCall[ 'callMissed' ];
}

const hourSeconds = 3_600;
/** How long each is worth telling. */
const usefulSeconds = {
	missed_call: hourSeconds,
	failed_booking: 6 * hourSeconds,
	not_handled: 6 * hourSeconds,
} satisfies Partial< Record< TeamAlertKind, number > >;

interface About extends Pick< News, 'siteId' | 'occasion' > {
	kind: keyof typeof usefulSeconds;
	channelId: string;
	requestId: string;
}

export function createRequestAlerts(
	dependencies: RequestAlertsDependencies
): RequestAlerts {
	const { tell, clock, agents } = dependencies;

	const tellAll = async (
		about: About,
		recipients: readonly Recipient[]
	): Promise< void > => {
		const usefulUntil = after( clock.now(), usefulSeconds[ about.kind ] );
		for ( const recipient of recipients ) {
			await tell( { ...about, usefulUntil, recipient } );
		}
	};

	return {
		async requestMoved( moved ) {
			const { siteId, channelId } = moved.details;
			const requestId = moved.after.id;
			for ( const news of newsOf( moved ) ) {
				await tellAll(
					{
						siteId,
						channelId,
						requestId,
						kind: news.kind,
						occasion: occasionOf( news, requestId ),
					},
					await whoIsTold( dependencies, news, moved.details )
				);
			}
		},

		async callMissed( { siteId, channelId, requestId, legId, userId } ) {
			const agent = await agents.find( siteId, userId );
			if ( agent && wants( agent, 'missed_call' ) ) {
				await tellAll(
					{
						siteId,
						channelId,
						requestId,
						kind: 'missed_call',
						occasion: legId,
					},
					[ `agent ${ userId }` ]
				);
			}
		},
	};
}

function occasionOf( news: RequestNews, requestId: string ): string {
	switch ( news.kind ) {
		case 'failed_booking':
			return requestId;
		// One that was put off may go unhandled again.
		case 'not_handled':
			return `${ requestId } ${ news.at.toISOString() }`;
	}
}

async function whoIsTold(
	{ sites, channels, agents }: RequestAlertsDependencies,
	news: RequestNews,
	{ siteId, channelId }: { siteId: string; channelId: string }
): Promise< Recipient[] > {
	if ( news.kind === 'not_handled' ) {
		const site = await sites.find( siteId );
		return site ? supervisorsOf( site ) : [];
	}
	const channel = await channels.findEvenRemoved( siteId, channelId );
	return channel
		? poolOf( {
				team: channel.settings.team,
				agents: await agents.list( siteId ),
			} )
				.filter( ( agent ) => wants( agent, news.kind ) )
				.map( ( { userId } ) => `agent ${ userId }` as const )
		: [];
}
