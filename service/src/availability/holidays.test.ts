import { describe, expect, it } from '@jest/globals';
import {
	holidayCountries,
	holidayDates,
	isKnownHolidayPlace,
	publicHolidays,
} from './holidays.js';

const of = ( country: string, region: string | null = null ) => ( {
	country,
	region,
} );
const datesOf = ( country: string, region: string | null, year: number ) =>
	publicHolidays( of( country, region ), year ).map( ( { date } ) => date );

describe( 'publicHolidays [N05]', () => {
	it( 'are those of the country, and of the region too', () => {
		expect( datesOf( 'FR', null, 2026 ) ).toEqual( [
			'2026-01-01',
			'2026-04-06',
			'2026-05-01',
			'2026-05-08',
			'2026-05-14',
			'2026-05-25',
			'2026-07-14',
			'2026-08-15',
			'2026-11-01',
			'2026-11-11',
			'2026-12-25',
		] );
		expect( datesOf( 'FR', '57', 2026 ) ).toEqual(
			expect.arrayContaining( [ '2026-04-03', '2026-12-26' ] )
		);
		expect( datesOf( 'DE', 'BY.A', 2026 ) ).toContain( '2026-08-08' );
		expect( datesOf( 'DE', 'BY', 2026 ) ).not.toContain( '2026-08-08' );
	} );

	it( 'have a name in the language, where it is known', () => {
		expect( publicHolidays( of( 'DE' ), 2026, 'fr' )[ 0 ] ).toEqual( {
			date: '2026-01-01',
			name: 'Nouvel An',
		} );
		expect( publicHolidays( of( 'DE' ), 2026 )[ 0 ] ).toEqual( {
			date: '2026-01-01',
			name: 'Neujahr',
		} );
	} );

	it( 'have a date for each day of a feast, and none for half a day', () => {
		expect( datesOf( 'AE', null, 2026 ) ).toEqual(
			expect.arrayContaining( [
				'2026-03-20',
				'2026-03-21',
				'2026-03-22',
			] )
		);
		expect( datesOf( 'IS', null, 2026 ) ).not.toContain( '2026-12-24' );
	} );

	it( 'are none without a country, and of one that is not known', () => {
		expect(
			publicHolidays( { country: null, region: null }, 2026 )
		).toEqual( [] );
		expect( publicHolidays( of( 'AQ' ), 2026 ) ).toEqual( [] );
	} );
} );

describe( 'holidayDates', () => {
	it( 'reach over the turn of the year, and are the same object each time', () => {
		const now = new Date( '2026-12-30T12:00:00Z' );
		const dates = holidayDates( of( 'FR' ), now );

		expect( [ ...dates ] ).toEqual(
			expect.arrayContaining( [
				'2025-12-25',
				'2026-12-25',
				'2027-01-01',
				'2028-01-01',
			] )
		);
		expect( holidayDates( of( 'FR' ), now ) ).toBe( dates );
		expect(
			holidayDates( { country: null, region: null }, now ).size
		).toBe( 0 );
	} );
} );

describe( 'holidayCountries', () => {
	it( 'are named in the language, in its order, with their regions', () => {
		const countries = holidayCountries( 'fr' );
		const germany = countries.find( ( { code } ) => code === 'DE' );

		expect( germany ).toMatchObject( { name: 'Allemagne' } );
		expect( germany?.regions ).toEqual(
			expect.arrayContaining( [
				{ code: 'BY', name: 'Bayern' },
				{ code: 'BY.A', name: 'Bayern – Stadt Augsburg' },
			] )
		);
		expect( countries.map( ( { name } ) => name ) ).toEqual(
			countries
				.map( ( { name } ) => name )
				.toSorted( ( a, b ) => a.localeCompare( b, 'fr' ) )
		);
		expect( countries.length ).toBeGreaterThan( 150 );
	} );

	it( 'know whether there is such a place', () => {
		expect( isKnownHolidayPlace( of( 'DE', 'BY.A' ) ) ).toEqual( {
			country: true,
			region: true,
		} );
		expect( isKnownHolidayPlace( of( 'DE', 'XX' ) ) ).toEqual( {
			country: true,
			region: false,
		} );
		expect( isKnownHolidayPlace( of( 'AQ' ) ) ).toEqual( {
			country: false,
			region: true,
		} );
	} );

	it( 'have regions that the settings can hold', () => {
		for ( const { regions } of holidayCountries( 'en' ) ) {
			for ( const { code } of regions ) {
				expect( code.length ).toBeLessThanOrEqual( 12 );
			}
		}
	} );
} );
