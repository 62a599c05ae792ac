import { beforeEach, expect, it } from '@jest/globals';
import { edgeApp, type EdgeApp } from '../http/testing/edge-app.js';
import { signedAgent } from '../http/testing/signed-agent.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import type { Site } from '../sites/site.js';
import { someSite } from '../sites/testing/some-site.js';

const settings = ( destinationNumber = '01 23 45 67 89' ) => ( {
	name: 'Accueil',
	calls: { destinationNumber },
} );

onEachDatabase( 'the list of channels, over HTTP', ( open ) => {
	let edge: EdgeApp;
	let site: Site;
	const agent = () => signedAgent( edge.app, site, { clock: edge.clock } );
	const listed = async () =>
		( await agent().get( '/v1/channels' ).expect( 200 ) ).body.channels;

	beforeEach( async () => {
		edge = edgeApp( open() );
		site = someSite();
		await edge.pairing.sites.create( site );
	} );

	it( 'says of each what it does today and what is open of it', async () => {
		await agent()
			.post( '/v1/channels', { settings: settings() } )
			.expect( 201 );

		expect( await listed() ).toMatchObject( [
			{
				settings: { name: 'Accueil' },
				today: { requests: 0, joined: 0 },
				open: { requests: 0, bookings: 0 },
			},
		] );
	} );

	it( 'checks settings as a save does, and makes nothing of them', async () => {
		const check = ( typed?: string ) =>
			agent().post( '/v1/channels?checkOnly=true', {
				settings: settings( typed ),
			} );

		await check().expect( 204 );
		expect( ( await check( '01 23' ).expect( 422 ) ).body ).toMatchObject( {
			code: 'number_invalid',
			field: 'settings.calls.destinationNumber',
		} );
		expect( await listed() ).toEqual( [] );
	} );

	it( 'deletes one with open requests where they are to end with it', async () => {
		const { id } = (
			await agent()
				.post( '/v1/channels', { settings: settings() } )
				.expect( 201 )
		).body;
		edge.busyChannels.add( id );

		await agent().delete( `/v1/channels/${ id }` ).expect( 409 );
		await agent()
			.delete( `/v1/channels/${ id }?cancelOpen=true` )
			.expect( 204 );

		expect( edge.busyChannels.has( id ) ).toBe( false );
		expect( await listed() ).toEqual( [] );
	} );
} );
