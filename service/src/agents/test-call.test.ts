import { beforeEach, expect, it } from '@jest/globals';
import { edgeApp, type EdgeApp } from '../http/testing/edge-app.js';
import { signedAgent } from '../http/testing/signed-agent.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import type { Site } from '../sites/site.js';
import { someSite } from '../sites/testing/some-site.js';
import { TelephonyError } from '../telephony/telephony.js';

onEachDatabase( 'a test call', ( open ) => {
	let edge: EdgeApp;
	let site: Site;
	const start = async ( given: Partial< Site > = {} ) => {
		edge = edgeApp( open() );
		site = someSite( given );
		await edge.pairing.sites.create( site );
	};
	const wordpress = () =>
		signedAgent( edge.app, site, { clock: edge.clock } );
	const agent = ( given: object = {} ) =>
		wordpress()
			.put( '/v1/agents/7', {
				name: 'Zoé',
				number: '06 12 34 56 78',
				...given,
			} )
			.expect( 200 );
	const test = ( language = 'fr' ) =>
		wordpress().post( `/v1/agents/7/test-calls?language=${ language }`, {
			language,
		} );

	beforeEach( () => start() );

	it( 'rings the agent once from the site’s number, and says that it works [S12]', async () => {
		await agent();
		await test().expect( 204 );

		expect( edge.telephony.calls ).toMatchObject( [
			{ order: { to: '+33612345678', from: site.callerId } },
		] );
		expect( edge.telephony.announced[ 0 ] ).toMatch(
			/^Bonjour Zoé\. .*votre numéro fonctionne/
		);
	} );

	it( 'is made five times an hour at most, of each agent [R18]', async () => {
		await agent();
		for ( let made = 0; made < 5; made++ ) {
			await test().expect( 204 );
		}
		const { body } = await test( 'en' ).expect( 429 );

		expect( body ).toMatchObject( {
			code: 'too_many_requests',
			detail: expect.stringContaining( '5 times' ),
		} );
		expect( edge.telephony.calls ).toHaveLength( 5 );
		edge.clock.time = new Date( edge.clock.time.getTime() + 3_600_000 );
		await test().expect( 204 );
	} );

	it( 'is never ordered a second time when its answer is lost [N01]', async () => {
		await agent();
		edge.telephony.fail(
			new TelephonyError( 'unknown', 'timeout', 'lost' ),
			true
		);
		const { body } = await test( 'en' ).expect( 503 );

		expect( body.detail ).toContain( 'may still ring' );
		expect( edge.telephony.calls ).toHaveLength( 1 );
	} );

	it( 'says what the network refused', async () => {
		await agent();
		edge.telephony.fail(
			new TelephonyError( 'permanent', '21211', 'no number', true )
		);
		const { body } = await test( 'en' ).expect( 422 );

		expect( body ).toMatchObject( { code: 'number_invalid' } );
		expect( body.detail ).toContain( '21211' );
	} );

	it( 'needs an agent, their number, and a number to show', async () => {
		await test().expect( 404 );
		await agent( { number: null } );
		expect( ( await test().expect( 409 ) ).body.code ).toBe(
			'agent_without_number'
		);
		await start( { callerId: null } );
		await agent();
		expect( ( await test().expect( 409 ) ).body.code ).toBe(
			'channel_incomplete'
		);
		expect( edge.telephony.sent ).toBe( 0 );
	} );
} );
