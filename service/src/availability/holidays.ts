import { createRequire } from 'node:module';
import {
	languages,
	type Holiday,
	type HolidayCountries,
	type HolidaySettings,
	type Language,
} from '@rappel/contract';
import type DateHolidays from 'date-holidays';
import type { HolidaysTypes } from 'date-holidays';
import { dayOf, isoDate, localMs } from './domain/local-time.js';
import { rememberLast } from './domain/remember-last.js';

const dayMs = 86_400_000;

/**
 * Read when the first channel keeps holidays: 20 MB, and a tenth of a second. Its dates are of Wikipedia and others, CC BY 3.0
 * (https://github.com/commenthol/date-holidays#license).
 */
let library: typeof DateHolidays | null = null;

function dateHolidays(): typeof DateHolidays {
	library ??= createRequire( import.meta.url )(
		'date-holidays'
	) as typeof DateHolidays;
	return library;
}

/** Years of countries and regions, one by one. */
const rememberedYears = 1_000;

const years = rememberLast< readonly Holiday[] >( rememberedYears );

/**
 * The public holidays of a year, by date. Those of half a day only (from noon on) are left out: the week's hours hold.
 *
 * @param settings
 * @param year
 * @param language Of the names, where it is known; else they are in the country's own.
 * @return Empty when no country is kept, or the library does not know it.
 */
export function publicHolidays(
	settings: HolidaySettings,
	year: number,
	language: Language | null = null
): readonly Holiday[] {
	const { country, region } = settings;
	if ( country === null ) {
		return [];
	}
	return years( `${ country } ${ region } ${ year } ${ language }`, () =>
		readYear( `${ country }.${ region ?? '' }`, year, language )
	);
}

const noDates: ReadonlySet< string > = new Set();
const dates = rememberLast< ReadonlySet< string > >( rememberedYears );

/**
 * The dates that are public holidays in the year of an instant, the one before and the next two; the same set as long as it says
 * the same. Beyond what "a year ahead" can reach, whatever the zone.
 */
export function holidayDates(
	settings: HolidaySettings,
	now: Date
): ReadonlySet< string > {
	if ( settings.country === null ) {
		return noDates;
	}
	const year = now.getUTCFullYear();
	return dates(
		`${ settings.country } ${ settings.region } ${ year }`,
		() =>
			new Set(
				[ year - 1, year, year + 1, year + 2 ].flatMap( ( each ) =>
					publicHolidays( settings, each ).map( ( { date } ) => date )
				)
			)
	);
}

function readYear(
	place: string,
	year: number,
	language: Language | null
): Holiday[] {
	const options: HolidaysTypes.Options = { types: [ 'public' ] };
	if ( language !== null ) {
		options.languages = [ language ];
	}
	const calendar = new ( dateHolidays() )( place, options );
	const named = new Map< string, string >();
	for ( const holiday of calendar.getHolidays( year ) ) {
		for ( const date of datesOf( holiday ) ) {
			named.set( date, named.get( date ) ?? holiday.name );
		}
	}
	return [ ...named ]
		.map( ( [ date, name ] ) => ( { date, name } ) )
		.sort( ( a, b ) => ( a.date < b.date ? -1 : 1 ) );
}

/** A feast of several days has one entry; a clock change makes a day of 23 or 25 hours. */
function datesOf( { date, start, end }: HolidaysTypes.Holiday ): string[] {
	// "2026-03-20 00:00:00 -0600": the time is the local one.
	if ( date.slice( 11, 19 ) !== '00:00:00' ) {
		return [];
	}
	const first = dayOf( localMs( date.slice( 0, 10 ) ) );
	const days = Math.round( ( end.getTime() - start.getTime() ) / dayMs );
	return Array.from( { length: Math.max( days, 1 ) }, ( _, index ) =>
		isoDate( first + index )
	);
}

const countries = rememberLast< HolidayCountries[ 'countries' ] >(
	languages.length
);

/** Every country whose holidays are known, by its name in a language, with its regions and their parts ("BY.A" is Augsburg). */
export function holidayCountries(
	language: Language
): HolidayCountries[ 'countries' ] {
	return countries( language, () => {
		const names = new Intl.DisplayNames( [ language ], { type: 'region' } );
		const calendar = new ( dateHolidays() )();
		return Object.keys( calendar.getCountries() )
			.map( ( code ) => ( {
				code,
				name: names.of( code ) ?? code,
				regions: regionsOf( calendar, code, language ),
			} ) )
			.sort( byName( language ) );
	} );
}

/** Whether the library knows a country, and a region of it. */
export function isKnownHolidayPlace( { country, region }: HolidaySettings ): {
	country: boolean;
	region: boolean;
} {
	const found = holidayCountries( languages[ 0 ] ).find(
		( { code } ) => code === country
	);
	return {
		country: country === null || found !== undefined,
		region:
			! region ||
			( found?.regions.some( ( { code } ) => code === region ) ?? false ),
	};
}

function regionsOf(
	calendar: DateHolidays,
	country: string,
	language: Language
): HolidayCountries[ 'countries' ][ number ][ 'regions' ] {
	// The library has nothing, and not an empty list, of a country without regions.
	const states = calendar.getStates( country, language ) as
		Record< string, string > | undefined;
	return Object.entries( states ?? {} )
		.flatMap( ( [ code, name ] ) => [
			{ code, name },
			...Object.entries(
				( calendar.getRegions( country, code, language ) as
					Record< string, string > | undefined ) ?? {}
			).map( ( [ part, partName ] ) => ( {
				code: `${ code }.${ part }`,
				name: `${ name } – ${ partName }`,
			} ) ),
		] )
		.sort( byName( language ) );
}

function byName( language: Language ) {
	return ( a: { name: string }, b: { name: string } ) =>
		a.name.localeCompare( b.name, language );
}
