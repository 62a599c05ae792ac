import {
	createBookingPages,
	type BookingPages,
} from '../bookings/booking-page.js';
import { checkCover } from '../bookings/cover.js';
import { noNotices, type BookedRequests } from '../bookings/ports.js';
import {
	createWatchBooking,
	type WatchDependencies,
} from '../bookings/watch-booking.js';
import type { Channel } from '../channels/channel.js';
import type { CallEvents } from '../telephony/call-events.js';
import { createInbox } from '../telephony/inbox.js';
import { createBlockedNumbers } from '../guards/blocked-numbers.js';
import { actOnRequests } from './act-on-requests.js';
import { nothingAfter } from './after-call.js';
import { applyCommand } from './apply-command.js';
import {
	cancelBlocked,
	listBlockedNumbers,
	unblockNumber,
} from './block-number.js';
import { createBookedRequests } from './booked-requests.js';
import { createRequest } from './create-request.js';
import {
	endChannel,
	endChannelRetries,
	endOpenRequests,
} from './end-channel.js';
import { exportRequests } from './export-requests.js';
import { dialLeg } from './dial-leg.js';
import { after } from './domain/timings.js';
import { cancelRequest, readStatus } from './follow-request.js';
import {
	jobNames,
	type AgentJob,
	type ChannelJob,
	type DialJob,
	type LegJob,
	type NumberJob,
	type RequestJob,
	type SiteJob,
} from './job-names.js';
import { noKillPoint } from './kill-point.js';
import {
	askCall,
	endCall,
	redirectCall,
	startRecording,
} from './perform-effects.js';
import {
	listRequests,
	readRequest,
	summaryFor,
	type RecordingsOf,
} from './read-requests.js';
import { noPresenceByPhone } from './presence-by-phone.js';
import { summarise } from './request-summary.js';
import { queueIsFull } from './queue-guards.js';
import { receiveCallEvents } from './receive-call-events.js';
import { createReconciler } from './reconciler.js';
import { everyGuard } from './sabotage.js';
import { moveQueue, seekCompany } from './seek-company.js';
import { createCallbackStore } from './store/callback-store.js';
import { createRequestReader } from './store/request-reader.js';
import { ringReturnTimer } from './ring-return-timer.js';
import { noTeamNews } from './team-news.js';
import { talkOf } from './talk-of.js';
import { dropAgent, queueMayMove, withdrawAgent } from './withdraw-agent.js';

type Tail< F extends ( first: never, ...rest: never[] ) => unknown > =
	Parameters< F > extends [ unknown, ...infer Rest ] ? Rest : never;
type Bound< F extends ( first: never, ...rest: never[] ) => unknown > = (
	...rest: Tail< F >
) => ReturnType< F >;

/** What a route may ask for. */
export interface CallbackUseCases {
	createRequest: Bound< typeof createRequest >;
	readStatus: Bound< typeof readStatus >;
	cancelRequest: Bound< typeof cancelRequest >;
	listRequests: Bound< typeof listRequests >;
	readRequest: Bound< typeof readRequest >;
	exportRequests: Bound< typeof exportRequests >;
	actOnRequests: Bound< typeof actOnRequests >;
	listBlockedNumbers: Bound< typeof listBlockedNumbers >;
	unblockNumber: Bound< typeof unblockNumber >;
}

export interface Callbacks extends CallbackUseCases, BookingPages {
	/** For text messages. */
	bookedRequests: BookedRequests;
	/** Hours, leave or a team have changed: see {@link checkCover}. Joins the current transaction. */
	coverMayChange: ( siteId: string ) => Promise< void >;
	/** See {@link talkOf}. */
	talkOf: Bound< typeof talkOf >;
	/** Notes for the timeline that somebody supervises the talk. Joins the current transaction. */
	noteSupervised: (
		requestId: string,
		mode: string,
		byUserId: number
	) => Promise< void >;
	/** See {@link summarise}. */
	summarise: Bound< typeof summarise >;
	/** For the telephone network's webhooks. */
	callEvents: CallEvents;
	/** Whether the channel has a request that is not over: it is not to be removed then. */
	hasLiving: ( siteId: string, channelId: string ) => Promise< boolean >;
	/** See {@link endOpenRequests}. Joins the current transaction. */
	endOpenRequests: ( siteId: string, channelId: string ) => Promise< void >;
	/** Whether the channel's queue takes no more immediate requests. */
	queueIsFull: ( channel: Channel ) => Promise< boolean >;
	/** See {@link withdrawAgent}. */
	withdrawAgent: Bound< typeof withdrawAgent >;
	/** See {@link queueMayMove}. */
	queueMayMove: Bound< typeof queueMayMove >;
	/** After `jobs.start`: takes up what a process that died left behind. */
	start: () => void;
	/** Before `jobs.stop`. */
	stop: () => Promise< void >;
	/** Asks about every call in flight; what `start` does once. */
	takeUp: () => Promise< void >;
	/** One look at every deadline that is past; what `start` does every few seconds. */
	sweep: () => Promise< void >;
}

/** No network repeats itself for so long. */
const inboxDays = 7;
/** 1 s, 2 s, 4 s, …: nobody else looks at it, should the database be away for a while. */
const returnTimerRetries = 12;
const inboxSweepMilliseconds = 3_600_000;
const seatsSweepMilliseconds = 60_000;

/** What has a meaning by itself when it is not given. */
type Optional =
	| 'afterCall'
	| 'presenceByPhone'
	| 'killPoint'
	| 'guarded'
	| 'notices'
	| 'textMessages'
	| 'teamNews';

/** Everything about callback requests, wired. Defines its jobs, so it must be made before `jobs.start`. */
export function createCallbacks(
	given: Omit<
		WatchDependencies,
		'store' | 'blockedNumbers' | 'mail' | Optional
	> &
		Partial< Pick< WatchDependencies, Optional | 'mail' > > & {
			recordingsOf?: RecordingsOf;
			/** Told of each commit that changed a request of the site. */
			requestsChanged?: ( siteId: string ) => void;
		}
): Callbacks {
	const { database, jobs, clock, channels } = given;
	const guarded = given.guarded ?? everyGuard;
	const store = createCallbackStore(
		database,
		guarded,
		given.requestsChanged
	);
	const inbox = createInbox( database );
	const reading = {
		channels,
		sites: given.sites,
		clock,
		reader: createRequestReader( database ),
		agentNames: given.agents.names,
		recordingsOf: given.recordingsOf ?? ( async () => [] ),
	};
	const dependencies: WatchDependencies = {
		...given,
		store,
		blockedNumbers: createBlockedNumbers( database ),
		afterCall: given.afterCall ?? nothingAfter,
		presenceByPhone: given.presenceByPhone ?? noPresenceByPhone,
		notices: given.notices ?? noNotices,
		textMessages: given.textMessages ?? noNotices,
		teamNews: given.teamNews ?? noTeamNews,
		mail: given.mail ?? null,
		killPoint: given.killPoint ?? noKillPoint,
		guarded,
	};

	// A dial job that runs again finds its intent committed, and does nothing.
	jobs.define< DialJob >(
		jobNames.dialLeg,
		( job ) => dialLeg( dependencies, job ),
		{ concurrency: 20 }
	);
	jobs.define< LegJob >( jobNames.endCall, ( job ) =>
		endCall( dependencies, job )
	);
	jobs.define< LegJob >( jobNames.redirectCall, ( job ) =>
		redirectCall( dependencies, job )
	);
	jobs.define< LegJob >( jobNames.askCall, ( job ) =>
		askCall( dependencies, job )
	);
	jobs.define< LegJob >( jobNames.startRecording, ( job ) =>
		startRecording( dependencies, job )
	);
	jobs.define< RequestJob >(
		jobNames.seekCompany,
		async ( job ) => {
			await seekCompany( dependencies, job );
		},
		{ concurrency: 20 }
	);
	jobs.define< SiteJob >( jobNames.moveQueue, ( job ) =>
		moveQueue( dependencies, job )
	);
	jobs.define< AgentJob >(
		jobNames.withdrawAgent,
		( job ) => dropAgent( dependencies, job ),
		{ concurrency: 20 }
	);
	jobs.define< RequestJob >(
		jobNames.checkDeadline,
		async ( { requestId } ) => {
			await applyCommand( dependencies, requestId, {
				type: 'check_deadline',
			} );
		},
		{ concurrency: 20 }
	);

	jobs.define< RequestJob >(
		jobNames.returnTimer,
		( job ) => ringReturnTimer( dependencies, job ),
		{ retries: returnTimerRetries }
	);
	jobs.define< NumberJob >( jobNames.cancelBlocked, ( job ) =>
		cancelBlocked( dependencies, job )
	);
	jobs.define< ChannelJob >(
		jobNames.endChannel,
		( job ) => endChannel( dependencies, job ),
		// Many bookings take their time.
		{ retries: endChannelRetries, lockSeconds: 600 }
	);
	jobs.define< RequestJob >(
		jobNames.watchBooking,
		createWatchBooking( dependencies )
	);
	jobs.define< SiteJob >( jobNames.checkCover, ( { siteId } ) =>
		checkCover( dependencies, siteId )
	);
	const bookingPages = createBookingPages( dependencies );

	let inboxSweptAt = 0;
	let seatsSweptAt = 0;
	const reconciler = createReconciler( dependencies, async () => {
		const now = clock.now();
		if ( now.getTime() - inboxSweptAt > inboxSweepMilliseconds ) {
			inboxSweptAt = now.getTime();
			await inbox.sweep( after( now, -inboxDays * 86_400 ) );
		}
		if ( now.getTime() - seatsSweptAt > seatsSweepMilliseconds ) {
			seatsSweptAt = now.getTime();
			await given.seats.sweep( now );
			await given.bookings.sweep();
		}
	} );

	return {
		createRequest: ( ...rest ) => createRequest( dependencies, ...rest ),
		readStatus: ( ...rest ) => readStatus( dependencies, ...rest ),
		cancelRequest: ( ...rest ) => cancelRequest( dependencies, ...rest ),
		listRequests: ( ...rest ) => listRequests( reading, ...rest ),
		readRequest: ( ...rest ) => readRequest( reading, ...rest ),
		exportRequests: ( ...rest ) => exportRequests( reading, ...rest ),
		actOnRequests: ( ...rest ) =>
			actOnRequests(
				{
					...dependencies,
					summaryFor: ( ...asked ) => summaryFor( reading, ...asked ),
				},
				...rest
			),
		listBlockedNumbers: ( ...rest ) =>
			listBlockedNumbers( dependencies, ...rest ),
		unblockNumber: ( ...rest ) => unblockNumber( dependencies, ...rest ),
		summarise: ( ...rest ) => summarise( reading, ...rest ),
		talkOf: ( ...rest ) => talkOf( dependencies, ...rest ),
		async noteSupervised( requestId, mode, byUserId ) {
			await applyCommand( dependencies, requestId, {
				type: 'note',
				what: 'supervised',
				detail: mode,
				byUserId,
			} );
		},
		callEvents: receiveCallEvents(
			dependencies,
			guarded( 'inbox-deduplication' ) ? inbox.take : async () => true
		),
		withdrawAgent: ( ...rest ) => withdrawAgent( dependencies, ...rest ),
		queueMayMove: ( ...rest ) => queueMayMove( dependencies, ...rest ),
		...bookingPages,
		bookedRequests: createBookedRequests( dependencies ),
		coverMayChange: ( siteId ) =>
			jobs.now< SiteJob >( jobNames.checkCover, { siteId } ),
		hasLiving: store.hasLiving,
		endOpenRequests: ( siteId, channelId ) =>
			endOpenRequests( dependencies, { siteId, channelId } ),
		queueIsFull: ( channel ) => queueIsFull( dependencies, channel ),
		start: reconciler.start,
		stop: reconciler.stop,
		takeUp: reconciler.takeUp,
		sweep: reconciler.sweep,
	};
}
