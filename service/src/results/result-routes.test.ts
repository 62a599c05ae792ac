import { beforeEach, expect, it } from '@jest/globals';
import { resultsSchema } from '@rappel/contract';
import { createAgentStore } from '../agents/agent-store.js';
import { createChannelStore } from '../channels/channel-store.js';
import { edgeApp } from '../http/testing/edge-app.js';
import { signedAgent, type SignedAgent } from '../http/testing/signed-agent.js';
import { createLogger } from '../logging.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { createSiteStore } from '../sites/site-store.js';
import { someSite } from '../sites/testing/some-site.js';
import { someRequest, someTry } from './domain/testing/any-request.js';
import { createResultRoutes } from './result-routes.js';
import { createResults } from './results.js';
import { requestInserter } from './testing/insert-requests.js';

onEachDatabase( 'the route of results', ( open ) => {
	let agent: SignedAgent;

	beforeEach( async () => {
		const database = open();
		const edge = edgeApp( database, {
			siteRouters: [
				createResultRoutes(
					createResults( {
						database,
						sites: createSiteStore( database ),
						channels: createChannelStore( database ),
						agentNames: createAgentStore( database ).names,
						logger: createLogger( 'silent' ),
					} )
				),
			],
		} );
		const site = someSite();
		await edge.pairing.sites.create( site );
		const insert = requestInserter( database );
		await insert( site.id, someRequest( { tries: [ someTry() ] } ) );
		await insert(
			someSite( { id: '0192bbbb-0000-7000-8000-000000000001' } ).id,
			someRequest()
		);
		agent = signedAgent( edge.app, site, { clock: edge.clock } );
	} );

	it( 'answers the figures of its site alone, a day that has none too [R15]', async () => {
		const { body } = await agent
			.get( '/v1/results?from=2026-11-23&to=2026-11-24&groupBy=page' )
			.expect( 200 );
		expect( resultsSchema.parse( body ) ).toMatchObject( {
			total: { requests: 1, joined: 1, medianSecondsToRing: 4.1 },
			before: { requests: 0, medianSecondsToRing: null },
			days: [
				{ date: '2026-11-23', figures: { requests: 0 } },
				{ date: '2026-11-24', figures: { requests: 1 } },
			],
			groups: [ { key: '/contact', name: '/contact' } ],
		} );
	} );

	it.each( [
		'from=2026-11-23',
		'from=2026-11-24&to=2026-11-23',
		'from=2026-11-23&to=2026-11-24&groupBy=number',
		'from=2026-11-23&to=2026-11-24&channelId=1%20OR%201',
	] )( 'refuses %s', async ( query ) => {
		await agent.get( `/v1/results?${ query }` ).expect( 400 );
	} );
} );
