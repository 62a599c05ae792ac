import { beforeEach, expect, it } from '@jest/globals';
import { pairedSchema, siteSchema } from '@rappel/contract';
import supertest from 'supertest';
import { edgeApp, type EdgeApp } from '../http/testing/edge-app.js';
import { signedAgent } from '../http/testing/signed-agent.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { createPairingCode, offerPairingCode } from './pairing.js';
import { someSite } from './testing/some-site.js';

const wordpress = {
	homeUrl: 'https://boulangerie.example',
	name: 'Boulangerie',
	timeZone: 'Europe/Paris',
};

onEachDatabase( 'pairing and the site', ( open ) => {
	let edge: EdgeApp;
	const pair = ( code: string, given: object = {} ) =>
		supertest( edge.app )
			.post( '/v1/pairings' )
			.send( { ...wordpress, code, ...given } );

	beforeEach( () => {
		edge = edgeApp( open() );
	} );

	it( 'connects a site with a code, which then signs its calls', async () => {
		const code = await createPairingCode( edge.pairing );
		expect( code ).toMatch( /^RPL(-[0-9A-HJKMNP-TV-Z]{4}){3}$/ );

		const { siteId, secret } = pairedSchema.parse(
			( await pair( code ).expect( 201 ) ).body
		);

		expect( Buffer.from( secret, 'base64url' ) ).toHaveLength( 32 );
		const { body } = await signedAgent(
			edge.app,
			{ id: siteId, secret, homeUrl: wordpress.homeUrl },
			{ clock: edge.clock }
		)
			.get( '/v1/site' )
			.expect( 200 );
		expect( siteSchema.parse( body ) ).toMatchObject( {
			...wordpress,
			callerId: null,
			requestsToday: 0,
			simulated: true,
			alerts: [],
		} );
	} );

	it( 'takes a code as people type it', async () => {
		const code = await createPairingCode( edge.pairing );

		await pair(
			` ${ code.toLowerCase().replaceAll( '-', ' ' ).replaceAll( '0', 'o' ).replaceAll( '1', 'l' ) } `
		).expect( 201 );
	} );

	it( 'takes a code once, also when several come at once [R18]', async () => {
		const code = await createPairingCode( edge.pairing );

		const answers = await Promise.all( [
			pair( code ),
			pair( code ),
			pair( code ),
		] );

		expect( answers.map( ( { status } ) => status ).sort() ).toEqual( [
			201, 403, 403,
		] );
		expect( ( await pair( code ) ).body.code ).toBe(
			'pairing_code_invalid'
		);
	} );

	it( 'takes a code for one hour', async () => {
		const code = await createPairingCode( edge.pairing );
		edge.clock.time = new Date( edge.clock.time.getTime() + 3_600_000 );

		const { body } = await pair( code, { language: 'fr' } ).expect( 403 );

		expect( body ).toMatchObject( {
			code: 'pairing_code_expired',
			field: 'code',
			detail: expect.stringContaining( 'trop vieux' ),
		} );
	} );

	it( 'takes a code that the site offered, for a day and once, also when the service starts again with it', async () => {
		const offered = 'RPL-7H2K-9MXA-4TBC';
		await offerPairingCode( edge.pairing, offered );
		edge.clock.time = new Date(
			edge.clock.time.getTime() + 23 * 3_600_000
		);
		await pair( offered ).expect( 201 );
		edge.clock.time = new Date(
			edge.clock.time.getTime() + 100 * 3_600_000
		);
		// Codes that expired are swept when one is made.
		await createPairingCode( edge.pairing );
		await offerPairingCode( edge.pairing, offered );
		expect( ( await pair( offered ).expect( 403 ) ).body.code ).toBe(
			'pairing_code_invalid'
		);
	} );

	it( 'does not take a code that was offered a day ago, however often the service started since', async () => {
		const offered = 'RPL-7H2K-9MXA-4TBC';
		await offerPairingCode( edge.pairing, offered );
		edge.clock.time = new Date(
			edge.clock.time.getTime() + 24 * 3_600_000
		);
		await offerPairingCode( edge.pairing, offered );
		expect( ( await pair( offered ).expect( 403 ) ).body.code ).toBe(
			'pairing_code_expired'
		);
	} );

	it( 'stops who guesses codes, whatever X-Forwarded-For says [R18]', async () => {
		for ( let guess = 0; guess < 10; guess++ ) {
			await pair( 'RPL-0000-0000-0000' )
				.set( 'X-Forwarded-For', `203.0.113.${ guess }` )
				.expect( 403 );
		}

		const { body, headers } = await pair(
			await createPairingCode( edge.pairing )
		)
			.set( 'X-Forwarded-For', '198.51.100.1' )
			.expect( 429 );

		expect( body ).toMatchObject( {
			code: 'too_many_requests',
			detail: expect.stringContaining( '10 minutes' ),
		} );
		expect( headers ).toHaveProperty( 'retry-after' );
	} );

	it( 'keeps the code when the time zone does not exist', async () => {
		const code = await createPairingCode( edge.pairing );

		const { body } = await pair( code, {
			timeZone: 'Europe/Atlantis',
		} ).expect( 400 );

		expect( body ).toMatchObject( {
			code: 'invalid_request',
			field: 'timeZone',
		} );
		await pair( code, { timeZone: '+02:00' } ).expect( 201 );
	} );

	it( 'stores neither the code nor anything that gives it back', async () => {
		const code = await createPairingCode( edge.pairing );

		const [ rows ] = await open().sequelize.query(
			'SELECT * FROM pairing_codes'
		);

		expect( JSON.stringify( rows ) ).not.toContain(
			code.slice( 4, 8 ) + code.slice( 9, 13 )
		);
		expect( rows ).toHaveLength( 1 );
	} );

	it( 'connects the same site again, with its channels and a new secret, by a code that was made for it', async () => {
		const site = someSite();
		await edge.pairing.sites.create( site );

		const { body } = await pair(
			await createPairingCode( edge.pairing, site.id )
		).expect( 201 );

		expect( body.siteId ).toBe( site.id );
		expect( body.secret ).not.toBe( site.secret );
		expect( await edge.pairing.sites.find( site.id ) ).toMatchObject( {
			secret: body.secret,
			callerId: site.callerId,
		} );
		await expect(
			createPairingCode( edge.pairing, 'nobody' )
		).rejects.toMatchObject( { code: 'site_unknown' } );
	} );

	it( 'makes a second site of the same address, and takes nobody’s over', async () => {
		const first = await pair( await createPairingCode( edge.pairing ) );
		const second = await pair( await createPairingCode( edge.pairing ) );

		expect( second.body.siteId ).not.toBe( first.body.siteId );
	} );

	it( 'saves what is sent and leaves the rest, and assigns nothing else [R18] [R19]', async () => {
		const site = someSite();
		await edge.pairing.sites.create( site );
		const agent = signedAgent( edge.app, site, { clock: edge.clock } );

		const changes = {
			callerId: '01 98 76 54 32',
			dailyRequestCap: 20,
			id: 'x',
			secret: 'x',
			homeUrl: 'https://evil.example',
		};
		const { body } = await agent.put( '/v1/site', changes ).expect( 200 );

		expect( body ).toMatchObject( {
			id: site.id,
			name: site.name,
			callerId: '+33198765432',
			dailyRequestCap: 20,
			homeUrl: site.homeUrl,
		} );
		expect( await edge.pairing.sites.find( site.id ) ).toEqual( {
			...site,
			callerId: '+33198765432',
			dailyRequestCap: 20,
		} );
		expect(
			( await agent.put( '/v1/site', { callerId: null } ) ).body.callerId
		).toBeNull();
	} );

	it( 'keeps who is told what goes wrong: the owner and supervisors [N18]', async () => {
		const site = someSite();
		await edge.pairing.sites.create( site );
		const agent = signedAgent( edge.app, site, { clock: edge.clock } );
		const told = {
			ownerEmail: 'owner@boulangerie.example',
			supervisorEmails: [
				'one@boulangerie.example',
				'two@boulangerie.example',
			],
		};
		expect( ( await agent.get( '/v1/site' ) ).body ).toMatchObject( {
			ownerEmail: null,
			supervisorEmails: [],
		} );
		await agent.put( '/v1/site', told ).expect( 200 );
		await agent.put( '/v1/site', { name: 'Chez Martin' } ).expect( 200 );
		expect( ( await agent.get( '/v1/site' ) ).body ).toMatchObject( {
			...told,
			name: 'Chez Martin',
		} );
		await agent
			.put( '/v1/site', { supervisorEmails: [ 'nobody' ] } )
			.expect( 400 );
	} );

	it( 'refuses a French mobile number as caller id, and a time zone that does not exist [R19]', async () => {
		const site = someSite();
		await edge.pairing.sites.create( site );
		const agent = signedAgent( edge.app, site, { clock: edge.clock } );

		expect(
			(
				await agent
					.put( '/v1/site', { callerId: '0612345678' } )
					.expect( 422 )
			).body
		).toMatchObject( { code: 'number_type_refused', field: 'callerId' } );
		expect(
			(
				await agent
					.put( '/v1/site', { timeZone: 'Mars' } )
					.expect( 400 )
			).body.field
		).toBe( 'timeZone' );
	} );

	it( 'tells the owner what to mend, in their language', async () => {
		const site = someSite();
		await edge.pairing.sites.create( site );
		await edge.alerts.raise( site.id, 'telephony_credentials', '20003' );
		await edge.alerts.raise( site.id, 'telephony_unreachable', '' );

		const { body } = await signedAgent( edge.app, site, {
			clock: edge.clock,
		} ).get( '/v1/site?language=fr' );

		expect( body.alerts ).toEqual( [
			{
				code: 'telephony_credentials',
				detail: expect.stringMatching(
					/^Twilio refuse les identifiants.*\(20003\)$/
				),
				since: '2026-11-25T08:00:00.000Z',
			},
			{
				code: 'telephony_unreachable',
				detail: expect.stringMatching( /répondra\.$/ ),
				since: '2026-11-25T08:00:00.000Z',
			},
		] );
	} );
} );
