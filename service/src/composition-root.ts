import { readFileSync } from 'node:fs';
import type { Express } from 'express';
import { createAgentRoutes } from './agents/agent-routes.js';
import { createAgentStore } from './agents/agent-store.js';
import { createAgents } from './agents/agents.js';
import { createFindCandidates } from './agents/candidates.js';
import { createDescribeAgents } from './agents/describe-agents.js';
import {
	createPresenceKeeping,
	type ChangedPresence,
} from './agents/presence.js';
import { createPresenceByPhone } from './agents/presence-by-phone.js';
import { createPresenceLogStore } from './agents/presence-log.js';
import { createTestCall } from './agents/test-call.js';
import { createAlerts } from './alerts/alerts.js';
import { createAvailabilityRoutes } from './availability/availability-routes.js';
import { createHolidayRoutes } from './availability/holiday-routes.js';
import { holidayDates } from './availability/holidays.js';
import { createSlotFacts } from './availability/slot-facts.js';
import { createOfferedSlots } from './availability/slot-offers.js';
import { createSlotRoutes } from './availability/slot-routes.js';
import { createBookingRoutes } from './bookings/booking-routes.js';
import { createBookingStore } from './bookings/booking-store.js';
import { createCallbackRoutes } from './callbacks/callback-routes.js';
import { createCallbacks } from './callbacks/callbacks.js';
import { followPresence } from './callbacks/follow-presence.js';
import { killPointFrom } from './callbacks/kill-point.js';
import { guardsWithout } from './callbacks/sabotage.js';
import { createChannelCheckRoutes } from './channel-checks/channel-check-routes.js';
import { createChannelChecks } from './channel-checks/channel-checks.js';
import { createListPrices } from './channel-checks/list-prices.js';
import { createPastCallbacks } from './channel-checks/past-callbacks.js';
import { createReach } from './channel-checks/reach.js';
import { createTestCalls } from './channel-checks/test-calls.js';
import { createChannelRoutes } from './channels/channel-routes.js';
import { createUsageOf } from './channels/channel-usage.js';
import { createChannels } from './channels/channels.js';
import { createChannelStore } from './channels/channel-store.js';
import { systemClock, type Clock } from './clock.js';
import type { Config } from './config.js';
import { createLimits } from './guards/limits.js';
import { createApp } from './http/app.js';
import { createHealthRoutes } from './http/health-routes.js';
import { createMetricsRoutes } from './http/metrics-routes.js';
import { createOpenApiRoutes } from './http/open-api-routes.js';
import { siteAuthentication } from './http/site-authentication.js';
import { createSweeper } from './http/sweeper.js';
import { createJobs } from './jobs/create-jobs.js';
import { listen, type ListeningServer } from './listening-server.js';
import { asColleaguesSee } from './live/as-colleagues-see.js';
import { createLiveFeed } from './live/live-feed.js';
import { createLiveReader } from './live/live-reader.js';
import { createLiveRoutes } from './live/live-routes.js';
import { createStreamRoutes } from './live/stream-routes.js';
import { createLogger, type Logger } from './logging.js';
import { createSmtpMail } from './mail/smtp-mail.js';
import { createSpokenTextRoutes } from './messages/spoken-text-routes.js';
import { createNumberCodes } from './number-codes/number-codes.js';
import { openDatabase } from './persistence/database.js';
import { claimSoleProcess } from './persistence/sole-process.js';
import { createPacing } from './seats/pacing.js';
import { createSeats } from './seats/seats.js';
import { createCosts } from './costs/costs.js';
import { createOtherCosts } from './costs/other-costs.js';
import { createSpending } from './costs/spending.js';
import { createMoneyWatch } from './costs/watch-money.js';
import { createResultRoutes } from './results/result-routes.js';
import { createResults } from './results/results.js';
import { createRecordingRoutes } from './recordings/recording-routes.js';
import { createRecordings } from './recordings/recordings.js';
import { createNonceStore } from './sites/nonce-store.js';
import { createPairingCode, offerPairingCode } from './sites/pairing.js';
import { createPairingCodeStore } from './sites/pairing-code-store.js';
import { createPairingRoutes } from './sites/pairing-routes.js';
import { createSiteRoutes } from './sites/site-routes.js';
import { createSiteStore } from './sites/site-store.js';
import { createSupervision } from './supervision/supervision.js';
import { createSupervisionRoutes } from './supervision/supervision-routes.js';
import { createSurveyRoutes } from './surveys/survey-routes.js';
import { createSurveys } from './surveys/surveys.js';
import { createTeamAlerts } from './team-alerts/team-alerts.js';
import { createSealing } from './secrets/sealing.js';
import { createTelephonyAccountRoutes } from './telephony-accounts/account-routes.js';
import {
	createAccounts,
	type Credentials,
} from './telephony-accounts/accounts.js';
import { createDescribeAccount } from './telephony-accounts/describe-account.js';
import { createSaveAccount } from './telephony-accounts/save-account.js';
import { createSiteOf } from './telephony-accounts/site-of.js';
import { createTelephonyOf } from './telephony-accounts/telephony-of.js';
import { createHoldMusicRoutes } from './telephony/hold-music/hold-music-routes.js';
import { createTwilioRoutes } from './telephony/twilio/twilio-routes.js';
import { createTwilioTelephony } from './telephony/twilio/twilio-telephony.js';
import { createTextMessageRoutes } from './text-messages/text-message-routes.js';
import { createTextMessages } from './text-messages/text-messages.js';

export interface Service {
	app: Express;
	/** Where it listens, once started: "http://127.0.0.1:8801". */
	readonly url: string;
	/** Brings the database up to date, listens, and takes up what an earlier process left. */
	start: () => Promise< void >;
	/** Finishes requests and jobs under way, each within 10 s, and closes the database. */
	stop: () => Promise< void >;
	/** A fresh code to connect a WordPress site with, for one hour, once. */
	createPairingCode: () => Promise< string >;
}

/** Who reads results has them brought up to date; this is so that there is little left to do then. */
const resultSweepSeconds = 60;
/** Twenty prices each time at most. */
const costSweepSeconds = 5;

/**
 * The whole service, wired; nothing runs until `start`.
 *
 * @throws {Error} With a sentence, when the database cannot be used.
 */
export async function compose(
	config: Config,
	given: { clock?: Clock; logger?: Logger } = {}
): Promise< Service > {
	const { clock = systemClock, logger = createLogger( config.logLevel ) } =
		given;
	const database = await openDatabase( {
		url: config.databaseUrl,
		onActionError: ( error ) =>
			logger.error( { err: error }, 'What follows a commit failed' ),
	} );
	let server: ListeningServer | null = null;
	let stopping = false;
	let leaveDatabase: () => Promise< void > = async () => undefined;
	const ownUrl = () =>
		server?.url ?? `http://${ config.host }:${ config.port }`;
	const publicBaseUrl = () => config.publicBaseUrl ?? ownUrl();

	const defaultCallerId = config.twilio.callerId;
	const jobs = createJobs( { database, logger } );
	const sites = createSiteStore( database );
	const channels = createChannelStore( database );
	const agents = createAgentStore( database );
	const seats = createSeats( database );
	const guarded = guardsWithout( config.sabotage ?? undefined );
	const bookings = createBookingStore( database, guarded );
	const slotFacts = createSlotFacts( {
		agents,
		takenTimes: bookings,
		holidayDates: ( settings, from ) =>
			holidayDates( settings, new Date( from ) ),
	} );
	const mail = config.mail && createSmtpMail( config.mail );
	const limits = createLimits( database );
	const alerts = createAlerts( database, { clock } );
	const spending = createSpending( database );
	const otherCosts = createOtherCosts( database );
	const pairing = {
		database,
		sites,
		codes: createPairingCodeStore( database ),
		clock,
	};
	const accounts = createAccounts( {
		database,
		service: config.twilio,
		sealing: config.secretsKey && createSealing( config.secretsKey ),
		clock,
	} );
	const openNetwork = ( credentials: Credentials ) =>
		createTwilioTelephony( {
			...credentials,
			baseUrl: config.twilio.baseUrl,
			publicBaseUrl,
		} );
	const telephonyOf = createTelephonyOf( { accounts, open: openNetwork } );
	const recordings = createRecordings( {
		database,
		channels,
		telephonyOf,
		clock,
		logger,
	} );
	const textMessages = createTextMessages( {
		database,
		jobs,
		channels,
		sites,
		// Requests tell of bookings; messages about them ask back.
		bookings: {
			find: ( ...asked ) => callbacks.bookedRequests.find( ...asked ),
			scheduledOf: ( ...asked ) =>
				callbacks.bookedRequests.scheduledOf( ...asked ),
			cancel: ( ...asked ) => callbacks.bookedRequests.cancel( ...asked ),
			changeUrl: ( ...asked ) =>
				callbacks.bookedRequests.changeUrl( ...asked ),
			note: ( ...noted ) => callbacks.bookedRequests.note( ...noted ),
		},
		telephonyOf,
		alerts,
		messagesNumber: config.twilio.messagesNumber,
		clock,
		logger,
	} );
	const surveys = createSurveys( {
		database,
		jobs,
		channels,
		sites,
		mail,
		readRequest: ( siteId, requestId ) =>
			callbacks.readRequest( siteId, requestId ),
		clock,
		logger,
	} );
	const presenceChanged = ( changed: ChangedPresence ): Promise< void > => {
		database.afterCommit( () => live.changed( changed.siteId ) );
		return followPresence( callbacks, changed );
	};
	const presenceLog = createPresenceLogStore( database );
	const presence = createPresenceKeeping( {
		database,
		agents,
		log: presenceLog,
		channels,
		sites,
		presenceChanged,
		clock,
	} );
	const teamAlerts = createTeamAlerts( {
		database,
		jobs,
		sites,
		channels,
		agents,
		mail,
		telephonyOf,
		alerts,
		otherCosts,
		messagesNumber: config.twilio.messagesNumber,
		defaultCallerId,
		readRequest: ( siteId, requestId ) =>
			callbacks.readRequest( siteId, requestId ),
		figuresOf: async ( site, date ) =>
			(
				await results.readResults( site, {
					from: date,
					to: date,
					groupBy: 'channel',
				} )
			).total,
		clock,
		logger,
	} );
	const moneyWatch = createMoneyWatch( {
		database,
		sites,
		spending,
		alerts,
		tell: teamAlerts.tell,
		telephonyOf,
		clock,
		logger,
	} );
	const testCalls = createTestCalls( {
		database,
		channels,
		limits,
		telephonyOf,
		otherCosts,
		defaultCallerId,
		clock,
		logger,
	} );
	const numberCodes = createNumberCodes( {
		database,
		limits,
		telephonyOf,
		alerts,
		otherCosts,
		messagesNumber: config.twilio.messagesNumber,
		defaultCallerId,
		clock,
		logger,
	} );
	const describeAgents = createDescribeAgents( { channels, seats, clock } );
	const callbacks = createCallbacks( {
		database,
		jobs,
		telephonyOf,
		sites,
		channels,
		limits,
		numberCodes,
		alerts,
		clock,
		logger,
		defaultCallerId,
		seats,
		pacing: createPacing( database, {
			account: config.twilio.accountSid,
			callsPerSecond: config.callsPerSecond,
		} ),
		maximumCalls: config.maximumCalls,
		candidates: createFindCandidates( agents ),
		agents,
		afterCall: {
			surveyScored: surveys.scored,
			bookingLinkWanted: textMessages.bookingLinkWanted,
			recorded: recordings.recorded,
			callMissed: async ( of ) => {
				await presence.missed( of );
				await teamAlerts.callMissed( of );
			},
			supervisorChanged: ( news ) =>
				supervision.supervisorChanged( news ),
			testCallChanged: testCalls.changed,
			messageChanged: async ( news ) => {
				await textMessages.messageChanged( news );
				await numberCodes.messageChanged( news );
			},
			messageReceived: textMessages.messageReceived,
		},
		presenceByPhone: createPresenceByPhone( {
			agents,
			presence,
			describe: describeAgents,
			channels,
			sites,
			defaultCallerId,
			clock,
		} ),
		bookings,
		slots: createOfferedSlots( slotFacts ),
		mail,
		notices: textMessages.notices,
		textMessages: textMessages.ofVisitor,
		teamNews: async ( moved ) => {
			await teamAlerts.requestMoved( moved );
			await supervision.requestMoved( moved );
		},
		recordingsOf: recordings.ofRequest,
		requestsChanged: ( siteId ) => live.changed( siteId ),
		killPoint: killPointFrom( config.killAt ?? undefined, process ),
		guarded,
	} );

	const supervision = createSupervision( {
		database,
		jobs,
		telephonyOf,
		agents,
		otherCosts,
		talkOf: callbacks.talkOf,
		note: callbacks.noteSupervised,
		clock,
		logger,
	} );
	const live = createLiveFeed( {
		reader: createLiveReader( database, callbacks.summarise ),
		agents: async ( site ) =>
			( await describeAgents( site, await agents.list( site.id ) ) ).map(
				asColleaguesSee
			),
		seen: ( siteId, userId ) => presence.seen( siteId, [ userId ] ),
		findSite: sites.find,
		clock,
		logger,
	} );
	const results = createResults( {
		database,
		sites,
		channels,
		agentNames: agents.names,
		logger,
	} );

	const nonces = createNonceStore( database );
	const sweeper = createSweeper( {
		sweeps: [
			nonces.sweep,
			limits.sweep,
			numberCodes.sweep,
			recordings.sweep,
			bookings.forget,
			presenceLog.sweep,
			teamAlerts.sweep,
			testCalls.sweep,
			otherCosts.sweep,
			accounts.sweep,
		],
		clock,
		logger,
	} );
	const everyMinute = createSweeper( {
		sweeps: [
			presence.sweep,
			teamAlerts.everyMinute,
			supervision.sweep,
			moneyWatch.sweep,
		],
		clock,
		logger,
		everySeconds: 60,
	} );

	const costs = createCosts( {
		database,
		telephonyOf,
		sites,
		requestChanged: ( siteId ) => live.changed( siteId ),
		clock,
		logger,
	} );
	const costSweeper = createSweeper( {
		sweeps: [ costs.sweep ],
		everySeconds: costSweepSeconds,
		clock,
		logger,
	} );
	const resultSweeper = createSweeper( {
		sweeps: [ results.sweep ],
		everySeconds: resultSweepSeconds,
		clock,
		logger,
	} );

	const app = createApp( {
		logger,
		siteAuthentication: siteAuthentication( {
			sites,
			nonces,
			clock,
		} ),
		publicRouters: [
			{
				path: '/',
				router: createMetricsRoutes( {
					token: config.metricsToken,
					jobsWaiting: jobs.waiting,
				} ),
			},
			{
				path: '/',
				router: createHealthRoutes( {
					database,
					jobs,
					isStopping: () => stopping,
				} ),
			},
			{
				path: '/twilio',
				router: createTwilioRoutes( {
					signers: accounts.signers,
					siteOf: createSiteOf( database.bound ),
					publicBaseUrl,
					callEvents: callbacks.callEvents,
					logger,
				} ),
			},
			{ path: '/audio', router: createHoldMusicRoutes() },
			{
				path: '/',
				router: createStreamRoutes( {
					live,
					findSite: sites.find,
					clock,
				} ),
			},
		],
		unsignedRouters: [
			createPairingRoutes( pairing ),
			createOpenApiRoutes(),
		],
		siteRouters: [
			// Every page of a visitor asks it, again and again.
			createAvailabilityRoutes( {
				channels,
				agents,
				queueIsFull: callbacks.queueIsFull,
				limits,
				clock,
				defaultCallerId,
			} ),
			createSiteRoutes( {
				database,
				sites,
				limits,
				spending,
				moneyWatch,
				alerts,
				clock,
				simulated: config.simulated,
				serviceVersion: version(),
			} ),
			createTelephonyAccountRoutes(
				createDescribeAccount( {
					accounts,
					telephonyOf,
					channels,
					simulated: config.simulated,
				} ),
				createSaveAccount( { accounts, open: openNetwork, alerts } )
			),
			createChannelRoutes( {
				agents,
				usageOf: createUsageOf( database, clock ),
				channels: createChannels( {
					database,
					channels,
					hasOpenRequests: callbacks.hasLiving,
					endOpenRequests: callbacks.endOpenRequests,
					channelSaved: async ( siteId ) => {
						database.afterCommit( () => live.changed( siteId ) );
						await callbacks.queueMayMove( siteId );
						await callbacks.coverMayChange( siteId );
					},
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
					telephonyOf,
					testCalls,
					reach: createReach( {
						publicBaseUrl,
						simulated: config.simulated,
					} ),
					publicBaseUrl,
					hasMail: mail !== null,
					messagesNumber: config.twilio.messagesNumber,
					past: createPastCallbacks( database ),
					prices: createListPrices( telephonyOf, clock ),
					previewMessage: textMessages.preview,
					defaultCallerId,
					clock,
				} )
			),
			createHolidayRoutes( { clock } ),
			createSlotRoutes( { channels, facts: slotFacts, clock } ),
			createBookingRoutes( callbacks ),
			createAgentRoutes(
				createAgents( {
					database,
					agents,
					channels,
					presence,
					log: presenceLog,
					describe: describeAgents,
					hoursChanged: callbacks.coverMayChange,
					presenceChanged,
					clock,
				} ),
				createTestCall( {
					agents,
					channels,
					limits,
					telephonyOf,
					otherCosts,
					defaultCallerId,
					clock,
					logger,
				} )
			),
			createLiveRoutes( { live, publicBaseUrl, clock } ),
			createSupervisionRoutes( supervision ),
			createCallbackRoutes( callbacks ),
			createSurveyRoutes( surveys ),
			createResultRoutes( results ),
			createRecordingRoutes( recordings ),
			createSpokenTextRoutes(),
			createTextMessageRoutes( textMessages ),
		],
	} );

	return {
		app,
		get url() {
			return ownUrl();
		},
		async start() {
			leaveDatabase = await claimSoleProcess( config.databaseUrl );
			await database.migrate();
			if ( config.pairingCode ) {
				await offerPairingCode( pairing, config.pairingCode );
			}
			// Before the jobs: the calls they place name the address on which we listen.
			server = await listen( app, config.host, config.port );
			await jobs.start();
			callbacks.start();
			live.start();
			sweeper.start();
			everyMinute.start();
			resultSweeper.start();
			costSweeper.start();
			logger.info(
				{
					url: server.url,
					simulated: config.simulated,
					database: database.dialect,
					version: version(),
				},
				'The service is ready'
			);
		},
		async stop() {
			stopping = true;
			// Streams would keep the server from closing.
			await live.stop();
			await server?.close();
			await sweeper.stop();
			await everyMinute.stop();
			presence.stop();
			await resultSweeper.stop();
			costs.stop();
			await costSweeper.stop();
			await callbacks.stop();
			await jobs.stop();
			await database.close();
			await leaveDatabase();
			logger.info( 'The service has stopped' );
		},
		async createPairingCode() {
			await database.migrate();
			return createPairingCode( pairing );
		},
	};
}

function version(): string {
	const { version: own } = JSON.parse(
		readFileSync( new URL( '../package.json', import.meta.url ), 'utf8' )
	) as { version: string };
	return own;
}
