import { beforeEach, expect, it } from '@jest/globals';
import { edgeApp, type EdgeApp } from '../http/testing/edge-app.js';
import { signedAgent } from '../http/testing/signed-agent.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { someSite } from '../sites/testing/some-site.js';

onEachDatabase( 'holiday routes', ( open ) => {
	let edge: EdgeApp;
	let site = someSite();

	beforeEach( async () => {
		edge = edgeApp( open() );
		site = someSite( { timeZone: 'Pacific/Auckland' } );
		await edge.pairing.sites.create( site );
	} );

	const ask = async ( query: string ) =>
		(
			await signedAgent( edge.app, site, { clock: edge.clock } )
				.get( query )
				.expect( 200 )
		).body;

	it( 'list the next twelve that are closed, from today of the site [N05]', async () => {
		// Christmas is over in Paris, and New Year’s Day has begun in Auckland only.
		edge.clock.time = new Date( '2026-12-31T11:00:00Z' );

		const { holidays } = await ask(
			'/v1/holidays?country=FR&region=&language=fr'
		);

		expect( holidays ).toHaveLength( 12 );
		expect( holidays[ 0 ] ).toEqual( {
			date: '2027-01-01',
			name: 'Nouvel An',
		} );
		expect( holidays[ 11 ].date ).toBe( '2028-01-01' );
	} );

	it( 'add those of a region, and have none of a country that is not known', async () => {
		const dates = (
			await ask( '/v1/holidays?country=DE&region=BY.A&language=en' )
		).holidays.map( ( { date }: { date: string } ) => date );

		expect( dates ).toContain( '2027-08-08' );
		expect( await ask( '/v1/holidays?country=AQ' ) ).toEqual( {
			holidays: [],
		} );
	} );

	it( 'name every country, and its regions, in the language', async () => {
		const { countries } = await ask( '/v1/holiday-countries?language=de' );

		expect(
			countries.find( ( { code }: { code: string } ) => code === 'FR' )
		).toMatchObject( {
			name: 'Frankreich',
			regions: expect.arrayContaining( [
				{ code: '57', name: 'Département Moselle' },
			] ),
		} );
	} );
} );
