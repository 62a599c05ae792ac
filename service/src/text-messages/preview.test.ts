import { describe, expect, it } from '@jest/globals';
import {
	previewTextMessageSchema,
	textMessagePreviewSchema,
} from '@rappel/contract';
import { someChannel } from '../channels/testing/some-channel.js';
import { someSite } from '../sites/testing/some-site.js';
import { previewTextMessage } from './preview.js';

const site = someSite( { timeZone: 'America/Toronto' } );
const channel = someChannel(
	{ fallback: { bookingUrl: 'https://boulangerie.example/rdv' } },
	{ siteId: site.id }
);
const preview = async ( wanted: Record< string, unknown > ) =>
	textMessagePreviewSchema.parse(
		await previewTextMessage(
			{
				channels: {
					find: async ( _siteId, id ) =>
						id === channel.id ? channel : null,
				},
				clock: { now: () => new Date( '2026-11-28T23:30:00.000Z' ) },
			},
			site,
			previewTextMessageSchema.parse( {
				kind: 'confirmation',
				text: null,
				language: 'fr',
				...wanted,
			} )
		)
	);

describe( 'previewTextMessage', () => {
	it( 'shows the text as it is sent, and what it is billed as', async () => {
		expect( await preview( {} ) ).toEqual( {
			text: "Boulangerie Martin : nous vous appelons mardi 1er décembre à 14 h. Répondez 2 pour annuler. Pour changer d'horaire : https://boulangerie.example/?rappel_booking=Zq3vT8kXb1LrYw5mJc0NfA",
			defaultText:
				'{company}\u202f: nous vous appelons {datetime}. Répondez 2 pour annuler. Pour changer d’horaire\u202f: {link}',
			segments: 2,
			characters: 183,
			encoding: 'gsm7',
			costlyCharacters: [],
			unknownPlaces: [],
		} );
	} );

	it( 'tells what makes it dear, and which places it does not know', async () => {
		expect(
			await preview( { text: '{name}, {heure} : ça ira ? Bientôt. 🎉' } )
		).toMatchObject( {
			text: 'Camille Martin, {heure} : ça ira ? Bientôt. 🎉',
			segments: 1,
			characters: 46,
			encoding: 'ucs2',
			costlyCharacters: [ 'ç', 'ô', '🎉' ],
			unknownPlaces: [ '{heure}' ],
		} );
	} );

	it( 'offers no answer under a name, and the channel’s own address to book anew', async () => {
		expect( ( await preview( { sender: 'BOULANGERIE' } ) ).text ).toContain(
			'Pour changer ou annuler : https://'
		);
		expect(
			(
				await preview( {
					kind: 'not_reached',
					channelId: channel.id,
					language: 'en',
				} )
			).text
		).toBe(
			'Boulangerie Martin: we tried to call you and could not reach you. Choose another time: https://boulangerie.example/rdv'
		);
	} );
} );
