import type { CallEvents } from '../telephony/call-events.js';
import { createInbox } from '../telephony/inbox.js';
import { applyCommand } from './apply-command.js';
import { createRequest } from './create-request.js';
import type { Dependencies } from './dependencies.js';
import { dialLeg } from './dial-leg.js';
import { after } from './domain/timings.js';
import { cancelRequest, readStatus } from './follow-request.js';
import { jobNames, type LegJob, type RequestJob } from './job-names.js';
import { noKillPoint, type KillPoint } from './kill-point.js';
import { askCall, endCall, redirectCall } from './perform-effects.js';
import { listRequests, readRequest } from './read-requests.js';
import { receiveCallEvents } from './receive-call-events.js';
import { createReconciler } from './reconciler.js';
import { createCallbackStore } from './store/callback-store.js';
import { createRequestReader } from './store/request-reader.js';

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

export interface Callbacks extends CallbackUseCases {
	/** For the telephone network's webhooks. */
	callEvents: CallEvents;
	/** Whether the channel has a request that is not over: it is not to be removed then. */
	hasLiving: ( siteId: string, channelId: string ) => Promise< boolean >;
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

/** Everything about callback requests, wired. Defines its jobs, so it must be made before `jobs.start`. */
export function createCallbacks(
	given: Omit< Dependencies, 'store' | 'killPoint' > & {
		/** No-op by default; see kill-point.ts. */
		killPoint?: KillPoint;
	}
): Callbacks {
	const { database, jobs, clock, channels } = given;
	const store = createCallbackStore( database );
	const inbox = createInbox( database );
	const reading = { channels, reader: createRequestReader( database ) };
	const dependencies: Dependencies = {
		...given,
		store,
		killPoint: given.killPoint ?? noKillPoint,
	};

	// A dial job that runs again finds its intent committed, and does nothing.
	jobs.define< LegJob >(
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
	jobs.define< RequestJob >(
		jobNames.checkDeadline,
		async ( { requestId } ) => {
			await applyCommand( dependencies, requestId, {
				type: 'check_deadline',
			} );
		},
		{ concurrency: 20 }
	);

	let inboxSweptAt = 0;
	const reconciler = createReconciler( dependencies, async () => {
		const now = clock.now();
		if ( now.getTime() - inboxSweptAt > inboxSweepMilliseconds ) {
			inboxSweptAt = now.getTime();
			await inbox.sweep( after( now, -inboxDays * 86_400 ) );
		}
	} );

	return {
		createRequest: ( ...rest ) => createRequest( dependencies, ...rest ),
		readStatus: ( ...rest ) => readStatus( dependencies, ...rest ),
		cancelRequest: ( ...rest ) => cancelRequest( dependencies, ...rest ),
		listRequests: ( ...rest ) => listRequests( reading, ...rest ),
		readRequest: ( ...rest ) => readRequest( reading, ...rest ),
		callEvents: receiveCallEvents( dependencies, inbox.take ),
		hasLiving: store.hasLiving,
		start: reconciler.start,
		stop: reconciler.stop,
		takeUp: reconciler.takeUp,
		sweep: reconciler.sweep,
	};
}
