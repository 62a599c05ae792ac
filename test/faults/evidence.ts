import type { Told } from './bookers.js';
import type { People } from './people.js';
import type { LegTruth, RequestTruth } from './world/rows.js';

export interface CallTruth {
	sid: string;
	from: string;
	to: string;
	url: string | null;
	status: string;
	createdAt: string;
	answeredAt: string | null;
	endedAt: string | null;
}

export interface WebhookTruth {
	kind: 'callback' | 'twiml';
	event: string;
	url: string;
	status: number | null;
	parameters: Record< string, string >;
	idempotencyToken: string;
}

export interface Evidence {
	/** Keys of the requests that the service said it took. */
	accepted: ReadonlySet< string >;
	/** What those who booked were told last, by the request's key. */
	told: ReadonlyMap< string, Told >;
	requests: readonly RequestTruth[];
	legs: readonly LegTruth[];
	/** Every call that was ever made, as the network knows it. */
	calls: readonly CallTruth[];
	/** The newest messages of the network. */
	webhooks: readonly WebhookTruth[];
	/** Those that the service has noted as taken, as `call or room, number in its sequence or token`. */
	inbox: ReadonlySet< string >;
	people: Pick< People, 'of' >;
	/** Calls of which the service heard that they came into their room. */
	seenInRoom: ReadonlySet< string >;
	/** What was written down twice, though it happens once. */
	repeated: readonly string[];
}

export const legIdOf = ( { url }: CallTruth ): string | null =>
	/\/legs\/([0-9a-f-]{36})\//.exec( url ?? '' )?.[ 1 ] ?? null;

/** Between two who write down the same instant. */
export const toleranceMilliseconds = 2_000;

/** States that nothing leaves. */
export const over = [ 'done', 'failed', 'cancelled', 'expired', 'overdue' ];
