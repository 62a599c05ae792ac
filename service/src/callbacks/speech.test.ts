import { describe, expect, it } from '@jest/globals';
import { channelSettingsSchema } from '@rappel/contract';
import { text } from '../messages/texts.js';
import { speechOf } from './speech.js';

describe( 'speechOf', () => {
	const settings = channelSettingsSchema.parse( {
		name: 'Accueil',
		language: 'fr',
		calls: {
			voice: 'man',
			waitingMessage: { fr: 'Ne quittez pas.' },
			spokenTexts: { en: { waiting_client: 'Stay with us.' } },
		},
	} );

	it( 'says the owner’s words of the language, in the voice of the channel [S05] [N21]', () => {
		expect( speechOf( settings, 'fr' )( 'waiting_client' ) ).toEqual( {
			text: 'Ne quittez pas.',
			language: 'fr',
			voice: 'man',
		} );
		expect( speechOf( settings, 'en' )( 'waiting_client' ) ).toMatchObject(
			{ text: 'Stay with us.', language: 'en' }
		);
	} );

	it( 'says ours where the owner wrote in other languages only [N21]', () => {
		expect( speechOf( settings, 'en' )( 'waiting_company' ).text ).toBe(
			text( 'spoken.waiting_company', 'en' )
		);
		expect( speechOf( settings, 'de' )( 'waiting_client' ).text ).toBe(
			text( 'spoken.waiting_client', 'de' )
		);
	} );

	it( 'keeps the waiting message to those who wait', () => {
		expect( speechOf( settings, 'fr' )( 'client_busy' ).text ).toBe(
			text( 'spoken.client_busy', 'fr' )
		);
	} );
} );
