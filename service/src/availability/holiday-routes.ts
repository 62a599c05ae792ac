import {
	holidaysQuerySchema,
	serviceRoutes,
	type HolidayCountries,
	type HolidayList,
	type HolidaySettings,
	type Language,
} from '@rappel/contract';
import { Router } from 'express';
import type { Clock } from '../clock.js';
import { siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import { languageOf } from '../http/language.js';
import { dayOf, isoDate } from './domain/local-time.js';
import { localOf, offsetTable } from './domain/zone.js';
import { holidayCountries, publicHolidays } from './holidays.js';

/** As many as the settings preview. */
const shown = 12;

/** The public holidays that a channel's settings choose from, and preview. */
export function createHolidayRoutes( { clock }: { clock: Clock } ): Router {
	const router = Router();

	router.get(
		expressPath( serviceRoutes.listHolidays ),
		( request, response ) => {
			const { country, region } = holidaysQuerySchema.parse(
				request.query
			);
			const answer: HolidayList = {
				holidays: nextHolidays(
					{ country, region: region || null },
					dateOf( clock.now(), siteOf( response ).timeZone ),
					languageOf( request )
				),
			};
			response.json( answer );
		}
	);

	router.get(
		expressPath( serviceRoutes.listHolidayCountries ),
		( request, response ) => {
			const answer: HolidayCountries = {
				countries: holidayCountries( languageOf( request ) ),
			};
			response.json( answer );
		}
	);

	return router;
}

/** From a date on; some countries have twelve in two years. */
function nextHolidays(
	settings: HolidaySettings,
	today: string,
	language: Language
): HolidayList[ 'holidays' ] {
	const year = Number( today.slice( 0, 4 ) );
	return [ year, year + 1, year + 2, year + 3 ]
		.flatMap( ( each ) => publicHolidays( settings, each, language ) )
		.filter( ( { date } ) => date >= today )
		.slice( 0, shown );
}

function dateOf( now: Date, zone: string ): string {
	const at = now.getTime();
	return isoDate(
		dayOf( localOf( offsetTable( zone, { start: at, end: at } ), at ) )
	);
}
