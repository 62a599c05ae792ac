import type { Language } from '@rappel/contract';

/** What PHP tells the screens (class-menu.php); absent under test. */
export interface InitialData {
	/** The user's, BCP 47. */
	locale: string;
	/** In which the site is read, its own first: "fr", "en". */
	siteLanguages: Language[];
	/** The site's: an IANA name, or an offset ("+02:00"). */
	timeZone: string;
	/** Address and pairing code come from wp-config.php or the environment. */
	configured: boolean;
	/** Who looks at the screen. */
	userId: number;
	can: {
		manageChannels: boolean;
		supervise: boolean;
		administrate: boolean;
		takeCallbacks: boolean;
	};
	/** The address of a profile, without the user's id at its end. */
	profileUrl: string;
	/** Addresses of the screens. */
	pages: Record< ScreenName, string >;
}

export type ScreenName =
	| 'live'
	| 'set-up'
	| 'requests'
	| 'results'
	| 'channels'
	| 'agents'
	| 'connection';

declare global {
	interface Window {
		rappelAdmin?: InitialData;
	}
}

export const initialData = (): InitialData | undefined => window.rappelAdmin;
