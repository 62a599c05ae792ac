import { describe, expect, it } from '@jest/globals';
import { beginsAt, endsAt, findZone, localOf, offsetTable } from './zone.js';

const instant = ( iso: string ) => Date.parse( iso );
const local = ( iso: string ) => Date.parse( `${ iso }Z` );
const around = ( zone: string, iso: string ) =>
	offsetTable( zone, { start: instant( iso ), end: instant( iso ) } );
const iso = ( ms: number ) => new Date( ms ).toISOString();

describe( 'an offset table [N04]', () => {
	it.each( [
		[
			'Europe/Paris',
			'2026-03-29T00:59:59.999Z',
			'2026-03-29T01:59:59.999',
		],
		[ 'Europe/Paris', '2026-03-29T01:00:00Z', '2026-03-29T03:00' ],
		[ 'Australia/Lord_Howe', '2026-04-04T14:59:00Z', '2026-04-05T01:59' ],
		[ 'Australia/Lord_Howe', '2026-04-04T15:00:00Z', '2026-04-05T01:30' ],
		[ 'Pacific/Apia', '2011-12-30T09:59:00Z', '2011-12-29T23:59' ],
		[ 'Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31T00:00' ],
		[ 'Africa/Casablanca', '2026-02-15T01:59:00Z', '2026-02-15T02:59' ],
		[ 'Africa/Casablanca', '2026-02-15T02:00:00Z', '2026-02-15T02:00' ],
		[ '+05:45', '2024-02-28T18:15:00Z', '2024-02-29T00:00' ],
	] )( 'reads %s at %s as %s', ( zone, at, shown ) => {
		expect( iso( localOf( around( zone, at ), instant( at ) ) ) ).toBe(
			iso( local( shown ) )
		);
	} );

	it( 'begins with the clock change what the change skips, and ends as long after it [S07]', () => {
		const table = around( 'Europe/Paris', '2026-03-29T00:00:00Z' );

		expect( iso( beginsAt( table, local( '2026-03-29T02:30' ) ) ) ).toBe(
			'2026-03-29T01:00:00.000Z'
		);
		expect( iso( endsAt( table, local( '2026-03-29T02:30' ) ) ) ).toBe(
			'2026-03-29T01:30:00.000Z'
		);
		for ( const edge of [ '2026-03-29T02:00', '2026-03-29T03:00' ] ) {
			expect( iso( beginsAt( table, local( edge ) ) ) ).toBe(
				'2026-03-29T01:00:00.000Z'
			);
			expect( iso( endsAt( table, local( edge ) ) ) ).toBe(
				'2026-03-29T01:00:00.000Z'
			);
		}
	} );

	it( 'begins at the first, and ends after the last of what comes twice [S07]', () => {
		const table = around( 'Europe/Paris', '2026-10-25T00:00:00Z' );

		expect( iso( beginsAt( table, local( '2026-10-25T02:30' ) ) ) ).toBe(
			'2026-10-25T00:30:00.000Z'
		);
		expect( iso( endsAt( table, local( '2026-10-25T02:30' ) ) ) ).toBe(
			'2026-10-25T01:30:00.000Z'
		);
		// What ends at two has nothing of the hour that comes twice.
		expect( iso( endsAt( table, local( '2026-10-25T02:00' ) ) ) ).toBe(
			'2026-10-25T00:00:00.000Z'
		);
		expect( iso( beginsAt( table, local( '2026-10-25T03:00' ) ) ) ).toBe(
			'2026-10-25T02:00:00.000Z'
		);
	} );
} );

describe( 'findZone', () => {
	it( 'has one zone for every way to write a name, and none for what is no zone', () => {
		expect( findZone( 'EUROPE/paris' )?.name ).toBe( 'Europe/Paris' );
		expect( findZone( 'Asia/Kolkata' )?.name ).toBe(
			findZone( 'Asia/Calcutta' )?.name
		);
		expect( findZone( '+05:45' )?.offset( 0 ) ).toBe( 345 );
		for ( const name of [ '', 'Mars/Olympus_Mons', '+25:00', '<b>' ] ) {
			expect( findZone( name ) ).toBeNull();
		}
	} );
} );
