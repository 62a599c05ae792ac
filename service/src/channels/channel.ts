import type { ChannelSettings } from '@rappel/contract';

/** One configured callback widget of a site, as the service keeps it. */
export interface Channel {
	id: string;
	siteId: string;
	/** Rises by one at each save. */
	version: number;
	settings: ChannelSettings;
	createdAt: Date;
	updatedAt: Date;
	/** Null while it exists; a removed one is kept for the names in the list of requests. */
	removedAt: Date | null;
}
