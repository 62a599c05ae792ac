import type { Channel } from '../channels/channel.js';
import type { Site } from '../sites/site.js';

export interface Taking {
	site: Site;
	channel: Channel;
	/** E.164. */
	number: string;
	/** As WordPress sees it. */
	visitorAddress: string;
	now: Date;
}

export interface Limits {
	/**
	 * Counts one request against the limits per number and day, per visitor address and hour, and per site and day. Joins the
	 * current transaction: a request that is refused or rolled back does not count.
	 *
	 * @throws {Refusal} too_many_for_number, too_many_for_address, daily_cap_reached; each with `retryAt`.
	 */
	take( taking: Taking ): Promise< void >;
	/** How many requests were accepted today, in the site's zone. */
	requestsToday( site: Site, now: Date ): Promise< number >;
	/** Forgets counters whose day or hour is over. */
	sweep( now: Date ): Promise< void >;
}
