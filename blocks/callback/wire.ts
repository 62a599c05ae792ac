import type { AlternativeSlot } from '@rappel/contract';

/** WordPress answered no, with a sentence for the visitor. Anything else that is thrown means: no answer. */
export class Refusal {
	constructor(
		readonly status: number,
		readonly detail: string,
		/** The field at fault as the service names it; empty when none is. */
		readonly field: string,
		/** A code of the contract, or of WordPress. */
		readonly code: string,
		/** What else is known, for whom it concerns. */
		readonly more: {
			/** When the slot is no longer free: the nearest that are. */
			alternatives?: AlternativeSlot[];
			/** ISO 8601: when the same may be asked again, and what time it is. */
			retryAt?: string;
			serverTime?: string;
		}
	) {}
}

/** WP_Error as the REST API writes it, with what the service's problem says beyond its sentence in `data`. */
interface ErrorAnswer {
	code?: string;
	message?: string;
	data?: ( Refusal[ 'more' ] & { field?: string } ) | null;
}

const timeoutMilliseconds = 15_000;

/**
 * Asks rappel/v1 and gives its answer; a body makes it a POST. No nonce: a page that a cache stored an hour ago must work, and
 * these routes are public. Throws a Refusal, or whatever fetch and JSON throw when nobody answered sensibly.
 */
export async function ask< T >( url: string, body?: object ): Promise< T > {
	const response = await fetch( url, {
		cache: 'no-store',
		// Missing in browsers older than 2022: they wait as long as they like.
		signal: AbortSignal.timeout?.( timeoutMilliseconds ) ?? null,
		...( body && {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( body ),
		} ),
	} );
	const answer: T & ErrorAnswer = await response.json();
	if ( response.ok ) {
		return answer;
	}
	// WordPress's own sentence for a PHP failure speaks to its administrator, not to a visitor.
	if ( ! answer.message || answer.code === 'internal_server_error' ) {
		throw new Error( answer.code );
	}
	throw new Refusal(
		response.status,
		answer.message,
		answer.data?.field ?? '',
		answer.code ?? '',
		answer.data ?? {}
	);
}
