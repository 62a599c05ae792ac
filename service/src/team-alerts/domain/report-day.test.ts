import { describe, expect, it } from '@jest/globals';
import { reportDue } from './report-day.js';

const due = ( zone: string, now: string ) =>
	reportDue( zone, new Date( now ) )?.date ?? null;

describe( 'the day whose report is due [R16]', () => {
	it( 'is yesterday, from eight to noon by the site’s clock', () => {
		expect( due( 'Europe/Paris', '2026-11-25T06:59:59Z' ) ).toBeNull();
		expect( due( 'Europe/Paris', '2026-11-25T07:00:00Z' ) ).toBe(
			'2026-11-24'
		);
		expect( due( 'Europe/Paris', '2026-11-25T10:59:59Z' ) ).toBe(
			'2026-11-24'
		);
		expect( due( 'Europe/Paris', '2026-11-25T11:00:00Z' ) ).toBeNull();
		expect( due( '+05:45', '2026-11-25T02:15:00Z' ) ).toBe( '2026-11-24' );
		expect( due( 'Pacific/Auckland', '2026-11-24T19:00:00Z' ) ).toBe(
			'2026-11-24'
		);
	} );

	it.each( [
		[ '2026-03-28T07:00:00Z', '2026-03-27' ],
		// The night of 28 to 29 March has an hour less in Paris, that of 24 to 25 October one more.
		[ '2026-03-29T06:00:00Z', '2026-03-28' ],
		[ '2026-10-24T06:00:00Z', '2026-10-23' ],
		[ '2026-10-25T07:00:00Z', '2026-10-24' ],
	] )( 'is due at %s, for %s, when the clock changes', ( now, date ) => {
		expect( due( 'Europe/Paris', now ) ).toBe( date );
		const before = new Date( Date.parse( now ) - 1_000 );
		expect( reportDue( 'Europe/Paris', before ) ).toBeNull();
	} );

	it( 'is of use until noon', () => {
		expect(
			reportDue( 'Europe/Paris', new Date( '2026-03-29T06:00:00Z' ) )
				?.usefulUntil
		).toEqual( new Date( '2026-03-29T10:00:00Z' ) );
	} );
} );
