import { beforeEach, expect, it } from '@jest/globals';
import { languages, spokenTextKeys } from '@rappel/contract';
import { edgeApp, type EdgeApp } from '../http/testing/edge-app.js';
import { signedAgent } from '../http/testing/signed-agent.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import type { Site } from '../sites/site.js';
import { someSite } from '../sites/testing/some-site.js';
import { createSpokenTextRoutes } from './spoken-text-routes.js';
import { texts } from './texts.js';

onEachDatabase( 'spoken text routes', ( open ) => {
	let edge: EdgeApp;
	let site: Site;

	beforeEach( async () => {
		edge = edgeApp( open(), { siteRouters: [ createSpokenTextRoutes() ] } );
		site = someSite();
		await edge.pairing.sites.create( site );
	} );

	it( 'give the editor every sentence in each language [S23]', async () => {
		for ( const language of languages ) {
			const { body } = await signedAgent( edge.app, site, {
				clock: edge.clock,
			} )
				.get( `/v1/spoken-texts?language=${ language }` )
				.expect( 200 );

			expect( Object.keys( body.texts ) ).toEqual( [
				...spokenTextKeys,
			] );
			expect( body.texts.whisper ).toContain( '{channel}' );
			expect( body.texts.confirm ).toBe(
				texts[ language ][ 'spoken.confirm' ]
			);
		}
	} );
} );
