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
import { nothingAfter } from './after-call.js';
import { applyCommand } from './apply-command.js';
import { createBookedRequests } from './booked-requests.js';
import { createRequest } from './create-request.js';
import { dialLeg } from './dial-leg.js';
import { after } from './domain/timings.js';
import { cancelRequest, readStatus } from './follow-request.js';
import {
	jobNames,
	type AgentJob,
	type DialJob,
	type LegJob,
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
	type RecordingsOf,
} from './read-requests.js';
import { queueIsFull } from './queue-guards.js';
import { receiveCallEvents } from './receive-call-events.js';
import { createReconciler } from './reconciler.js';
import { everyGuard } from './sabotage.js';
import { moveQueue, seekCompany } from './seek-company.js';
import { createCallbackStore } from './store/callback-store.js';
import { createRequestReader } from './store/request-reader.js';
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
}

export interface Callbacks extends CallbackUseCases, BookingPages {
	/** For text messages. */
	bookedRequests: BookedRequests;
	/** Hours, leave or a team have changed: see {@link checkCover}. Joins the current transaction. */
	coverMayChange: ( siteId: string ) => Promise< void >;
	/** For the telephone network's webhooks. */
	callEvents: CallEvents;
	/** Whether the channel has a request that is not over: it is not to be removed then. */
	hasLiving: ( siteId: string, channelId: string ) => Promise< boolean >;
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
const inboxSweepMilliseconds = 3_600_000;
const seatsSweepMilliseconds = 60_000;

/** What has a meaning by itself when it is not given. */
type Optional =
	'afterCall' | 'killPoint' | 'guarded' | 'notices' | 'textMessages';

/** Everything about callback requests, wired. Defines its jobs, so it must be made before `jobs.start`. */
export function createCallbacks(
	given: Omit< WatchDependencies, 'store' | 'mail' | Optional > &
		Partial< Pick< WatchDependencies, Optional | 'mail' > > & {
			recordingsOf?: RecordingsOf;
		}
): Callbacks {
	const { database, jobs, clock, channels } = given;
	const guarded = given.guarded ?? everyGuard;
	const store = createCallbackStore( database, guarded );
	const inbox = createInbox( database );
	const reading = {
		channels,
		clock,
		reader: createRequestReader( database ),
		agentNames: given.agents.names,
		recordingsOf: given.recordingsOf ?? ( async () => [] ),
	};
	const dependencies: WatchDependencies = {
		...given,
		store,
		afterCall: given.afterCall ?? nothingAfter,
		notices: given.notices ?? noNotices,
		textMessages: given.textMessages ?? noNotices,
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
		queueIsFull: ( channel ) => queueIsFull( dependencies, channel ),
		start: reconciler.start,
		stop: reconciler.stop,
		takeUp: reconciler.takeUp,
		sweep: reconciler.sweep,
	};
}
