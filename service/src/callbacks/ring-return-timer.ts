import { applyCommand } from './apply-command.js';
import type { Dependencies } from './dependencies.js';
import { isOver } from './domain/callback-request.js';
import type { RequestJob } from './job-names.js';
import type { Loaded } from './store/callback-store.js';

/** Looks whether a request was handled in time [N09]. Twice is once; one that somebody saw to since is left alone. */
export async function ringReturnTimer(
	dependencies: Dependencies,
	{ requestId }: RequestJob
): Promise< void > {
	await applyCommand( dependencies, requestId, async ( loaded ) =>
		( await isSeenTo( dependencies, loaded ) )
			? null
			: { type: 'return_timer_rang' }
	);
}

/** It is over, and its number was asked for anew (the new request has a timer of its own), or blocked: nobody need call it. */
async function isSeenTo(
	{ store, blockedNumbers }: Pick< Dependencies, 'store' | 'blockedNumbers' >,
	{ request, details: { siteId, number } }: Loaded
): Promise< boolean > {
	if ( ! isOver( request ) ) {
		return false;
	}
	const [ newest ] = await store.ofNumber( siteId, number, 1 );
	return (
		newest?.request.id !== request.id ||
		( await blockedNumbers.isBlocked( siteId, number ) )
	);
}
