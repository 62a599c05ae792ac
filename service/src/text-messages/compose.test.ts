import { describe, expect, it } from '@jest/globals';
import { languages, type Language } from '@rappel/contract';
import { composed, type Saying } from './compose.js';
import type { PlaceValues } from './domain/fill-places.js';
import { measured } from './domain/segments.js';
import { saidTimes } from './said-times.js';

const now = new Date( '2026-11-25T08:00:00.000Z' );
const valuesIn = (
	language: Language,
	at = '2026-12-01T13:00:00.000Z',
	visitorZone: string | null = null
): PlaceValues => ( {
	...saidTimes( new Date( at ), {
		siteZone: 'Europe/Paris',
		visitorZone,
		language,
		now,
	} ),
	name: 'Camille',
	company: 'Boulangerie Martin',
	link: 'https://boulangerie.example?rappel_booking=Zq3vT8kXb1LrYw5mJc0NfA',
} );
const sayings: Saying[] = [
	{ kind: 'booking_link' },
	{ kind: 'confirmation' },
	{ kind: 'reminder' },
	{ kind: 'not_reached' },
	{ kind: 'moved' },
	{ kind: 'cancelled' },
	...(
		[
			'confirmed',
			'cancelled',
			'too_late',
			'choices',
			'nothing_booked',
		] as const
	 ).map( ( reply ) => ( { kind: 'reply' as const, reply } ) ),
];
const confirmation = { kind: 'confirmation' } as const;
const write = (
	language: Language,
	given: {
		own?: string;
		byName?: boolean;
		values?: PlaceValues;
		saying?: Saying;
	} = {}
) =>
	composed(
		given.saying ?? confirmation,
		{ language, own: given.own ?? null, byName: given.byName ?? false },
		given.values ?? valuesIn( language )
	);

describe( 'composed', () => {
	it.each( [
		[
			'fr',
			"Boulangerie Martin : nous vous appelons mardi 1er décembre à 14 h. Répondez 2 pour annuler. Pour changer d'horaire : https://boulangerie.example?rappel_booking=Zq3vT8kXb1LrYw5mJc0NfA",
		],
		[
			'en',
			'Boulangerie Martin: we will call you on Tuesday, December 1 at 2:00 pm. Reply 2 to cancel. To change the time: https://boulangerie.example?rappel_booking=Zq3vT8kXb1LrYw5mJc0NfA',
		],
		[
			'es',
			'Boulangerie Martin: le llamaremos el martes 1 de diciembre a las 14:00. Responda 2 para cancelar. Para cambiar la hora: https://boulangerie.example?rappel_booking=Zq3vT8kXb1LrYw5mJc0NfA',
		],
		[
			'de',
			'Boulangerie Martin: Wir rufen Sie am Dienstag, 1. Dezember um 14 Uhr an. Antworten Sie mit 2 zum Absagen. Anderer Termin: https://boulangerie.example?rappel_booking=Zq3vT8kXb1LrYw5mJc0NfA',
		],
		[
			'it',
			'Boulangerie Martin: la chiameremo martedì 1 dicembre alle 14:00. Risponda 2 per annullare. Per cambiare orario: https://boulangerie.example?rappel_booking=Zq3vT8kXb1LrYw5mJc0NfA',
		],
	] as const )( 'confirms in %s [S27]', ( language, text ) => {
		expect( write( language ) ).toBe( text );
	} );

	it( 'says both clocks where they differ [S27] [N04]', () => {
		expect(
			write( 'fr', {
				values: valuesIn(
					'fr',
					'2026-12-01T13:00:00.000Z',
					'Europe/London'
				),
			} )
		).toContain(
			'mardi 1er décembre à 14 h, heure de Paris (13 h chez vous).'
		);
	} );

	it( 'needs no more than seven bits a letter in any language', () => {
		for ( const language of languages ) {
			for ( const saying of sayings ) {
				for ( const byName of [ false, true ] ) {
					for ( const at of [ '2026-12-01', '2026-08-04' ] ) {
						const text = write( language, {
							saying,
							byName,
							values: valuesIn(
								language,
								`${ at }T12:00:00.000Z`
							),
						} );
						expect( {
							text,
							costly: measured( text ).costlyCharacters,
						} ).toEqual( { text, costly: [] } );
						expect( text ).not.toMatch( /[{}]| {2}/ );
					}
				}
			}
		}
	} );

	it( 'offers a link where nobody can answer [N08]', () => {
		expect( write( 'fr', { byName: true } ) ).toBe(
			'Boulangerie Martin : nous vous appelons mardi 1er décembre à 14 h. Pour changer ou annuler : https://boulangerie.example?rappel_booking=Zq3vT8kXb1LrYw5mJc0NfA'
		);
	} );

	it( 'uses the owner’s words, or its own where nothing is left of them', () => {
		expect(
			write( 'fr', { own: 'Bonjour {name}, à {time} ! L’équipe' } )
		).toBe( "Bonjour Camille, à 14 h ! L'équipe" );
		expect(
			write( 'en', {
				own: ' {name} ',
				values: { ...valuesIn( 'en' ), name: null },
			} )
		).toMatch( /^Boulangerie Martin: we will call you/ );
	} );

	it( 'keeps the typography of what costs as much either way', () => {
		expect( write( 'fr', { own: 'À l’hôtel… {time}' } ) ).toBe(
			'À l’hôtel… 14\u00a0h'
		);
	} );
} );
