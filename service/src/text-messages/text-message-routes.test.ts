import { beforeEach, expect, it } from '@jest/globals';
import { textMessagePreviewSchema } from '@rappel/contract';
import { edgeApp, type EdgeApp } from '../http/testing/edge-app.js';
import { signedAgent, type SignedAgent } from '../http/testing/signed-agent.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { someSite } from '../sites/testing/some-site.js';
import { createTextMessageRoutes } from './text-message-routes.js';
import { Texting } from './testing/texting.js';

onEachDatabase( 'text message routes', ( open ) => {
	let edge: EdgeApp;
	let agent: SignedAgent;

	beforeEach( async () => {
		const { messages } = await Texting.start( open() );
		edge = edgeApp( open(), {
			siteRouters: [ createTextMessageRoutes( messages ) ],
		} );
		const site = someSite( { name: 'Fleuriste' } );
		await edge.pairing.sites.create( site );
		agent = signedAgent( edge.app, site, { clock: edge.clock } );
	} );

	it( 'show the editor the message of its site as it is sent [S27]', async () => {
		const { body } = await agent
			.post( '/v1/text-messages/preview', {
				kind: 'reminder',
				text: 'Bientôt : {company}, {heure}',
				language: 'fr',
			} )
			.expect( 200 );

		expect( textMessagePreviewSchema.parse( body ) ).toMatchObject( {
			text: 'Bientôt : Fleuriste, {heure}',
			encoding: 'ucs2',
			costlyCharacters: [ 'ô' ],
			unknownPlaces: [ '{heure}' ],
		} );
	} );

	it( 'refuse what is no message', async () => {
		await agent
			.post( '/v1/text-messages/preview', {
				kind: 'reply',
				text: null,
				language: 'fr',
			} )
			.expect( 400 );
	} );
} );
