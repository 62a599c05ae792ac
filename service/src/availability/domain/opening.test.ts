import { describe, expect, it } from '@jest/globals';
import { someHours } from '../testing/some-hours.js';
import type { Hours } from './hours.js';
import { openingAt } from './opening.js';

const at = ( iso: string ) => new Date( iso );
type Range = [ day: number, from: string, to: string ];
const weekly = ( ranges: readonly Range[] ) =>
	ranges.map( ( [ day, from, to ] ) => ( { day, from, to } ) );
const hours = ( ...ranges: Range[] ): Hours =>
	someHours( { weekly: weekly( ranges ) } );
const hoursIn = ( zone: string, ...ranges: Range[] ): Hours =>
	someHours( { weekly: weekly( ranges ) }, zone );

describe( 'openingAt', () => {
	it( 'never changes when it is always open', () => {
		expect(
			openingAt(
				someHours( { always: true } ),
				at( '2026-11-25T03:00:00Z' )
			)
		).toEqual( {
			open: true,
			changesAt: null,
			nextOpeningAt: null,
		} );
	} );

	it( 'is closed for ever without any range', () => {
		expect( openingAt( hours(), at( '2026-11-25T03:00:00Z' ) ) ).toEqual( {
			open: false,
			changesAt: null,
			nextOpeningAt: null,
		} );
	} );

	it( 'opens at the start of a range in the site’s zone, to the millisecond [S08]', () => {
		const office = hours(
			[ 3, '09:00', '12:00' ],
			[ 3, '14:00', '18:00' ]
		);

		expect( openingAt( office, at( '2026-11-25T07:59:59.999Z' ) ) ).toEqual(
			{
				open: false,
				changesAt: at( '2026-11-25T08:00:00Z' ),
				nextOpeningAt: at( '2026-11-25T08:00:00Z' ),
			}
		);
		expect( openingAt( office, at( '2026-11-25T08:00:00Z' ) ) ).toEqual( {
			open: true,
			changesAt: at( '2026-11-25T11:00:00Z' ),
			nextOpeningAt: null,
		} );
	} );

	it( 'finds the opening of next week once the last range is over', () => {
		expect(
			openingAt(
				hours( [ 3, '09:00', '10:00' ] ),
				at( '2026-11-25T09:00:00Z' )
			).nextOpeningAt
		).toEqual( at( '2026-12-02T08:00:00Z' ) );
	} );

	it( 'goes past midnight, from Sunday into Monday', () => {
		const night = hoursIn( 'UTC', [ 7, '22:00', '02:00' ] );

		expect( openingAt( night, at( '2026-11-30T01:59:00Z' ) ).open ).toBe(
			true
		);
		expect(
			openingAt( night, at( '2026-11-29T22:30:00Z' ) ).changesAt
		).toEqual( at( '2026-11-30T02:00:00Z' ) );
		expect( openingAt( night, at( '2026-11-30T02:00:00Z' ) ).open ).toBe(
			false
		);
	} );

	it( 'joins a range that ends at 24:00 with one that starts at 00:00', () => {
		const joined = hoursIn(
			'UTC',
			[ 1, '18:00', '24:00' ],
			[ 2, '00:00', '06:00' ]
		);

		expect(
			openingAt( joined, at( '2026-11-23T20:00:00Z' ) ).changesAt
		).toEqual( at( '2026-11-24T06:00:00Z' ) );
	} );

	it( 'joins ranges that overlap', () => {
		const overlapping = hoursIn(
			'UTC',
			[ 1, '09:00', '12:00' ],
			[ 1, '11:00', '13:00' ]
		);

		expect(
			openingAt( overlapping, at( '2026-11-23T10:00:00Z' ) ).changesAt
		).toEqual( at( '2026-11-23T13:00:00Z' ) );
	} );

	it( 'never closes when the ranges fill the week', () => {
		const full = hours(
			...[ 1, 2, 3, 4, 5, 6, 7 ].map( ( day ): Range => [
				day,
				'08:00',
				'08:00',
			] )
		);

		expect( openingAt( full, at( '2026-11-25T03:00:00Z' ) ) ).toEqual( {
			open: true,
			changesAt: null,
			nextOpeningAt: null,
		} );
	} );

	it( 'understands an offset as WordPress holds it', () => {
		expect(
			openingAt(
				hoursIn( '+05:45', [ 3, '09:00', '10:00' ] ),
				at( '2026-11-25T03:15:00Z' )
			).open
		).toBe( true );
		expect(
			openingAt(
				hoursIn( '-03:30', [ 3, '09:00', '10:00' ] ),
				at( '2026-11-25T12:29:00Z' )
			).open
		).toBe( false );
	} );

	it( 'begins with the clock change when the change skips the start', () => {
		// Paris goes from 02:00 to 03:00 on Sunday 2026-03-29 at 01:00 UTC.
		const early = hours( [ 7, '02:30', '05:00' ] );

		expect(
			openingAt( early, at( '2026-03-29T00:30:00Z' ) ).changesAt
		).toEqual( at( '2026-03-29T01:00:00Z' ) );
	} );

	it( 'is open as long after the change when the change swallows the whole range', () => {
		const gone = hours( [ 7, '02:10', '02:50' ] );

		expect(
			openingAt( gone, at( '2026-03-28T12:00:00Z' ) ).changesAt
		).toEqual( at( '2026-03-29T01:00:00Z' ) );
		expect( openingAt( gone, at( '2026-03-29T01:00:00Z' ) ) ).toMatchObject(
			{
				open: true,
				changesAt: at( '2026-03-29T01:50:00Z' ),
			}
		);
	} );

	it( 'is open once, from the first to the last, in an hour that comes twice', () => {
		// Paris goes back from 03:00 to 02:00 on Sunday 2026-10-25 at 01:00 UTC.
		const twice = hours( [ 7, '02:00', '02:30' ] );

		expect(
			openingAt( twice, at( '2026-10-24T23:59:00Z' ) ).changesAt
		).toEqual( at( '2026-10-25T00:00:00Z' ) );
		expect(
			openingAt( twice, at( '2026-10-25T00:45:00Z' ) )
		).toMatchObject( {
			open: true,
			changesAt: at( '2026-10-25T01:30:00Z' ),
		} );
	} );

	it( 'says after a long closing when it opens, up to a year ahead [N05]', () => {
		const office = weekly( [ [ 3, '09:00', '12:00' ] ] );
		const closedUntil = ( to: string ) =>
			openingAt(
				someHours( {
					weekly: office,
					pauses: [ { from: '2026-11-01T00:00', to, note: null } ],
				} ),
				at( '2026-11-25T09:00:00Z' )
			);

		expect( closedUntil( '2026-12-24T00:00' ).nextOpeningAt ).toEqual(
			at( '2026-12-30T08:00:00Z' )
		);
		expect( closedUntil( '2027-10-06T10:00' ).nextOpeningAt ).toEqual(
			at( '2027-10-06T08:00:00Z' )
		);
		expect( closedUntil( '2028-01-01T00:00' ) ).toEqual( {
			open: false,
			changesAt: null,
			nextOpeningAt: null,
		} );
	} );

	it( 'closes on a holiday what is else always open [N05]', () => {
		const always = someHours( { always: true }, 'Europe/Paris', [
			'2026-12-25',
		] );

		expect(
			openingAt( always, at( '2026-11-25T09:00:00Z' ) ).changesAt
		).toEqual( at( '2026-12-24T23:00:00Z' ) );
		expect( openingAt( always, at( '2026-12-25T12:00:00Z' ) ) ).toEqual( {
			open: false,
			changesAt: at( '2026-12-25T23:00:00Z' ),
			nextOpeningAt: at( '2026-12-25T23:00:00Z' ),
		} );
	} );

	it( 'answers anew when another set of holidays holds', () => {
		const always = someHours( { always: true } );
		const christmas = at( '2026-12-25T12:00:00Z' );

		expect( openingAt( always, christmas ).open ).toBe( true );
		expect(
			openingAt(
				{ ...always, holidays: new Set( [ '2026-12-25' ] ) },
				christmas
			).open
		).toBe( false );
	} );
} );
