import { describe, expect, it } from '@jest/globals';
import { languages } from '@rappel/contract';
import { sayPresence } from './say-presence.js';

/** Wednesday, 9:30 in Paris. */
const now = new Date( '2026-11-25T08:30:00.000Z' );
const ears = { timeZone: 'Europe/Paris', language: 'fr', now } as const;
const plain = ( text: string ) => text.replaceAll( /\s/g, ' ' );
const say = (
	presence: { status: 'online' | 'away' | 'offline'; until: string | null },
	more: object = {},
	as: object = {}
) =>
	plain(
		sayPresence(
			{ presence, isInHours: true, opensAt: null, ...more },
			{ ...ears, ...as }
		)
	);

describe( 'sayPresence', () => {
	it( 'says until when', () => {
		const until = '2026-11-25T11:00:00.000Z';

		expect( say( { status: 'online', until } ) ).toBe(
			'Votre statut est : en ligne, jusqu’à 12 h.'
		);
		expect( say( { status: 'away', until }, {}, { language: 'en' } ) ).toBe(
			'You are away until 12:00 pm.'
		);
		expect(
			say(
				{ status: 'online', until: '2026-11-25T12:00:00.000Z' },
				{},
				{ language: 'es' }
			)
		).toBe( 'Está usted en línea hasta las 13:00.' );
	} );

	it( 'says the day where it is not today', () => {
		expect(
			say(
				{ status: 'online', until: '2026-11-26T11:00:00.000Z' },
				{ isInHours: false, opensAt: '2026-11-26T08:00:00.000Z' }
			)
		).toBe(
			'Votre statut est : en ligne, jusqu’au jeudi 26 novembre à 12 h. Attention, vous êtes en dehors des heures d’ouverture : la prochaine plage commence demain à 9 h.'
		);
	} );

	it( 'says no time where none ends it, and nothing of hours to who is not online', () => {
		expect( say( { status: 'online', until: null } ) ).toBe(
			'Votre statut est : en ligne.'
		);
		expect(
			say( { status: 'offline', until: null }, { isInHours: false } )
		).toBe( 'Votre statut est : hors ligne.' );
		expect(
			say( { status: 'online', until: null }, { isInHours: false } )
		).toContain( 'en dehors des heures d’ouverture.' );
	} );

	it( 'has something to say in every language', () => {
		for ( const language of languages ) {
			const said = say(
				{ status: 'online', until: '2026-11-25T11:00:00.000Z' },
				{},
				{ language }
			);
			expect( said ).toMatch( /12/ );
			expect( said ).not.toContain( '{' );
		}
	} );
} );
