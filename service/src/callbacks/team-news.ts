import type { CallbackRequest } from './domain/callback-request.js';
import type { RequestEvent } from './domain/events.js';
import type { RequestDetails } from './store/rows.js';

/** A decision about a request, as it is saved. */
export interface RequestMoved {
	details: RequestDetails;
	/** Null: it was just made. */
	before: CallbackRequest | null;
	after: CallbackRequest;
	events: readonly RequestEvent[];
}

/** Those of the company who want to know are told. Joins the current transaction, and leaves to jobs what takes time. */
export type TeamNews = ( moved: RequestMoved ) => Promise< void >;

/** Nobody is told anything. */
export const noTeamNews: TeamNews = async () => undefined;
