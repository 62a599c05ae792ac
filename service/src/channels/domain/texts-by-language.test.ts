import { describe, expect, it } from '@jest/globals';
import { channelSettingsSchema } from '@rappel/contract';
import { textsByLanguage, textsOfOneLanguage } from './texts-by-language.js';

const before = {
	name: 'Desk',
	language: 'en',
	form: { introduction: 'Hello', phoneLabel: null, askName: true },
	bookingTexts: { unavailable: 'Closed. Back {opening}.' },
	textMessages: {
		sender: 'Desk',
		reminder: { enabled: false, text: 'Soon', leadMinutes: 30 },
	},
	calls: { waitingMessage: 'Hold on', destinationNumber: null },
};

const now = {
	name: 'Desk',
	language: 'en',
	form: { introduction: { en: 'Hello' }, phoneLabel: {}, askName: true },
	bookingTexts: { unavailable: { en: 'Closed. Back {opening}.' } },
	textMessages: {
		sender: 'Desk',
		reminder: { enabled: false, text: { en: 'Soon' }, leadMinutes: 30 },
	},
	calls: { waitingMessage: { en: 'Hold on' }, destinationNumber: null },
};

describe( 'textsByLanguage', () => {
	it( 'makes a text for everybody the one of the channel’s language [N21]', () => {
		expect( textsByLanguage( before ) ).toEqual( now );
		expect(
			channelSettingsSchema.safeParse( textsByLanguage( before ) ).success
		).toBe( true );
	} );

	it( 'takes French where no language was stored, as the default was', () => {
		expect( textsByLanguage( { form: { consent: 'D’accord' } } ) ).toEqual(
			{ form: { consent: { fr: 'D’accord' } } }
		);
	} );

	it( 'leaves texts by language as they are', () => {
		const settings = channelSettingsSchema.parse( {
			name: 'Accueil',
			form: { introduction: { fr: 'Bonjour', en: 'Hello' } },
		} );
		expect( textsByLanguage( settings ) ).toEqual( settings );
		expect( textsByLanguage( now ) ).toEqual( now );
	} );

	it( 'has a way back', () => {
		expect( textsOfOneLanguage( now ) ).toEqual( before );
		expect( textsOfOneLanguage( before ) ).toEqual( before );
	} );
} );
