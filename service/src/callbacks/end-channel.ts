import { applyCommand } from './apply-command.js';
import type { Dependencies } from './dependencies.js';
import { after } from './domain/timings.js';
import { jobNames, type ChannelJob } from './job-names.js';

/** Longer than the transaction of a request that began before the channel was removed. */
const lookAgainSeconds = 30;
/** 1 s, 2 s, 4 s, …: nobody else looks at it, should the database be away for a while. */
export const endChannelRetries = 12;

/**
 * What is open of a channel ends with it, right after the current transaction; and once more a little later, when a request that was
 * just being made can be seen.
 */
export function endOpenRequests(
	{ jobs }: Pick< Dependencies, 'jobs' >,
	channel: { siteId: string; channelId: string }
): Promise< void > {
	return jobs.now< ChannelJob >( jobNames.endChannel, {
		...channel,
		looksAgain: true,
	} );
}

/**
 * Cancels what a visitor could cancel. Whoever is being called or talks finishes, and is looked at again until it is over: there
 * will be no other attempt.
 */
export async function endChannel(
	dependencies: Dependencies,
	{ siteId, channelId, looksAgain }: ChannelJob
): Promise< void > {
	const { store, jobs, clock } = dependencies;
	for ( const requestId of await store.livingOf( siteId, channelId ) ) {
		await applyCommand( dependencies, requestId, {
			type: 'cancel',
			reason: 'channel_deleted',
		} );
	}
	if ( looksAgain || ( await store.hasLiving( siteId, channelId ) ) ) {
		await jobs.at< ChannelJob >(
			after( clock.now(), lookAgainSeconds ),
			jobNames.endChannel,
			{ siteId, channelId, looksAgain: false }
		);
	}
}
