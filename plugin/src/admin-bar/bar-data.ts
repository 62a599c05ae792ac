/**
 * What PHP prints before the script of the admin bar, for whoever may take callbacks, on every page that shows the bar. The bar's
 * node is `<li id="wp-admin-bar-rappel-presence">` with a link to the Live dashboard in it, which stays the way without JavaScript.
 */
export interface BarData {
	userId: number;
	/** With its namespace, ready for a path: "https://example.org/wp-json/rappel/v1", or "…/index.php?rest_route=/rappel/v1". */
	restUrl: string;
	/** wp_rest. */
	nonce: string;
	/** Answers a fresh nonce: admin-ajax.php?action=rest-nonce. */
	nonceUrl: string;
	/** The user's, BCP 47. */
	locale: string;
	/** The site's: an IANA name, or an offset ("+02:00"). */
	timeZone: string;
	pages: {
		live: string;
		/** The editor of a channel that is not saved yet; null for who may not manage channels. */
		newChannel: string | null;
		/** The field for the phone number on one's own profile. */
		profile: string;
	};
}

declare global {
	interface Window {
		rappelBar?: BarData;
	}
}

export const barData = (): BarData | undefined => window.rappelBar;
