import { useCallback } from '@wordpress/element';
import { listHolidays } from '../api/holidays';
import type { Problem } from '../api/problem';
import type { Holiday } from '../domain/hours-exceptions';
import { languageOf } from '../domain/languages';
import { useReading } from '../reading';
import { useLoaded } from './use-loaded';

export interface Holidays {
	/** The next twelve; empty where no country is chosen, and until they are known. */
	holidays: Holiday[];
	isLoading: boolean;
	problem: Problem | null;
	reload: () => Promise< void >;
}

const none: Holiday[] = [];

/** Public holidays of a country and region, named in the reader's language. */
export function useHolidays(
	country: string | null,
	region: string | null
): Holidays {
	const language = languageOf( useReading().locale );
	const asked = `${ country } ${ region }`;
	const { value, ...loaded } = useLoaded(
		useCallback(
			async () => ( {
				of: `${ country } ${ region }`,
				holidays: country
					? await listHolidays( country, region, language )
					: none,
			} ),
			[ country, region, language ]
		)
	);
	return {
		...loaded,
		holidays: value?.of === asked ? value.holidays : none,
	};
}
