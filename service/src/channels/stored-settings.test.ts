import { describe, expect, it } from '@jest/globals';
import { channelSettingsSchema } from '@rappel/contract';
import { rememberSettings } from './stored-settings.js';

describe( 'rememberSettings', () => {
	/** As the first version wrote it. */
	const old = JSON.stringify( {
		name: 'Accueil',
		calls: { destinationNumber: '+33123456789', companyRingSeconds: 40 },
	} );

	it( 'gives what an older version stored today’s defaults', () => {
		expect( rememberSettings()( 'a', old ) ).toEqual(
			channelSettingsSchema.parse( JSON.parse( old ) )
		);
		expect( rememberSettings()( 'a', old ) ).toMatchObject( {
			team: [],
			calls: {
				destinationNumber: '+33123456789',
				companyRingSeconds: 40,
				routing: 'destination',
				dialOrder: 'company_first',
			},
			queue: { limit: 10 },
		} );
	} );

	it( 'reads each text once, and a changed one again', () => {
		const settingsOf = rememberSettings();
		const first = settingsOf( 'a', old );

		expect( settingsOf( 'a', old ) ).toBe( first );
		expect(
			settingsOf( 'a', old.replace( 'Accueil', 'Ventes' ) ).name
		).toBe( 'Ventes' );
		expect( settingsOf( 'a', old ).name ).toBe( 'Accueil' );
	} );

	it( 'lets nobody change what others read too', () => {
		const settings = rememberSettings()( 'a', old );

		expect( () => {
			settings.calls.wrapUpSeconds = 1;
		} ).toThrow( TypeError );
		expect( () => {
			settings.name = 'Ventes';
		} ).toThrow( TypeError );
	} );
} );
