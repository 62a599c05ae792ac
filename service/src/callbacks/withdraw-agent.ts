import { applyCommand } from './apply-command.js';
import type { Dependencies } from './dependencies.js';
import { jobNames, type AgentJob, type SiteJob } from './job-names.js';

/**
 * An agent went offline or away, or was taken off: whatever rings them is dropped, and the next is rung. Joins the current
 * transaction; done as soon as it has committed.
 */
export async function withdrawAgent(
	{ jobs }: Pick< Dependencies, 'jobs' >,
	siteId: string,
	userId: number
): Promise< void > {
	await jobs.now< AgentJob >( jobNames.withdrawAgent, { siteId, userId } );
}

/** An agent came online, or a channel was saved: whoever waits may go on. Joins the current transaction. */
export async function queueMayMove(
	{ jobs }: Pick< Dependencies, 'jobs' >,
	siteId: string
): Promise< void > {
	await jobs.now< SiteJob >( jobNames.moveQueue, { siteId } );
}

/** Tells every request that rings the agent, or is about to. */
export async function dropAgent(
	dependencies: Dependencies,
	{ siteId, userId }: AgentJob
): Promise< void > {
	for ( const requestId of await dependencies.store.ringing(
		siteId,
		userId
	) ) {
		await applyCommand( dependencies, requestId, {
			type: 'agent_left',
			userId,
		} );
	}
}
