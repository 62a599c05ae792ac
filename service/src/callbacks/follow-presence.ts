import type { Presence, PresenceSource } from '@rappel/contract';
import type { Callbacks } from './callbacks.js';

/**
 * What somebody's presence does to requests: who came online may be called, and whatever rings somebody who left is dropped. At
 * the end of a period what rings is let ring. Joins the current transaction.
 */
export async function followPresence(
	callbacks: Pick< Callbacks, 'queueMayMove' | 'withdrawAgent' >,
	{
		siteId,
		userId,
		status,
		source,
	}: {
		siteId: string;
		userId: number;
		status: Presence[ 'status' ];
		source: PresenceSource;
	}
): Promise< void > {
	// Who waited for somebody who was removed goes on to the team.
	if ( status === 'online' || source === 'removed' ) {
		await callbacks.queueMayMove( siteId );
	}
	if ( status !== 'online' && source !== 'period_end' ) {
		await callbacks.withdrawAgent( siteId, userId );
	}
}
