import { describe, expect, it } from '@jest/globals';
import { addMonths, monthOf, today, weekdayOf } from './calendar';
import { kindOf, openedHoliday, withException } from './hours-exceptions';
import { newDraft } from './new-draft';
import { clockIn, isBareOffset, offsetAt, zonesLike } from './time-zone';

const hours = newDraft( 'en' ).openingHours;

describe( 'a month', () => {
	it( 'begins on its weekday, by the habit of the country', () => {
		const december = monthOf( '2026-12-25', 1 );
		expect( december[ 0 ] ).toEqual( [
			null,
			'2026-12-01',
			'2026-12-02',
			'2026-12-03',
			'2026-12-04',
			'2026-12-05',
			'2026-12-06',
		] );
		expect( december.flat().filter( Boolean ) ).toHaveLength( 31 );
		expect( monthOf( '2026-12-25', 7 )[ 0 ]?.[ 2 ] ).toBe( '2026-12-01' );
		expect( weekdayOf( '2026-12-06' ) ).toBe( 7 );
	} );

	it( 'ends where the other month ends', () => {
		expect( addMonths( '2027-01-31', 1 ) ).toBe( '2027-02-28' );
		expect( addMonths( '2027-01-31', -2 ) ).toBe( '2026-11-30' );
	} );

	it( 'knows the date of the site and not of the browser', () => {
		const now = new Date( '2026-11-30T23:30:00Z' );
		expect( today( now, { locale: 'en', timeZone: 'Europe/Paris' } ) ).toBe(
			'2026-12-01'
		);
		expect( today( now, { locale: 'en', timeZone: 'UTC' } ) ).toBe(
			'2026-11-30'
		);
	} );
} );

describe( 'a date that is not like the week [N05]', () => {
	const christmas = { date: '2026-12-25', name: 'Christmas' };

	it( 'is paused before anything else, then its own, then a holiday', () => {
		expect( kindOf( hours, '2026-12-25', [] ) ).toBe( 'week' );
		expect( kindOf( hours, '2026-12-25', [ christmas ] ) ).toBe(
			'holiday'
		);
		const opened = {
			...hours,
			exceptions: [ openedHoliday( hours, christmas ) ],
		};
		expect( kindOf( opened, '2026-12-25', [ christmas ] ) ).toBe( 'own' );
		const paused = {
			...opened,
			pauses: [
				{
					from: '2026-12-24T12:00',
					to: '2026-12-26T00:00',
					note: null,
				},
			],
		};
		expect( kindOf( paused, '2026-12-25', [ christmas ] ) ).toBe(
			'paused'
		);
		expect( kindOf( paused, '2026-12-24', [] ) ).toBe( 'week' );
	} );

	it( 'opens a holiday with the hours of its weekday, or ordinary ones', () => {
		expect( openedHoliday( hours, christmas ).ranges ).toEqual( [
			{ from: '09:00', to: '12:00' },
			{ from: '14:00', to: '18:00' },
		] );
		expect(
			openedHoliday( { ...hours, always: true }, christmas ).ranges
		).toEqual( [ { from: '00:00', to: '24:00' } ] );
	} );

	it( 'is one for each date, by date', () => {
		const closed = ( date: string ) => ( { date, ranges: [], note: null } );
		expect(
			withException( [ closed( '2026-12-24' ), closed( '2026-12-31' ) ], {
				...closed( '2026-12-24' ),
				note: 'Inventory',
			} ).map( ( { date, note } ) => [ date, note ] )
		).toEqual( [
			[ '2026-12-24', 'Inventory' ],
			[ '2026-12-31', null ],
		] );
	} );
} );

describe( 'the zone of the site', () => {
	const now = new Date( '2026-07-01T12:32:00Z' );

	it( 'tells an offset from a city', () => {
		expect( isBareOffset( '+02:00' ) ).toBe( true );
		expect( isBareOffset( 'UTC' ) ).toBe( true );
		expect( isBareOffset( 'Europe/Paris' ) ).toBe( false );
	} );

	it( 'reads the clock of both', () => {
		expect( clockIn( '+02:00', now, 'fr' ) ).toBe( '14:32' );
		expect( clockIn( '-03:30', now, 'fr' ) ).toBe( '09:02' );
		expect( clockIn( 'Europe/Paris', now, 'fr' ) ).toBe( '14:32' );
		expect( offsetAt( 'Asia/Kolkata', now ) ).toBe( 330 );
	} );

	it( 'proposes cities whose clock says the same now, the reader’s own first', () => {
		const proposed = zonesLike( '+02:00', now, 'Europe/Zurich' );
		expect( proposed[ 0 ] ).toBe( 'Europe/Zurich' );
		expect( proposed ).toContain( 'Europe/Paris' );
		expect( zonesLike( '+02:00', now, 'Asia/Tokyo' ) ).not.toContain(
			'Asia/Tokyo'
		);
	} );
} );
