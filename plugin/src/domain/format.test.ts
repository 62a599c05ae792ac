import { describe, expect, it } from '@jest/globals';
import { formatMoment, formatNumber, formatSeconds } from './format';

describe( 'what is read', () => {
	it( 'groups a number', () => {
		expect( formatNumber( '+33612345678' ) ).toBe( '+33 6 12 34 56 78' );
		expect( formatNumber( '+4915112345678' ) ).toMatch( /^\+49/ );
	} );

	it( 'tells durations', () => {
		expect( formatSeconds( 0 ) ).toBe( '' );
		expect( formatSeconds( 45 ) ).toBe( '45 s' );
		expect( formatSeconds( 185 ) ).toBe( '3 min 05 s' );
		expect( formatSeconds( 3_720 ) ).toBe( '1 h 02 min' );
	} );

	it( 'tells a moment in the site’s zone, nearer days by name', () => {
		const reading = { locale: 'en-GB', timeZone: 'Europe/Paris' };
		const now = new Date( '2026-11-25T10:00:00Z' );
		expect( formatMoment( '2026-11-25T09:05:00Z', now, reading ) ).toBe(
			'Today 10:05'
		);
		expect( formatMoment( '2026-11-24T22:59:00Z', now, reading ) ).toBe(
			'Yesterday 23:59'
		);
		expect( formatMoment( '2026-11-01T09:05:00Z', now, reading ) ).toBe(
			'1 Nov 2026, 10:05'
		);
	} );
} );
