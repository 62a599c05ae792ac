import type { OpeningHours } from '@rappel/contract';
import type { Hours } from '../domain/hours.js';

/** Opening hours for tests: closed for ever, with what matters to the test given. */
export function someOpeningHours(
	given: Partial< OpeningHours > = {}
): OpeningHours {
	return {
		always: false,
		weekly: [],
		exceptions: [],
		holidays: { country: null, region: null },
		pauses: [],
		...given,
	};
}

/** As someOpeningHours, on a clock. */
export function someHours(
	given: Partial< OpeningHours > = {},
	timeZone = 'Europe/Paris',
	holidays: readonly string[] = []
): Hours {
	return {
		openingHours: someOpeningHours( given ),
		timeZone,
		holidays: new Set( holidays ),
	};
}
