import type { OpeningHours } from '@rappel/contract';

/** When a channel is open: what decides it, the clock apart. */
export interface Hours {
	openingHours: OpeningHours;
	/** The site's: an IANA name or an offset ("+02:00"). */
	timeZone: string;
	/** The dates ("2026-12-25") that are public holidays where the channel keeps them; empty: it keeps none. */
	holidays: ReadonlySet< string >;
}
