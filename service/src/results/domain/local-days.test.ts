import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
	dayAfter,
	daysAround,
	daysBetween,
	daysOutside,
	localDay,
	localHour,
	monthsWithin,
	spanOfDay,
} from './local-days.js';

const zones = [
	'Europe/Paris',
	'America/Havana',
	'America/St_Johns',
	'Australia/Lord_Howe',
	'Pacific/Apia',
	'Asia/Beirut',
	'+05:45',
];

describe( 'days of the site’s clock [R15]', () => {
	it.each( [
		[ 'Europe/Paris', '2026-11-24T22:59:59Z', '2026-11-24', 23 ],
		[ 'Europe/Paris', '2026-11-24T23:00:00Z', '2026-11-25', 0 ],
		[ 'Europe/Paris', '2026-10-25T00:30:00Z', '2026-10-25', 2 ],
		[ 'Europe/Paris', '2026-10-25T01:30:00Z', '2026-10-25', 2 ],
		[ 'Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31', 0 ],
	] )( 'in %s %s is on %s, hour %i', ( zone, at, day, hour ) => {
		expect( localDay( zone, new Date( at ) ) ).toBe( day );
		expect( localHour( zone, new Date( at ) ) ).toBe( hour );
	} );

	it.each( [
		[ '2026-03-29', 23 ],
		[ '2026-10-25', 25 ],
		[ '2026-11-24', 24 ],
	] )( 'in Paris %s lasts %i hours', ( day, hours ) => {
		const { start, end } = spanOfDay( 'Europe/Paris', day );
		expect( ( end - start ) / 3_600_000 ).toBe( hours );
	} );

	it( 'has nothing of a day that was left out', () => {
		const { start, end } = spanOfDay( 'Pacific/Apia', '2011-12-30' );
		expect( end ).toBe( start );
	} );

	it( 'finds every instant within the span of its day', () => {
		fc.assert(
			fc.property(
				fc.constantFrom( ...zones ),
				fc.date( {
					min: new Date( '1990-01-01' ),
					max: new Date( '2030-01-01' ),
					noInvalidDate: true,
				} ),
				( zone, instant ) => {
					expect( daysAround( zone, instant ) ).toContain(
						localDay( zone, instant )
					);
				}
			),
			{ numRuns: 500 }
		);
	} );

	it( 'knows both days of a minute that lies between two midnights', () => {
		// In 2006 the clocks of Newfoundland went back at one minute past midnight.
		expect(
			daysAround( 'America/St_Johns', new Date( '2006-10-29T02:31:30Z' ) )
		).toEqual( [ '2006-10-28', '2006-10-29' ] );
	} );

	it( 'counts days over the end of a year', () => {
		expect( daysBetween( '2026-12-31', '2027-01-01' ) ).toEqual( [
			'2026-12-31',
			'2027-01-01',
		] );
		expect( dayAfter( '2028-03-01', -1 ) ).toBe( '2028-02-29' );
	} );

	it( 'knows the whole months of a span, and what lies outside of some', () => {
		const days = { first: '2026-01-31', last: '2026-05-02' };
		expect( monthsWithin( days ) ).toEqual( [
			'2026-02',
			'2026-03',
			'2026-04',
		] );
		expect(
			daysOutside( days, new Set( [ '2026-02', '2026-04' ] ) )
		).toEqual( [
			{ first: '2026-01-31', last: '2026-01-31' },
			{ first: '2026-03-01', last: '2026-03-31' },
			{ first: '2026-05-01', last: '2026-05-02' },
		] );
		expect(
			monthsWithin( { first: '2028-02-01', last: '2028-02-29' } )
		).toEqual( [ '2028-02' ] );
	} );
} );
