import { describe, expect, it } from '@jest/globals';
import type { WeeklyRange } from '@rappel/contract';
import { dragged } from './week-drag';
import { piecesOn } from './week';

const range = ( day: number, from: string, to: string ): WeeklyRange => ( {
	day,
	from,
	to,
} );
/** Minutes from Monday 00:00. */
const at = ( day: number, hour: number, minute = 0 ) =>
	( day - 1 ) * 1_440 + hour * 60 + minute;
const morning = range( 1, '09:00', '12:00' );
const afternoon = range( 1, '14:00', '18:00' );

describe( 'hours that are drawn [S07]', () => {
	it( 'makes a range from where it was begun to where it was let go, both ways', () => {
		const begin = { grip: 'new', index: 0, from: at( 2, 9, 7 ) } as const;
		expect( dragged( [], begin, at( 2, 11, 52 ), 15 ) ).toEqual( [
			range( 2, '09:00', '12:00' ),
		] );
		expect( dragged( [], begin, at( 2, 7, 8 ), 15 ) ).toEqual( [
			range( 2, '07:00', '09:15' ),
		] );
		expect( dragged( [], begin, at( 2, 11, 52 ), 5 ) ).toEqual( [
			range( 2, '09:05', '11:55' ),
		] );
	} );

	it( 'stops at the neighbours', () => {
		const week = [ morning, afternoon ];
		expect(
			dragged(
				week,
				{ grip: 'new', index: 2, from: at( 1, 13 ) },
				at( 1, 16 ),
				15
			)
		).toEqual( [ ...week, range( 1, '13:00', '14:00' ) ] );
		expect(
			dragged(
				week,
				{ grip: 'end', index: 0, from: at( 1, 12 ) },
				at( 1, 20 ),
				15
			)
		).toEqual( [ range( 1, '09:00', '14:00' ), afternoon ] );
		expect(
			dragged(
				week,
				{ grip: 'body', index: 0, from: at( 1, 10 ) },
				at( 1, 13 ),
				15
			)
		).toBeNull();
	} );

	it( 'moves a range to another day, and keeps its length', () => {
		expect(
			dragged(
				[ morning ],
				{ grip: 'body', index: 0, from: at( 1, 10 ) },
				at( 3, 10, 31 ),
				15
			)
		).toEqual( [ range( 3, '09:30', '12:30' ) ] );
	} );

	it( 'goes past midnight, and from Sunday into Monday', () => {
		expect(
			dragged(
				[ range( 5, '22:00', '23:00' ) ],
				{ grip: 'end', index: 0, from: at( 5, 23 ) },
				at( 6, 2 ),
				15
			)
		).toEqual( [ range( 5, '22:00', '02:00' ) ] );
		expect(
			dragged(
				[ range( 7, '22:00', '23:00' ) ],
				{ grip: 'end', index: 0, from: at( 7, 23 ) },
				at( 1, 2 ),
				15
			)
		).toEqual( [ range( 7, '22:00', '02:00' ) ] );
		expect(
			dragged(
				[ range( 7, '22:00', '23:00' ) ],
				{ grip: 'end', index: 0, from: at( 7, 23 ) },
				at( 8, 0 ),
				15
			)
		).toEqual( [ range( 7, '22:00', '24:00' ) ] );
	} );

	it( 'never shrinks to nothing', () => {
		expect(
			dragged(
				[ morning ],
				{ grip: 'start', index: 0, from: at( 1, 9 ) },
				at( 1, 17 ),
				15
			)
		).toEqual( [ range( 1, '11:45', '12:00' ) ] );
	} );
} );

describe( 'what is seen on a day', () => {
	it( 'shows a range past midnight on both days', () => {
		const night = [ range( 7, '22:00', '02:00' ) ];
		expect( piecesOn( night, 7 ) ).toEqual( [
			{
				index: 0,
				start: 1_320,
				end: 1_440,
				isContinued: false,
				goesOn: true,
			},
		] );
		expect( piecesOn( night, 1 ) ).toEqual( [
			{ index: 0, start: 0, end: 120, isContinued: true, goesOn: false },
		] );
		expect( piecesOn( night, 2 ) ).toEqual( [] );
	} );

	it( 'leaves out what is not filled in yet', () => {
		expect( piecesOn( [ range( 1, '', '12:00' ) ], 1 ) ).toEqual( [] );
	} );
} );
