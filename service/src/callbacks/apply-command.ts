import type { CallbackRequest } from './domain/callback-request.js';
import type { Command } from './domain/commands.js';
import { decide } from './domain/decide.js';
import type { RequestEvent } from './domain/events.js';
import { evolve } from './domain/evolve.js';
import type { Dependencies } from './dependencies.js';
import { scheduleEffects } from './schedule-effects.js';
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
	admit?: () => Promise< boolean >;
	/** Runs last in the same transaction. */
	beforeCommit?: () => void;
}

/**
 * The one way in which a request moves: load, decide, save by compare-and-set, write the jobs, all in one transaction.
 * Null when there is no such request.
 */
export async function applyCommand(
	dependencies: Dependencies,
	requestId: string,
	command: Command,
	options: Options = {}
): Promise< Applied | null > {
	const { database } = dependencies;
	for ( let tries = 1; ; tries++ ) {
		try {
			return await database.transaction( () =>
				once( dependencies, requestId, command, options )
			);
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
	requestId: string,
	command: Command,
	{ admit, beforeCommit }: Options
): Promise< Applied | null > {
	const { store, clock } = dependencies;
	const loaded = await store.load( requestId, { lock: true } );
	if ( ! loaded ) {
		return null;
	}
	if ( admit && ! ( await admit() ) ) {
		return { loaded, request: loaded.request, events: [] };
	}
	const now = clock.now();
	const { events, effects } = decide( command, loaded.request, now );
	const request = events.reduce< CallbackRequest >( evolve, loaded.request );
	if ( events.length > 0 ) {
		await store.save( loaded, request, events, now );
	}
	await scheduleEffects(
		dependencies,
		{ requestId, siteId: loaded.details.siteId },
		effects
	);
	beforeCommit?.();
	return { loaded, request, events };
}
