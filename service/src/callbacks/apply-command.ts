import type { CallbackRequest } from './domain/callback-request.js';
import type { Command, Decision } from './domain/commands.js';
import { decide } from './domain/decide.js';
import type { RequestEvent } from './domain/events.js';
import { evolve } from './domain/evolve.js';
import type { Dependencies } from './dependencies.js';
import { tellMissedCalls } from './missed-calls.js';
import { scheduleEffects } from './schedule-effects.js';
import { settleBooking } from './settle-booking.js';
import { settleSeats } from './settle-seats.js';
import { VersionConflict, type Loaded } from './store/callback-store.js';

/** More than writers of one request ever meet: its webhooks, its jobs and its visitor. */
const maximumTries = 20;

export interface Applied {
	loaded: Loaded;
	/** As it is after the command. */
	request: CallbackRequest;
	events: readonly RequestEvent[];
}

interface Options {
	/** Runs first in the same transaction; false: this was handled already, nothing is decided. */
	admit?: ( loaded: Loaded ) => Promise< boolean >;
	/** Runs once it is decided, in the same transaction; false: not now, and nothing of it happens. */
	allow?: ( decision: Decision, loaded: Loaded ) => Promise< boolean >;
	/** Runs last in the same transaction. */
	beforeCommit?: () => void;
}

/** A command, or what makes one of the request as it was read, in the same transaction; null: there is nothing to do. */
type Wanted =
	Command | ( ( loaded: Loaded, now: Date ) => Promise< Command | null > );

/**
 * The one way in which a request moves: load, decide, save by compare-and-set, give seats back, write the jobs, all in one
 * transaction. Null when there is no such request.
 */
export async function applyCommand(
	dependencies: Dependencies,
	requestId: string,
	wanted: Wanted,
	options: Options = {}
): Promise< Applied | null > {
	const { database, store, guarded } = dependencies;
	for ( let tries = 1; ; tries++ ) {
		// Only a fault test reads so early, to show what the lock is good for.
		const early = guarded( 'compare-and-set' )
			? null
			: await store.load( requestId );
		try {
			return await database.transaction( async () => {
				const loaded =
					early ?? ( await store.load( requestId, { lock: true } ) );
				return loaded && once( dependencies, loaded, wanted, options );
			} );
		} catch ( error ) {
			if (
				! ( error instanceof VersionConflict ) ||
				tries >= maximumTries
			) {
				throw error;
			}
		}
	}
}

async function once(
	dependencies: Dependencies,
	loaded: Loaded,
	wanted: Wanted,
	{ admit, allow, beforeCommit }: Options
): Promise< Applied > {
	const { store, clock } = dependencies;
	const unmoved = { loaded, request: loaded.request, events: [] };
	if ( admit && ! ( await admit( loaded ) ) ) {
		return unmoved;
	}
	const now = clock.now();
	const command =
		typeof wanted === 'function' ? await wanted( loaded, now ) : wanted;
	if ( ! command ) {
		beforeCommit?.();
		return unmoved;
	}
	const decision = decide( command, loaded.request, now );
	if ( allow && ! ( await allow( decision, loaded ) ) ) {
		return unmoved;
	}
	const { events, effects } = decision;
	const request = events.reduce< CallbackRequest >( evolve, loaded.request );
	if ( events.length > 0 ) {
		await store.save( loaded, request, events, now );
	}
	await settleBooking( dependencies, {
		details: loaded.details,
		before: loaded.request,
		after: request,
		events,
	} );
	await dependencies.teamNews( {
		details: loaded.details,
		before: loaded.request,
		after: request,
		events,
	} );
	const freed = await settleSeats(
		dependencies,
		{
			details: loaded.details,
			before: loaded.request,
			after: request,
			facts: 'facts' in command ? command.facts : null,
		},
		now
	);
	await tellMissedCalls( dependencies, {
		request,
		details: loaded.details,
		events,
	} );
	await scheduleEffects(
		dependencies,
		{ request, details: loaded.details },
		freed ? [ ...effects, { type: 'move_queue' } ] : effects
	);
	beforeCommit?.();
	return { loaded, request, events };
}
