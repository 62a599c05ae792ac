import type { Express, Router } from 'express';
import { createAgentRoutes } from '../../agents/agent-routes.js';
import { createAgentStore, type AgentStore } from '../../agents/agent-store.js';
import { createAgents } from '../../agents/agents.js';
import { createDescribeAgents } from '../../agents/describe-agents.js';
import {
	createPresenceKeeping,
	type ChangedPresence,
	type PresenceKeeping,
} from '../../agents/presence.js';
import { createPresenceLogStore } from '../../agents/presence-log.js';
import { createTestCall } from '../../agents/test-call.js';
import { createAlerts, type Alerts } from '../../alerts/alerts.js';
import { createAvailabilityRoutes } from '../../availability/availability-routes.js';
import { createHolidayRoutes } from '../../availability/holiday-routes.js';
import { createChannelCheckRoutes } from '../../channel-checks/channel-check-routes.js';
import { createChannelChecks } from '../../channel-checks/channel-checks.js';
import { createListPrices } from '../../channel-checks/list-prices.js';
import { createPastCallbacks } from '../../channel-checks/past-callbacks.js';
import type { Reach } from '../../channel-checks/reach.js';
import {
	createTestCalls,
	type TestCalls,
} from '../../channel-checks/test-calls.js';
import { createChannelRoutes } from '../../channels/channel-routes.js';
import { createUsageOf } from '../../channels/channel-usage.js';
import { createChannels } from '../../channels/channels.js';
import {
	createChannelStore,
	type ChannelStore,
} from '../../channels/channel-store.js';
import { createOtherCosts } from '../../costs/other-costs.js';
import { createSpending, type Spending } from '../../costs/spending.js';
import { createMoneyWatch, type MoneyWatch } from '../../costs/watch-money.js';
import { createLimits, type Limits } from '../../guards/limits.js';
import { createLogger, type Logger } from '../../logging.js';
import type { Database } from '../../persistence/database.js';
import { createSeats } from '../../seats/seats.js';
import { createNonceStore } from '../../sites/nonce-store.js';
import type { PairingOptions } from '../../sites/pairing.js';
import { createPairingCodeStore } from '../../sites/pairing-code-store.js';
import { createPairingRoutes } from '../../sites/pairing-routes.js';
import { createSiteRoutes } from '../../sites/site-routes.js';
import { createSiteStore } from '../../sites/site-store.js';
import { FakeTelephony } from '../../telephony/testing/fake-telephony.js';
import { previewTextMessage } from '../../text-messages/preview.js';
import { createApp } from '../app.js';
import type { News } from '../../team-alerts/delivery.js';
import { siteAuthentication } from '../site-authentication.js';

export interface EdgeApp {
	app: Express;
	clock: { time: Date; now: () => Date };
	channels: ChannelStore;
	limits: Limits;
	alerts: Alerts;
	pairing: PairingOptions;
	/** Which channels have open requests, by id. */
	busyChannels: Set< string >;
	/** Whose queue takes no more, by id. */
	fullChannels: Set< string >;
	agents: AgentStore;
	presence: PresenceKeeping;
	telephony: FakeTelephony;
	spending: Spending;
	moneyWatch: MoneyWatch;
	testCalls: TestCalls;
	/** Whether the network reaches the service. */
	reach: { is: Reach };
	/** What somebody of the company was told. */
	news: News[];
	/** What was told of presence, the last one last. */
	presenceChanges: Array< { userId: number; status: string } >;
	/** The sites of which agents' hours changed, the last one last. */
	hoursChanges: string[];
}

export interface EdgeOptions {
	/** More routes under /v1. */
	siteRouters?: Router[];
	logger?: Logger;
	defaultCallerId?: string | null;
}

/** The service as WordPress meets it, without callbacks, on a database of the test's; the clock stands still. */
export function edgeApp(
	database: Database,
	{
		siteRouters = [],
		logger = createLogger( 'silent' ),
		defaultCallerId = null,
	}: EdgeOptions = {}
): EdgeApp {
	const clock = {
		time: new Date( '2026-11-25T08:00:00.000Z' ),
		now: () => clock.time,
	};
	const sites = createSiteStore( database );
	const channels = createChannelStore( database );
	const limits = createLimits( database );
	const alerts = createAlerts( database, { clock } );
	const pairing = {
		database,
		sites,
		codes: createPairingCodeStore( database ),
		clock,
	};
	const agents = createAgentStore( database );
	const busyChannels = new Set< string >();
	const fullChannels = new Set< string >();
	const presenceChanges: EdgeApp[ 'presenceChanges' ] = [];
	const hoursChanges: string[] = [];
	const presenceChanged = async ( {
		userId,
		status,
	}: ChangedPresence ): Promise< void > => {
		presenceChanges.push( { userId, status } );
	};
	const telephony = new FakeTelephony( clock );
	const spending = createSpending( database );
	const otherCosts = createOtherCosts( database );
	const news: News[] = [];
	const moneyWatch = createMoneyWatch( {
		database,
		sites,
		spending,
		alerts,
		tell: async ( told ) => void news.push( told ),
		telephonyOf: () => telephony,
		clock,
		logger,
	} );
	const testCalls = createTestCalls( {
		database,
		channels,
		limits,
		telephonyOf: () => telephony,
		otherCosts,
		defaultCallerId,
		clock,
		logger,
	} );
	const reach: EdgeApp[ 'reach' ] = { is: 'reached' };
	const log = createPresenceLogStore( database );
	const presence = createPresenceKeeping( {
		database,
		agents,
		log,
		channels,
		sites,
		presenceChanged,
		clock,
	} );
	const app = createApp( {
		logger,
		siteAuthentication: siteAuthentication( {
			sites,
			nonces: createNonceStore( database ),
			clock,
		} ),
		publicRouters: [],
		unsignedRouters: [ createPairingRoutes( pairing ) ],
		siteRouters: [
			createSiteRoutes( {
				database,
				sites,
				limits,
				spending,
				moneyWatch,
				alerts,
				clock,
				simulated: true,
				serviceVersion: '0.1.0',
			} ),
			createChannelRoutes( {
				agents,
				usageOf: createUsageOf( database, clock ),
				channels: createChannels( {
					database,
					channels,
					hasOpenRequests: async ( _siteId, channelId ) =>
						busyChannels.has( channelId ),
					endOpenRequests: async ( _siteId, channelId ) => {
						busyChannels.delete( channelId );
					},
					channelSaved: async () => undefined,
					clock,
				} ),
				defaultCallerId,
			} ),
			createChannelCheckRoutes(
				createChannelChecks( {
					channels,
					agents,
					alerts,
					spending,
					telephonyOf: () => telephony,
					testCalls,
					reach: async () => reach.is,
					publicBaseUrl: () => 'https://callback.example',
					hasMail: true,
					messagesNumber: null,
					past: createPastCallbacks( database ),
					prices: createListPrices( () => telephony, clock ),
					previewMessage: ( of, wanted ) =>
						previewTextMessage( { channels, clock }, of, wanted ),
					defaultCallerId,
					clock,
				} )
			),
			createAvailabilityRoutes( {
				channels,
				agents,
				queueIsFull: async ( { id } ) => fullChannels.has( id ),
				limits,
				clock,
				defaultCallerId,
			} ),
			createHolidayRoutes( { clock } ),
			createAgentRoutes(
				createAgents( {
					database,
					agents,
					channels,
					presence,
					log,
					describe: createDescribeAgents( {
						channels,
						seats: createSeats( database ),
						clock,
					} ),
					hoursChanged: async ( siteId ) => {
						hoursChanges.push( siteId );
					},
					presenceChanged,
					clock,
				} ),
				createTestCall( {
					agents,
					channels,
					limits,
					telephonyOf: () => telephony,
					otherCosts,
					defaultCallerId,
					clock,
					logger,
				} )
			),
			...siteRouters,
		],
	} );
	return {
		app,
		clock,
		channels,
		limits,
		alerts,
		pairing,
		busyChannels,
		fullChannels,
		agents,
		presence,
		telephony,
		spending,
		moneyWatch,
		testCalls,
		reach,
		news,
		presenceChanges,
		hoursChanges,
	};
}
