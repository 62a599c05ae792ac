import type { Site } from '@rappel/contract';

export type AlertCode = Site[ 'alerts' ][ number ][ 'code' ];

export interface Alert {
	code: AlertCode;
	/** What the other side said (an error number, a sentence of Twilio's); may be empty. */
	detail: string;
	since: Date;
}

/** What only the owner of a site can mend; shown in wp-admin until it is cleared. */
export interface Alerts {
	/** Raised again, an alert keeps its first `since` and takes the newest detail. */
	raise( siteId: string, code: AlertCode, detail: string ): Promise< void >;
	/** Nothing happens when it was not raised. */
	clear( siteId: string, code: AlertCode ): Promise< void >;
	/** Oldest first. */
	list( siteId: string ): Promise< Alert[] >;
}
