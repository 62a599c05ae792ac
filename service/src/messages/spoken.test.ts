import { describe, expect, it } from '@jest/globals';
import { languages, spokenTextKeys } from '@rappel/contract';
import { spokenText, typedText, waitedText } from './spoken.js';

describe( 'spokenText', () => {
	const known = {
		channel: 'Accueil',
		page: 'Nos gâteaux',
		waited: waitedText( 125, 'fr' ),
		name: 'Jeanne Petit',
	};

	it( 'whispers what is known [R01]', () => {
		expect( spokenText( 'whisper', 'fr', { values: known } ) ).toBe(
			'Demande de rappel, Accueil. Depuis la page\u202f: Nos gâteaux. En attente depuis 2 minutes. Nom\u202f: Jeanne Petit.'
		);
	} );

	it( 'leaves a sentence out whose value is not known [R01]', () => {
		expect(
			spokenText( 'whisper', 'en', {
				values: { channel: 'Welcome', page: null, name: '' },
			} )
		).toBe( 'Callback request from Welcome.' );
	} );

	it( 'tells the agent what the visitor noted [N23] [R01]', () => {
		const note = typedText( 'J’utilise un relais.\nParlez lentement. ' );

		expect(
			spokenText( 'whisper', 'fr', {
				values: { channel: 'Accueil', name: null, note },
			} )
		).toBe(
			'Demande de rappel, Accueil. Message\u202f: J’utilise un relais. Parlez lentement.'
		);
	} );

	it( 'says the owner’s own words, and ours when nothing is left of them', () => {
		const own = 'Tapez 1, {name} attend.';

		expect( spokenText( 'confirm', 'fr', { own, values: known } ) ).toBe(
			'Tapez 1, Jeanne Petit attend.'
		);
		expect( spokenText( 'confirm', 'fr', { own } ) ).toBe(
			'Appuyez sur 1 pour prendre l’appel.'
		);
	} );

	it( 'reads a value as it is, whatever it looks like', () => {
		expect(
			spokenText( 'whisper', 'en', {
				values: { channel: '$& {name}. Hello' },
			} )
		).toBe( 'Callback request from $& {name}. Hello.' );
	} );

	it( 'has something to say in every language, with nothing known but the channel', () => {
		for ( const language of languages ) {
			for ( const key of spokenTextKeys ) {
				const said = spokenText( key, language, {
					values: { channel: 'Accueil' },
				} );
				expect( said ).toMatch( /[.?!]$/ );
				expect( said ).not.toMatch( /[{}]/ );
			}
		}
	} );
} );

describe( 'typedText', () => {
	it.each( [ '', ' \n ', '...', '\u0000' ] )(
		'has nothing to read aloud in %j',
		( typed ) => {
			expect( typedText( typed ) ).toBe( '' );
		}
	);
} );

describe( 'waitedText', () => {
	it.each( [
		[ 1, 'en', '1 second' ],
		[ 40, 'fr', '40 secondes' ],
		[ 60, 'es', '1 minuto' ],
		[ 185, 'de', '3 Minuten' ],
		[ 600, 'it', '10 minuti' ],
	] as const )( 'reads %i s in %s as %s', ( seconds, language, said ) => {
		expect( waitedText( seconds, language ).replaceAll( /\s/g, ' ' ) ).toBe(
			said
		);
	} );
} );
