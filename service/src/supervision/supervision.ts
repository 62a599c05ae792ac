import type {
	Supervise,
	Supervision as WireSupervision,
} from '@rappel/contract';
import type { AgentStore } from '../agents/agent-store.js';
import type { RequestMoved } from '../callbacks/team-news.js';
import type { Clock } from '../clock.js';
import type { OtherCosts } from '../costs/other-costs.js';
import type { Jobs } from '../jobs/jobs.js';
import type { Logger } from '../logging.js';
import { isUniqueViolation, type Database } from '../persistence/database.js';
import { timeOrderedId } from '../persistence/time-ordered-id.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import type { SupervisorNews } from '../telephony/call-events.js';
import { TelephonyError, type TelephonyOf } from '../telephony/telephony.js';
import {
	hearingFor,
	isOf,
	stateAfter,
	type Mode,
	type Supervision,
	type Talk,
} from './domain/supervision.js';
import { createSupervisionStore } from './supervision-store.js';

export interface SupervisionDependencies {
	database: Database;
	jobs: Jobs;
	telephonyOf: TelephonyOf< 'inviteToRoom' | 'changeHearing' | 'endCall' >;
	agents: Pick< AgentStore, 'find' >;
	/** Told of what a supervisor's call will cost. */
	otherCosts: Pick< OtherCosts, 'add' >;
	/** Who talks in the request now; null: nobody does, or the site has no such request. Joins the current transaction. */
	talkOf: ( siteId: string, requestId: string ) => Promise< Talk | null >;
	/** For the timeline. Joins the current transaction. */
	note: (
		requestId: string,
		mode: Mode,
		byUserId: number
	) => Promise< void >;
	clock: Clock;
	logger: Logger;
}

/** A supervisor listens to a talk, whispers to the agent, or joins in, on their own phone. */
export interface SupervisionKeeping {
	/**
	 * Rings the supervisor, or changes the mode of who is in the call already.
	 *
	 * @throws {Refusal} not_yours, no_call_to_join, agent_without_number; service_unavailable when the network cannot be asked.
	 */
	supervise: (
		site: Site,
		requestId: string,
		wanted: Supervise
	) => Promise< WireSupervision >;
	/** A decision about a request is being saved: no supervision outlives its talk. Joins the transaction. */
	requestMoved: ( moved: RequestMoved ) => Promise< void >;
	/** The network tells of a supervisor's call. Joins the transaction. */
	supervisorChanged: ( news: SupervisorNews ) => Promise< void >;
	/** Each minute: whatever was lost, no supervision goes on without its talk. */
	sweep: ( now: Date ) => Promise< void >;
}

const endJob = 'end_supervision';
interface EndJob {
	supervisionId: string;
}

const ringSeconds = 30;
/** The network has told of a call by then, if there is one. */
const silentMs = 120_000;
const keptMs = 30 * 86_400_000;

interface Begun {
	talk: Talk;
	supervision: Supervision;
	/** To be called; null: they are called, or in the call, already. */
	number: string | null;
}

/** Defines its job, so it must be made before `jobs.start`. */
export function createSupervision(
	dependencies: SupervisionDependencies
): SupervisionKeeping {
	const { database, jobs, telephonyOf, agents, talkOf, note, clock, logger } =
		dependencies;
	const store = createSupervisionStore( database );

	const endSoon = ( { id }: Supervision ) =>
		jobs.now< EndJob >( endJob, { supervisionId: id } );

	const end = ( supervision: Supervision ) =>
		saveState( supervision, 'ended' );

	/** What is over has its price. */
	const saveState = async (
		{ id, siteId, callSid }: Supervision,
		state: Supervision[ 'state' ]
	) => {
		const now = clock.now();
		await store.saveState( id, state, now );
		if ( state === 'ended' && callSid !== null ) {
			await dependencies.otherCosts.add( {
				siteId,
				purpose: 'supervision',
				charged: 'call',
				sid: callSid,
				over: now,
			} );
		}
	};

	jobs.define< EndJob >( endJob, async ( { supervisionId } ) => {
		const known = await store.find( supervisionId );
		if ( known?.callSid ) {
			await telephonyOf( known.siteId ).endCall( known.callSid );
			await end( known );
		} else if (
			known &&
			clock.now().getTime() - known.createdAt.getTime() > silentMs
		) {
			await end( known );
		}
		// Otherwise the network has not said yet which call it is: what it says next ends it, or the sweep.
	} );

	/** Written down before the network is asked, so that no phone rings twice. */
	const begin = (
		site: Site,
		requestId: string,
		{ mode, by: { userId } }: Supervise
	): Promise< Begun > =>
		database.transaction( async () => {
			const talk = await talkOf( site.id, requestId );
			if ( ! talk || talk.agentUserId === userId ) {
				throw new Refusal( 'no_call_to_join' );
			}
			const open = await store.openOf( site.id, userId );
			if ( open && isOf( open, talk ) ) {
				return { talk, supervision: open, number: null };
			}
			const number = ( await agents.find( site.id, userId ) )?.number;
			if ( ! number ) {
				throw new Refusal( 'agent_without_number' );
			}
			if ( open ) {
				await end( open );
				await endSoon( open );
			}
			const supervision: Supervision = {
				id: timeOrderedId(),
				siteId: site.id,
				requestId,
				attemptId: talk.attemptId,
				userId,
				mode,
				state: 'calling',
				callSid: null,
				createdAt: clock.now(),
				endedAt: null,
			};
			await store.insert( supervision );
			await note( requestId, mode, userId );
			return { talk, supervision, number };
		} );

	const place = async (
		supervision: Supervision,
		talk: Talk,
		number: string
	): Promise< Supervision > => {
		const placed = await telephonyOf( supervision.siteId )
			.inviteToRoom( {
				supervisionId: supervision.id,
				room: talk.attemptId,
				to: number,
				from: talk.callerId,
				ringSeconds,
				timeLimitSeconds: talk.maximumSeconds,
				...hearingFor( supervision.mode, talk ),
			} )
			.catch( async ( error: unknown ) => {
				logger.warn(
					{ err: error, siteId: supervision.siteId },
					'A supervisor could not be called'
				);
				if ( ! isUnknown( error ) ) {
					await end( supervision );
					throw new Refusal( 'service_unavailable' );
				}
				// Perhaps it rings: the network's next word says which call it is.
				return supervision;
			} );
		if ( ! placed ) {
			await end( supervision );
			throw new Refusal( 'no_call_to_join' );
		}
		if ( placed.callSid ) {
			await store.saveCall( supervision.id, placed.callSid );
		}
		await endUnlessTalking( supervision );
		return supervision;
	};

	/** The two may have hung up while the supervisor was being called. */
	const endUnlessTalking = async ( supervision: Supervision ) => {
		const talk = await talkOf( supervision.siteId, supervision.requestId );
		if ( ! isOf( supervision, talk ) ) {
			await endSoon( supervision );
		}
	};

	/** False: they are not in the call any more, whatever was told. */
	const change = async (
		supervision: Supervision,
		talk: Talk,
		mode: Mode
	): Promise< boolean > => {
		const isChanged =
			supervision.callSid !== null &&
			( await telephonyOf( supervision.siteId ).changeHearing(
				supervision.attemptId,
				supervision.callSid,
				hearingFor( mode, talk )
			) );
		await database.transaction( async () => {
			if ( isChanged ) {
				await store.saveMode( supervision.id, mode );
				await note( supervision.requestId, mode, supervision.userId );
			} else {
				await end( supervision );
			}
		} );
		return isChanged;
	};

	const supervise: SupervisionKeeping[ 'supervise' ] = async (
		site,
		requestId,
		wanted
	) => {
		if ( ! wanted.by.supervises ) {
			throw new Refusal( 'not_yours' );
		}
		const once = () => begin( site, requestId, wanted );
		const { talk, supervision, number } = await once().catch(
			( error: unknown ) => {
				if ( ! isUniqueViolation( error ) ) {
					throw error;
				}
				// Two talks asked for at once, and the other one was quicker.
				return once();
			}
		);
		if ( number !== null ) {
			return asTold( await place( supervision, talk, number ) );
		}
		if (
			supervision.state === 'calling' ||
			supervision.mode === wanted.mode
		) {
			return asTold( supervision );
		}
		return ( await change( supervision, talk, wanted.mode ) )
			? asTold( { ...supervision, mode: wanted.mode } )
			: supervise( site, requestId, wanted );
	};

	return {
		supervise,

		async requestMoved( { before, after } ) {
			if ( before?.state === 'talking' && after.state !== 'talking' ) {
				for ( const open of await store.openOfRequest( after.id ) ) {
					await endSoon( open );
				}
			}
		},

		async supervisorChanged( { supervisionId, callSid, status } ) {
			const known = await store.find( supervisionId );
			if ( ! known ) {
				return;
			}
			await store.saveCall( known.id, callSid );
			const state = stateAfter( known.state, status );
			await saveState( { ...known, callSid }, state );
			const lives = stateAfter( 'calling', status ) !== 'ended';
			if ( lives && known.state === 'ended' ) {
				await endSoon( known );
			} else if ( lives ) {
				await endUnlessTalking( known );
			}
		},

		async sweep( now ) {
			for ( const open of await store.allOpen() ) {
				await endUnlessTalking( open );
			}
			await store.forget( new Date( now.getTime() - keptMs ) );
		},
	};
}

function isUnknown( error: unknown ): boolean {
	return error instanceof TelephonyError && error.kind === 'unknown';
}

function asTold( {
	requestId,
	userId,
	mode,
	state,
}: Supervision ): WireSupervision {
	return { requestId, userId, mode, state };
}
