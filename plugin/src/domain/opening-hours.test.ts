import { describe, expect, it } from '@jest/globals';
import type { WeeklyRange } from '@rappel/contract';
import {
	hoursSummary,
	isPastMidnight,
	overlapping,
	suggestRange,
	withDay,
} from './opening-hours';

const range = ( from: string, to: string, day = 1 ): WeeklyRange => ( {
	day,
	from,
	to,
} );

describe( 'the ranges of a day [S07]', () => {
	it( 'suggests a morning, then an afternoon, then later hours', () => {
		expect( suggestRange( [] ) ).toEqual( {
			from: '09:00',
			to: '12:00',
		} );
		expect( suggestRange( [ range( '09:00', '12:00' ) ] ) ).toEqual( {
			from: '14:00',
			to: '18:00',
		} );
		expect( suggestRange( [ range( '14:00', '18:00' ) ] ) ).toEqual( {
			from: '19:00',
			to: '20:00',
		} );
	} );

	it( 'finds ranges that overlap, past midnight too', () => {
		expect(
			overlapping( [
				range( '09:00', '12:00' ),
				range( '12:00', '18:00' ),
			] )
		).toEqual( [] );
		expect(
			overlapping( [
				range( '09:00', '12:01' ),
				range( '12:00', '18:00' ),
			] )
		).toEqual( [ 0, 1 ] );
		expect(
			overlapping( [
				range( '22:00', '02:00' ),
				range( '23:00', '23:30' ),
			] )
		).toEqual( [ 0, 1 ] );
	} );

	it( 'knows which ranges end on the next day', () => {
		expect( isPastMidnight( range( '22:00', '02:00' ) ) ).toBe( true );
		expect( isPastMidnight( range( '22:00', '00:00' ) ) ).toBe( false );
		expect( isPastMidnight( range( '22:00', '24:00' ) ) ).toBe( false );
	} );

	it( 'copies one day over another and leaves the rest alone', () => {
		const week = [
			range( '09:00', '12:00', 1 ),
			range( '08:00', '10:00', 2 ),
		];
		expect( withDay( week, 2, [ range( '09:00', '12:00', 1 ) ] ) ).toEqual(
			[ range( '09:00', '12:00', 1 ), range( '09:00', '12:00', 2 ) ]
		);
	} );

	it( 'tells a week in a line', () => {
		const weekly = [ 1, 2, 3, 4, 5 ].map( ( day ) =>
			range( '09:00', '18:00', day )
		);
		expect( hoursSummary( { always: true, weekly }, 'en' ) ).toBe(
			'Always open'
		);
		expect( hoursSummary( { always: false, weekly }, 'en' ) ).toBe(
			'Mon to Fri'
		);
		expect( hoursSummary( { always: false, weekly: [] }, 'en' ) ).toBe(
			'Always closed'
		);
	} );
} );
