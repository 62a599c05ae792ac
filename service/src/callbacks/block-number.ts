import type { BlockedNumberList } from '@rappel/contract';
import { Refusal } from '../refusal.js';
import { applyCommand } from './apply-command.js';
import type { Dependencies } from './dependencies.js';
import { isOver } from './domain/callback-request.js';
import { after } from './domain/timings.js';
import { jobNames, type NumberJob } from './job-names.js';
import type { Loaded } from './store/callback-store.js';

/** Longer than the transaction of a visitor's request that began before the number was blocked. */
const lookAgainSeconds = 30;
/** Of a number few are open: one that is to be called now, and a booking an hour. */
const mostOfNumber = 100;

/**
 * The number of this request asks nothing of the site any more, and what is open of it is cancelled, as far as a visitor could cancel
 * it. In the current transaction; a request that is just being made is found a little later.
 */
export async function blockNumberOf(
	dependencies: Dependencies,
	{ request, details }: Loaded,
	byUserId: number
): Promise< void > {
	const { blockedNumbers, jobs, clock } = dependencies;
	const { siteId, number } = details;
	const now = clock.now();
	await blockedNumbers.block( { siteId, number, blockedAt: now, byUserId } );
	await applyCommand( dependencies, request.id, {
		type: 'block_number',
		byUserId,
	} );
	const job: NumberJob = { siteId, number, byUserId };
	await cancelOpenOf( dependencies, job );
	await jobs.at< NumberJob >(
		after( now, lookAgainSeconds ),
		jobNames.cancelBlocked,
		job
	);
}

/** Unless it was let ask again meanwhile. */
export async function cancelBlocked(
	dependencies: Dependencies,
	job: NumberJob
): Promise< void > {
	if (
		await dependencies.blockedNumbers.isBlocked( job.siteId, job.number )
	) {
		await cancelOpenOf( dependencies, job );
	}
}

async function cancelOpenOf(
	dependencies: Dependencies,
	{ siteId, number, byUserId }: NumberJob
): Promise< void > {
	const known = await dependencies.store.ofNumber(
		siteId,
		number,
		mostOfNumber
	);
	for ( const { request } of known ) {
		if ( ! isOver( request ) ) {
			await applyCommand( dependencies, request.id, {
				type: 'cancel',
				reason: 'number_blocked',
				byUserId,
			} );
		}
	}
}

export async function listBlockedNumbers(
	{ blockedNumbers }: Pick< Dependencies, 'blockedNumbers' >,
	siteId: string
): Promise< BlockedNumberList > {
	const numbers = await blockedNumbers.list( siteId );
	return {
		numbers: numbers.map( ( { number, blockedAt, byUserId } ) => ( {
			number,
			blockedAt: blockedAt.toISOString(),
			byUserId,
		} ) ),
	};
}

/** @throws {Refusal} blocked_number_not_found. */
export async function unblockNumber(
	{ blockedNumbers }: Pick< Dependencies, 'blockedNumbers' >,
	siteId: string,
	number: string
): Promise< void > {
	if ( ! ( await blockedNumbers.unblock( siteId, number ) ) ) {
		throw new Refusal( 'blocked_number_not_found' );
	}
}
