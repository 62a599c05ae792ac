import apiFetch from '@wordpress/api-fetch';
import { addQueryArgs } from '@wordpress/url';
import type { HolidayCountries, HolidayList, Language } from '@rappel/contract';
import { orProblem } from './problem';

/** The next twelve days that are closed. All of these throw a Problem. */
export const listHolidays = (
	country: string,
	region: string | null,
	language: Language
) =>
	orProblem(
		apiFetch< HolidayList >( {
			path: addQueryArgs( '/rappel/v1/holidays', {
				country,
				...( region && { region } ),
				language,
			} ),
		} )
	).then( ( { holidays } ) => holidays );

/** Every country whose holidays are known, and its regions. */
export const listHolidayCountries = ( language: Language ) =>
	orProblem(
		apiFetch< HolidayCountries >( {
			path: addQueryArgs( '/rappel/v1/holiday-countries', { language } ),
		} )
	).then( ( { countries } ) => countries );
