import { describe, expect, it } from '@jest/globals';
import { languages, type Language } from '@rappel/contract';
import { placeName } from './say-place.js';
import {
	atTime,
	clocksDiffer,
	sayCompanyTime,
	sayDate,
	sayTime,
	sayTimeByBothClocks,
	sayTimeOfDay,
} from './say-time.js';

const now = new Date( '2026-11-24T08:00:00Z' );
const paris = 'Europe/Paris';
/** 14:00 in Paris, 13:00 in London, 8:00 in Toronto. */
const afternoon = new Date( '2026-12-01T13:00:00Z' );
const plain = ( said: string ) => said.replaceAll( '\u00a0', ' ' );
const say = (
	at: Date,
	language: Language,
	visitorZone: string | null,
	siteZone = paris
) => plain( sayTime( at, { siteZone, visitorZone, language, now } ) );

describe( 'sayTime', () => {
	it.each( [
		[ 'en', 'Tuesday, December 1 at 2:00 pm' ],
		[ 'fr', 'mardi 1er décembre à 14 h' ],
		[ 'es', 'martes 1 de diciembre a las 14:00' ],
		[ 'de', 'Dienstag, 1. Dezember um 14 Uhr' ],
		[ 'it', 'martedì 1 dicembre alle 14:00' ],
	] as const )( 'in %s, by one clock: %s [N04]', ( language, said ) => {
		for ( const same of [ paris, null, 'Europe/Brussels', '+01:00' ] ) {
			expect( say( afternoon, language, same ) ).toBe( said );
		}
	} );

	it.each( [
		[
			'en',
			'Tuesday, December 1 at 2:00 pm Paris time (1:00 pm where you are)',
		],
		[ 'fr', 'mardi 1er décembre à 14 h, heure de Paris (13 h chez vous)' ],
		[
			'es',
			'martes 1 de diciembre a las 14:00, hora de París (13:00 donde está usted)',
		],
		[
			'de',
			'Dienstag, 1. Dezember um 14 Uhr Ortszeit Paris (bei Ihnen 13 Uhr)',
		],
		[
			'it',
			'martedì 1 dicembre alle 14:00, ora di Parigi (13:00 dove si trova lei)',
		],
	] as const )( 'in %s, by both clocks: %s [N04]', ( language, said ) => {
		expect( say( afternoon, language, 'Europe/London' ) ).toBe( said );
	} );

	it( 'says the visitor’s day where it is another one', () => {
		expect(
			say(
				new Date( '2026-11-30T20:00:00Z' ),
				'fr',
				paris,
				'Pacific/Auckland'
			)
		).toBe(
			'mardi 1er décembre à 9 h, heure d’Auckland (lundi 30 novembre à 21 h chez vous)'
		);
	} );

	it( 'goes by the clocks of that very day', () => {
		// New York changes its clock a week after Paris.
		const visitor = 'America/New_York';

		expect( say( new Date( '2026-10-24T12:00:00Z' ), 'en', visitor ) ).toBe(
			'Saturday, October 24 at 2:00 pm Paris time (8:00 am where you are)'
		);
		expect( say( new Date( '2026-10-26T13:00:00Z' ), 'en', visitor ) ).toBe(
			'Monday, October 26 at 2:00 pm Paris time (9:00 am where you are)'
		);
		// London and Lisbon have one clock; Casablanca's is theirs during Ramadan only.
		expect(
			clocksDiffer(
				new Date( '2026-03-01T12:00:00Z' ),
				'Europe/London',
				'Africa/Casablanca'
			)
		).toBe( false );
		expect(
			clocksDiffer( afternoon, 'Europe/London', 'Africa/Casablanca' )
		).toBe( true );
	} );

	it( 'calls a company without a place the company', () => {
		expect( say( afternoon, 'fr', paris, '+03:30' ) ).toBe(
			'mardi 1er décembre à 16 h 30, heure de l’entreprise (14 h chez vous)'
		);
		expect( say( afternoon, 'en', paris, 'UTC' ) ).toBe(
			'Tuesday, December 1 at 1:00 pm company time (2:00 pm where you are)'
		);
		expect( say( afternoon, 'de', paris, 'Etc/GMT+5' ) ).toContain(
			'8 Uhr Ortszeit des Unternehmens'
		);
	} );

	it( 'says one clock where the visitor’s is not known', () => {
		expect( say( afternoon, 'fr', 'Mars/Olympus_Mons' ) ).toBe(
			'mardi 1er décembre à 14 h'
		);
	} );

	it( 'says the year of a date that is far ahead', () => {
		const far = new Date( '2027-11-23T13:00:00Z' );

		expect( say( far, 'en', null ) ).toBe(
			'Tuesday, November 23, 2027 at 2:00 pm'
		);
		expect( say( far, 'fr', null ) ).toBe(
			'mardi 23 novembre 2027 à 14 h'
		);
		expect( say( far, 'es', null ) ).toBe(
			'martes 23 de noviembre de 2027 a las 14:00'
		);
		expect( say( new Date( '2027-01-04T13:00:00Z' ), 'fr', null ) ).toBe(
			'lundi 4 janvier à 14 h'
		);
	} );
} );

describe( 'times of day', () => {
	it.each( [
		[ 'en', '12:00 am', '1:05 am', '12:30 pm' ],
		[ 'fr', '0 h', '1 h 05', '12 h 30' ],
		[ 'es', '0:00', '1:05', '12:30' ],
		[ 'de', '0 Uhr', '1:05 Uhr', '12:30 Uhr' ],
		[ 'it', '0:00', '1:05', '12:30' ],
	] as const )( 'in %s: %s, %s, %s', ( language, ...said ) => {
		expect(
			[ '00:00', '01:05', '12:30' ].map( ( time ) =>
				plain(
					sayTimeOfDay( new Date( `2026-12-01T${ time }:00Z` ), {
						timeZone: 'UTC',
						language,
					} )
				)
			)
		).toEqual( said );
	} );

	it( 'have the article of one o’clock', () => {
		const one = new Date( '2026-12-01T00:00:00Z' );

		expect( atTime( one, { timeZone: paris, language: 'es' } ) ).toBe(
			'a la 1:00'
		);
		expect( atTime( one, { timeZone: paris, language: 'it' } ) ).toBe(
			'all’1:00'
		);
	} );

	it.each( [
		[ 'Africa/Cairo', 'fr', '15 h, heure du Caire' ],
		[ 'Atlantic/Azores', 'fr', '12 h, heure des Açores' ],
		[ 'America/Havana', 'fr', '8 h, heure de La Havane' ],
		[ 'Africa/Cairo', 'it', '15:00, ora del Cairo' ],
		[ 'Asia/Kolkata', 'en', '6:30 pm Kolkata time' ],
		[ 'Asia/Calcutta', 'fr', '18 h 30, heure de Calcutta' ],
		[
			'America/Argentina/Buenos_Aires',
			'de',
			'10 Uhr Ortszeit Buenos Aires',
		],
		[ 'US/Eastern', 'es', '8:00, hora de Nueva York' ],
	] as const )( 'of %s in %s: %s', ( siteZone, language, said ) => {
		expect(
			plain( sayCompanyTime( afternoon, { siteZone, language } ) )
		).toBe( said );
	} );

	it( 'have a place that is no offset and no abbreviation, for any zone', () => {
		for ( const zone of Intl.supportedValuesOf( 'timeZone' ) ) {
			for ( const language of languages ) {
				expect( placeName( zone, language ) ).not.toMatch(
					/^$|UTC|GMT|[+_/]|\b[A-Z]{3,4}\b/
				);
			}
		}
	} );
} );

it( 'dates and times stand alone for a template', () => {
	expect(
		plain( sayDate( afternoon, { timeZone: paris, language: 'fr' } ) )
	).toBe( 'mardi 1er décembre' );
	expect(
		plain(
			sayTimeByBothClocks( afternoon, {
				siteZone: paris,
				visitorZone: 'America/Toronto',
				language: 'fr',
			} )
		)
	).toBe( '14 h, heure de Paris (8 h chez vous)' );
} );
