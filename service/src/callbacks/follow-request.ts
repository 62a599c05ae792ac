import type { Language, VisitorStatus } from '@rappel/contract';
import { Refusal } from '../refusal.js';
import { applyCommand } from './apply-command.js';
import type { Dependencies } from './dependencies.js';
import type { Loaded } from './store/callback-store.js';
import { visitorStatus } from './visitor-status.js';

export interface VisitorQuestion {
	siteId: string;
	/** The visitor's key to the request. */
	key: string;
	language: Language | null;
}

/** @throws {Refusal} request_not_found. */
export async function readStatus(
	dependencies: Dependencies,
	question: VisitorQuestion
): Promise< VisitorStatus > {
	const loaded = await find( dependencies, question );
	return visitorStatus( dependencies, loaded, {
		language: question.language ?? loaded.details.language,
	} );
}

/**
 * The visitor changes their mind, until their phone is dialled. Cancelling twice is cancelling once.
 *
 * @throws {Refusal} request_not_found, request_not_cancellable.
 */
export async function cancelRequest(
	dependencies: Dependencies,
	question: VisitorQuestion,
	reason: 'changed_mind' | 'wrong_number'
): Promise< VisitorStatus > {
	const { request } = await find( dependencies, question );
	const applied = await applyCommand( dependencies, request.id, {
		type: 'cancel',
		reason,
	} );
	const loaded = await find( dependencies, question );
	if ( applied?.request.state !== 'cancelled' ) {
		throw new Refusal( 'request_not_cancellable' );
	}
	return visitorStatus( dependencies, loaded, {
		language: question.language ?? loaded.details.language,
	} );
}

async function find(
	{ store }: Dependencies,
	{ siteId, key }: VisitorQuestion
): Promise< Loaded > {
	const loaded = await store.findByKey( siteId, key );
	if ( ! loaded ) {
		throw new Refusal( 'request_not_found' );
	}
	return loaded;
}
