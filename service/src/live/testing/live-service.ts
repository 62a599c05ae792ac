import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LiveAgent } from '@rappel/contract';
import { createDescribeAgents } from '../../agents/describe-agents.js';
import {
	createPresenceKeeping,
	type PresenceKeeping,
} from '../../agents/presence.js';
import { createPresenceLogStore } from '../../agents/presence-log.js';
import { ServiceUnderTest } from '../../callbacks/testing/service-under-test.js';
import { createChannelStore } from '../../channels/channel-store.js';
import { createApp } from '../../http/app.js';
import { siteAuthentication } from '../../http/site-authentication.js';
import { createLogger, type Logger } from '../../logging.js';
import type { Database } from '../../persistence/database.js';
import { createSeats } from '../../seats/seats.js';
import { createNonceStore } from '../../sites/nonce-store.js';
import { asColleaguesSee } from '../as-colleagues-see.js';
import {
	createLiveFeed,
	type LiveFeed,
	type StreamLimits,
} from '../live-feed.js';
import { createLiveReader } from '../live-reader.js';
import { createLiveRoutes } from '../live-routes.js';
import { createStreamRoutes } from '../stream-routes.js';

export interface LiveServiceOptions {
	logger?: Logger;
	limits?: StreamLimits;
}

/** What the Live dashboard stands on, over HTTP: a service under test whose commits are told to a feed. */
export class LiveService {
	readonly live: LiveFeed;
	readonly presence: PresenceKeeping;
	/** Before whom a page was open, the last one last. */
	readonly sightings: number[] = [];
	private server!: Server;

	private constructor(
		readonly service: ServiceUnderTest,
		private readonly options: LiveServiceOptions
	) {
		const { database, clock, callbacks, agents, sites } = service;
		const channels = createChannelStore( database );
		this.presence = createPresenceKeeping( {
			database,
			agents,
			log: createPresenceLogStore( database ),
			channels,
			sites,
			presenceChanged: async ( { siteId } ) =>
				database.afterCommit( () => this.live.changed( siteId ) ),
			clock,
		} );
		const describe = createDescribeAgents( {
			channels,
			seats: createSeats( database ),
			clock,
		} );
		this.live = createLiveFeed( {
			reader: createLiveReader( database, callbacks.summarise ),
			agents: async ( site ): Promise< LiveAgent[] > =>
				( await describe( site, await agents.list( site.id ) ) ).map(
					asColleaguesSee
				),
			seen: async ( _siteId, userId ) => {
				this.sightings.push( userId );
			},
			findSite: sites.find,
			clock,
			logger: options.logger ?? createLogger( 'silent' ),
			...( options.limits && { limits: options.limits } ),
		} );
		service.requestsChanged = ( siteId ) => this.live.changed( siteId );
	}

	static async start(
		database: Database,
		options: LiveServiceOptions & {
			settings?: Parameters< typeof ServiceUnderTest.start >[ 1 ];
		} = {}
	): Promise< LiveService > {
		const started = new LiveService(
			await ServiceUnderTest.start( database, {
				openingHours: { always: true },
				...options.settings,
			} ),
			options
		);
		await started.listen();
		return started;
	}

	/** Another instance over the same database: it hears of what this one commits by what is written alone. */
	async otherInstance( database: Database ): Promise< LiveService > {
		const other = new LiveService(
			this.service.onInstance( database ),
			this.options
		);
		await other.listen();
		return other;
	}

	get url(): string {
		return `http://127.0.0.1:${ ( this.server.address() as AddressInfo ).port }`;
	}

	async stop(): Promise< void > {
		await this.live.stop();
		const closed = new Promise( ( resolve ) =>
			this.server.close( resolve )
		);
		this.server.closeAllConnections();
		await closed;
	}

	private async listen(): Promise< void > {
		const { database, clock, sites } = this.service;
		this.server = createServer(
			createApp( {
				logger: this.options.logger ?? createLogger( 'silent' ),
				siteAuthentication: siteAuthentication( {
					sites,
					nonces: createNonceStore( database ),
					clock,
				} ),
				publicRouters: [
					{
						path: '/',
						router: createStreamRoutes( {
							live: this.live,
							findSite: sites.find,
							clock,
						} ),
					},
				],
				unsignedRouters: [],
				siteRouters: [
					createLiveRoutes( {
						live: this.live,
						publicBaseUrl: () => this.url,
						clock,
					} ),
				],
			} )
		);
		await new Promise< void >( ( resolve ) =>
			this.server.listen( 0, '127.0.0.1', resolve )
		);
		this.live.start();
	}
}
