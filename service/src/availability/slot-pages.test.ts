import { describe, expect, it } from '@jest/globals';
import type { Language } from '@rappel/contract';
import { visitorsZone } from './slot-labels.js';
import { slotPage } from './slot-pages.js';

const now = new Date( '2026-11-30T08:00:00Z' );
const page = ( {
	starts,
	visitor = 'Europe/Paris',
	language = 'fr',
	from,
	days = 7,
}: {
	starts: string[];
	visitor?: string | null;
	language?: Language;
	from?: string;
	days?: number;
} ) =>
	slotPage(
		starts.map( ( start ) => Date.parse( start ) ),
		{
			siteZone: 'Europe/Paris',
			visitorZone: visitorsZone( 'Europe/Paris', visitor ),
			language,
		},
		{ from, days, lengthMinutes: 15, now }
	);
const plain = ( said: string | null ) =>
	said?.replaceAll( /[\u00a0\u202f]/g, ' ' );

describe( 'a page of slots', () => {
	it( 'has each date that has a free slot, said as people do [S09]', () => {
		const { days, ...rest } = page( {
			starts: [
				'2026-12-01T13:00:00Z',
				'2026-12-01T13:30:00Z',
				'2026-12-03T08:00:00Z',
			],
		} );

		expect( rest ).toEqual( {
			timeZone: 'Europe/Paris',
			clocksSentence: null,
			lengthMinutes: 15,
			nextDate: null,
			previousDate: null,
		} );
		expect(
			days.map( ( { date, label, slots } ) => [
				date,
				plain( label ),
				slots.map( ( slot ) => plain( slot.label ) ),
			] )
		).toEqual( [
			[ '2026-12-01', 'mardi 1er décembre', [ '14 h', '14 h 30' ] ],
			[ '2026-12-03', 'jeudi 3 décembre', [ '9 h' ] ],
		] );
		expect( days[ 0 ]?.slots[ 0 ] ).toMatchObject( {
			startsAt: '2026-12-01T13:00:00.000Z',
			companyLabel: null,
		} );
	} );

	it( 'goes by the visitor’s clock, says the company’s beside it, and says so [N04]', () => {
		const { timeZone, clocksSentence, days } = page( {
			starts: [ '2026-12-01T08:00:00Z', '2026-12-01T16:00:00Z' ],
			visitor: 'Pacific/Auckland',
		} );

		expect( timeZone ).toBe( 'Pacific/Auckland' );
		expect( plain( clocksSentence ) ).toBe(
			'Les heures sont celles d’Auckland ; celles de l’entreprise sont indiquées à côté.'
		);
		expect(
			days.map( ( { date, slots } ) => [
				date,
				slots.map( ( slot ) => [
					plain( slot.label ),
					plain( slot.companyLabel ),
				] ),
			] )
		).toEqual( [
			[ '2026-12-01', [ [ '21 h', '9 h, heure de Paris' ] ] ],
			[ '2026-12-02', [ [ '5 h', '17 h, heure de Paris' ] ] ],
		] );
	} );

	it( 'says both clocks only of the days on which they differ [N04]', () => {
		const brussels = page( {
			starts: [ '2026-12-01T08:00:00Z' ],
			visitor: 'Europe/Brussels',
		} );
		// Algiers has Paris’s winter time all year.
		const algiers = page( {
			starts: [ '2026-07-01T08:00:00Z', '2026-12-01T08:00:00Z' ],
			visitor: 'Africa/Algiers',
			language: 'en',
		} );

		expect( brussels.clocksSentence ).toBeNull();
		expect(
			algiers.days.map( ( { slots } ) =>
				plain( slots[ 0 ]?.companyLabel ?? null )
			)
		).toEqual( [ '10:00 am Paris time', undefined ] );
		expect( algiers.clocksSentence ).not.toBeNull();
	} );

	it( 'takes the site’s clock for one that it does not know', () => {
		for ( const visitor of [ null, '', 'Mars/Olympus_Mons' ] ) {
			expect(
				page( { starts: [ '2026-12-01T08:00:00Z' ], visitor } ).timeZone
			).toBe( 'Europe/Paris' );
		}
		expect(
			page( { starts: [ '2026-12-01T08:00:00Z' ], visitor: '-03:30' } )
				.timeZone
		).toBe( '-03:30' );
	} );

	it( 'is turned by date, both ways', () => {
		const starts = [ 1, 2, 5, 6, 9 ].map(
			( day ) => `2026-12-0${ day }T08:00:00Z`
		);
		const turned = ( from?: string ) => {
			const { days, nextDate, previousDate } = page( {
				starts,
				days: 2,
				...( from && { from } ),
			} );
			return [
				previousDate?.slice( -1 ) ?? null,
				days.map( ( { date } ) => Number( date.slice( -1 ) ) ),
				nextDate?.slice( -1 ) ?? null,
			];
		};

		expect( turned() ).toEqual( [ null, [ 1, 2 ], '5' ] );
		expect( turned( '2026-12-05' ) ).toEqual( [ '1', [ 5, 6 ], '9' ] );
		expect( turned( '2026-12-09' ) ).toEqual( [ '5', [ 9 ], null ] );
		expect( turned( '2026-12-02' ) ).toEqual( [ '1', [ 2, 5 ], '6' ] );
		// A date without a slot: from the next one on that has some.
		expect( turned( '2026-12-03' ) ).toEqual( [ '1', [ 5, 6 ], '9' ] );
		expect( turned( '2027-01-01' ) ).toEqual( [ '6', [], null ] );
	} );

	it( 'is empty when no slot is left', () => {
		expect( page( { starts: [] } ) ).toMatchObject( {
			days: [],
			nextDate: null,
			previousDate: null,
			clocksSentence: null,
		} );
	} );
} );
