import { describe, expect, it } from '@jest/globals';
import { openingLabel } from './opening-label.js';

const now = new Date( '2026-11-24T08:00:00Z' );

describe( 'openingLabel', () => {
	it.each( [
		[ '2026-11-24T13:30:00Z', 'aujourd’hui à 14 h 30', 'today at 2:30 pm' ],
		[ '2026-11-25T08:00:00Z', 'demain à 9 h', 'tomorrow at 9:00 am' ],
		[ '2026-11-26T08:05:00Z', 'jeudi à 9 h 05', 'Thursday at 9:05 am' ],
		[
			'2026-12-01T08:00:00Z',
			'mardi 1er décembre à 9 h',
			'Tuesday, December 1 at 9:00 am',
		],
		[
			'2026-12-02T23:00:00Z',
			'jeudi 3 décembre à 0 h',
			'Thursday, December 3 at 12:00 am',
		],
	] )( 'says of %s in Paris: %s / %s [S08]', ( opensAt, french, english ) => {
		const plain = ( label: string ) => label.replaceAll( '\u00a0', ' ' );

		expect(
			plain(
				openingLabel( new Date( opensAt ), 'Europe/Paris', 'fr', now )
			)
		).toBe( french );
		expect(
			plain(
				openingLabel( new Date( opensAt ), 'Europe/Paris', 'en', now )
			)
		).toBe( english );
	} );

	it( 'counts days by the site’s calendar, across a clock change', () => {
		// Sunday in Paris lasts 25 hours.
		expect(
			openingLabel(
				new Date( '2026-10-25T22:30:00Z' ),
				'Europe/Paris',
				'en',
				new Date( '2026-10-24T22:10:00Z' )
			)
		).toBe( 'today at 11:30\u00a0pm' );
		expect(
			openingLabel(
				new Date( '2026-11-24T15:30:00Z' ),
				'Pacific/Auckland',
				'en',
				now
			)
		).toBe( 'tomorrow at 4:30\u00a0am' );
	} );
} );
