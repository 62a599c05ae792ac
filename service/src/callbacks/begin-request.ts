import type { Channel } from '../channels/channel.js';
import { timeOrderedId } from '../persistence/time-ordered-id.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import { callPlan } from './call-plan.js';
import type { Dependencies } from './dependencies.js';
import { isOver } from './domain/callback-request.js';
import { decideRequest } from './domain/decide.js';
import { after, secondsBetween, timings } from './domain/timings.js';
import { gatherFacts, noFacts } from './gather-facts.js';
import { isTold } from './may-request.js';
import { isInLine } from './place.js';
import { refuseWhenFull, refuseWhenNobody } from './queue-guards.js';
import { scheduleEffects } from './schedule-effects.js';
import { lookOnceMore } from './seek-company.js';
import { settleSeats } from './settle-seats.js';
import type { Loaded } from './store/callback-store.js';
import { callerIdOf } from '../sites/service-numbers.js';
import type { RequestDetails } from './store/rows.js';

/** What is to be called now. */
export interface Beginning {
	site: Site;
	channel: Channel;
	details: RequestDetails;
	/** Whether the channel takes immediate requests now. */
	open: boolean;
	ownerUserId: number | null;
	/** Somebody of the company asks: what keeps visitors from asking too much does not hold. */
	byCompany?: boolean;
}

/** A request that is to be called now: its facts, its seats and its jobs, in the current transaction. */
export async function begin(
	dependencies: Dependencies,
	{ site, channel, details, open, ownerUserId, byCompany = false }: Beginning
): Promise< Loaded > {
	const { store, clock, defaultCallerId, guarded } = dependencies;
	const { calls, queue } = channel.settings;
	const now = clock.now();
	const requestId = timeOrderedId();
	const plan = callPlan( {
		settings: channel.settings,
		clientNumber: details.number,
		callerId: calls.callerId ?? callerIdOf( site, defaultCallerId ) ?? '',
		ownerUserId,
	} );
	const lateSeconds = secondsBetween( details.requestedAt, now );
	// Nobody is called for one that comes too late, and its visitor cannot be told no any more.
	const called = open && lateSeconds <= timings.overdueMinutes * 60;
	const told = isTold( details.requestedAt, now );
	let facts = noFacts();
	if ( called ) {
		const line = await store.lineOf( details, {
			id: requestId,
			createdAt: now,
		} );
		if ( told && ! byCompany ) {
			refuseWhenFull( queue, line, now );
		}
		facts = await gatherFacts(
			dependencies,
			{
				site,
				channel,
				requestId,
				createdAt: now,
				clientNumber: details.number,
				plan,
				request: null,
				line,
			},
			now
		);
		if ( told ) {
			refuseWhenNobody( channel.settings, facts );
		}
	}
	const { request, events, effects } = decideRequest(
		{
			type: 'request',
			requestId,
			clientNumber: details.number,
			plan,
			requestedAt: details.requestedAt,
			open,
			expiresAt: after( now, queue.expiresAfterMinutes * 60 ),
			attemptId: timeOrderedId(),
			facts,
		},
		now
	);
	if (
		! isOver( request ) &&
		guarded( 'one-live-attempt' ) &&
		! ( await store.takeNumber( site.id, details.number, request.id ) )
	) {
		throw new Refusal( 'request_already_open', { field: 'number' } );
	}
	await store.insert( details, request, events, now );
	await settleSeats(
		dependencies,
		{ details, before: null, after: request, facts },
		now
	);
	await scheduleEffects( dependencies, { request, details }, effects );
	if ( isInLine( request ) ) {
		await lookOnceMore( dependencies, site.id );
	}
	return { request, details, version: 1, updatedAt: now };
}
