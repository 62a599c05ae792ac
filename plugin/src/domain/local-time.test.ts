import { describe, expect, it } from '@jest/globals';
import { instantOf, localTimeOf } from './local-time';

const paris = 'Europe/Paris';
const iso = ( local: string, zone: string ) =>
	instantOf( local, zone )?.toISOString();

describe( 'a time of a zone', () => {
	it( 'is an instant, in summer, in winter and by an offset', () => {
		expect( iso( '2026-12-01T14:00', paris ) ).toBe(
			'2026-12-01T13:00:00.000Z'
		);
		expect( iso( '2026-07-01T14:00', paris ) ).toBe(
			'2026-07-01T12:00:00.000Z'
		);
		expect( iso( '2026-07-01T14:00', '+05:30' ) ).toBe(
			'2026-07-01T08:30:00.000Z'
		);
	} );

	it( 'that comes twice is the first one', () => {
		expect( iso( '2026-10-25T02:30', paris ) ).toBe(
			'2026-10-25T00:30:00.000Z'
		);
		expect( iso( '2026-10-25T03:30', paris ) ).toBe(
			'2026-10-25T02:30:00.000Z'
		);
	} );

	it( 'that is left out in spring comes an hour later', () => {
		expect( iso( '2027-03-28T02:30', paris ) ).toBe(
			'2027-03-28T01:30:00.000Z'
		);
	} );

	it( 'is read back, and none is none', () => {
		expect( localTimeOf( new Date( '2026-12-01T13:00:00Z' ), paris ) ).toBe(
			'2026-12-01T14:00'
		);
		expect( instantOf( '', paris ) ).toBeNull();
		expect( instantOf( '2026-12-01', paris ) ).toBeNull();
	} );
} );
