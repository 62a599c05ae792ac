import { describe, expect, it } from '@jest/globals';
import { someHours, someOpeningHours } from '../testing/some-hours.js';
import { takingAt } from './taking.js';

/** A Wednesday, in UTC. */
const at = ( time: string ) => new Date( `2026-11-25T${ time }:00.000Z` );
/** In UTC: 8:00–11:00, 11:30–11:40 and 13:00–17:00. */
const { weekly } = someOpeningHours( {
	weekly: [
		{ day: 3, from: '09:00', to: '12:00' },
		{ day: 3, from: '12:30', to: '12:40' },
		{ day: 3, from: '14:00', to: '18:00' },
	],
} );
const hours = someHours( { weekly } );

describe( 'takingAt', () => {
	it.each( [
		[ 0, '10:59', 'taking', '11:00', null ],
		[ 0, '11:00', 'closed', '11:30', '11:30' ],
		[ 15, '10:44', 'taking', '10:45', null ],
		[ 15, '10:45', 'closing_soon', '13:00', '13:00' ],
		[ 15, '11:00', 'closed', '13:00', '13:00' ],
		[ 15, '11:35', 'closing_soon', '13:00', '13:00' ],
		[ 10, '11:00', 'closed', '13:00', '13:00' ],
		[ 9, '11:00', 'closed', '11:30', '11:30' ],
	] as const )(
		'with %i minutes before closing, at %s, is %s [R07]',
		( minutes, now, state, changesAt, nextOpeningAt ) => {
			expect( takingAt( hours, minutes, at( now ) ) ).toEqual( {
				state,
				changesAt: at( changesAt ),
				nextOpeningAt: nextOpeningAt && at( nextOpeningAt ),
			} );
		}
	);

	it( 'never ends round the clock', () => {
		expect(
			takingAt( someHours( { always: true } ), 240, at( '10:00' ) )
		).toEqual( { state: 'taking', changesAt: null, nextOpeningAt: null } );
	} );

	it( 'finds no opening where every period is too short, or there is none', () => {
		const none = { state: 'closed', changesAt: null, nextOpeningAt: null };
		const short = someHours( { weekly: weekly.slice( 1, 2 ) } );

		expect( takingAt( short, 10, at( '10:00' ) ) ).toEqual( none );
		expect( takingAt( someHours(), 0, at( '10:00' ) ) ).toEqual( none );
	} );
} );
