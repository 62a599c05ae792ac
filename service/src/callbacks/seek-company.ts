import { applyCommand, type Applied } from './apply-command.js';
import {
	letsOthersGoFirst,
	wantsCompany,
	type CallbackRequest,
} from './domain/callback-request.js';
import type { Command } from './domain/commands.js';
import type { Dependencies } from './dependencies.js';
import { gatherFacts } from './gather-facts.js';
import { jobNames, type RequestJob, type SiteJob } from './job-names.js';
import { isInLine } from './place.js';
import type { Loaded } from './store/callback-store.js';

/**
 * Looks who could be called for a request, takes their seats and offers them to it, in one transaction. May run twice: what
 * rings already is not rung again.
 */
export async function seekCompany(
	dependencies: Dependencies,
	{ requestId }: RequestJob
): Promise< Applied | null > {
	const { killPoint } = dependencies;
	const applied = await applyCommand(
		dependencies,
		requestId,
		( loaded, now ) => offerFor( dependencies, loaded, now ),
		{ beforeCommit: () => killPoint( 'seek:before-commit' ) }
	);
	killPoint( 'seek:after-commit' );
	return applied;
}

async function offerFor(
	dependencies: Dependencies,
	{ request, details }: Loaded,
	now: Date
): Promise< Command | null > {
	if ( ! isWanting( request, now ) ) {
		return null;
	}
	const { sites, channels } = dependencies;
	const site = await sites.find( details.siteId );
	// A channel that was removed meanwhile still ends what it began.
	const channel = await channels.findEvenRemoved(
		details.siteId,
		details.channelId
	);
	if ( ! site || ! channel ) {
		return null;
	}
	return {
		type: 'offer',
		facts: await gatherFacts(
			dependencies,
			{
				site,
				channel,
				requestId: request.id,
				createdAt: request.createdAt,
				clientNumber: request.clientNumber,
				plan: request.plan,
				request,
			},
			now
		),
	};
}

/** Whether an offer would be heard: no seat is taken for nothing. */
function isWanting( request: CallbackRequest, now: Date ): boolean {
	return request.state === 'scheduled'
		? request.dueAt <= now
		: wantsCompany( request );
}

/** More than can begin to ring at one time; the sweep comes back for the rest. */
const longestLine = 200;

/**
 * Something is free: whoever waits on the site is looked at in the order in which they came, on each channel until one has to
 * go on waiting. One who waits for somebody of their own holds nobody up.
 */
export async function moveQueue(
	dependencies: Dependencies,
	{ siteId }: SiteJob
): Promise< void > {
	const { store, killPoint } = dependencies;
	killPoint( 'queue:before' );
	const held = new Set< string >();
	for ( const { requestId, channelId } of await store.inLine(
		siteId,
		longestLine
	) ) {
		if ( held.has( channelId ) ) {
			continue;
		}
		const applied = await seekCompany( dependencies, { requestId } );
		if ( applied && waitsOn( applied ) ) {
			held.add( channelId );
		}
		killPoint( 'queue:between' );
	}
	killPoint( 'queue:after' );
}

function waitsOn( { request }: Applied ): boolean {
	return (
		isInLine( request ) &&
		request.state === 'queued' &&
		! letsOthersGoFirst( request.heldBackBy )
	);
}

/**
 * Whoever has to wait looks once more after their own commit: a seat may have been given back by somebody who could not see
 * them wait.
 */
export async function lookOnceMore(
	{ jobs }: Pick< Dependencies, 'jobs' >,
	siteId: string
): Promise< void > {
	await jobs.now< SiteJob >( jobNames.moveQueue, { siteId } );
}
