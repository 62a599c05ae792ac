import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Router } from 'express';
import supertest from 'supertest';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import type { Site } from '../sites/site.js';
import { someSite } from '../sites/testing/some-site.js';
import { signedHeaders, signedAgent } from './testing/signed-agent.js';
import { edgeApp, type EdgeApp } from './testing/edge-app.js';

const calls = Router();
calls.post( '/callback-requests', ( request, response ) => {
	response.status( 201 ).json( request.body );
} );

onEachDatabase( 'site authentication', ( open ) => {
	let edge: EdgeApp;
	let site: Site;
	const agent = ( options = {} ) =>
		signedAgent( edge.app, site, { clock: edge.clock, ...options } );

	beforeEach( async () => {
		edge = edgeApp( open(), { siteRouters: [ calls ] } );
		site = someSite();
		await edge.pairing.sites.create( site );
	} );

	it( 'lets a signed read and a signed write through', async () => {
		await agent().get( '/v1/site?x=%C3%A9' ).expect( 200 );
		await agent().put( '/v1/site', { name: 'Zoë' } ).expect( 200 );
	} );

	it( 'refuses a call without a signature [R18]', async () => {
		const { body } = await supertest( edge.app )
			.get( '/v1/site' )
			.expect( 401 )
			.expect( 'content-type', /problem\+json/ );

		expect( body ).toMatchObject( {
			code: 'signature_missing',
			status: 401,
		} );
	} );

	it.each( [
		[ 'the body', { body: '{"name":"Mallory"}' } ],
		[ 'the path', { target: '/v1/site?admin=1' } ],
		[ 'the method', { method: 'POST' } ],
	] )( 'refuses a call with %s altered [R18]', async ( _what, altered ) => {
		const call = {
			method: 'PUT',
			target: '/v1/site',
			body: '{"name":"Alice"}',
		};
		const headers = signedHeaders(
			site,
			{ ...call, ...altered },
			{ clock: edge.clock }
		);

		const { body } = await supertest( edge.app )
			.put( call.target )
			.set( headers )
			.type( 'json' )
			.send( call.body )
			.expect( 401 );

		expect( body.code ).toBe( 'signature_invalid' );
	} );

	it.each( [
		'rappel-home',
		'rappel-nonce',
		'rappel-timestamp',
		'rappel-signature',
	] )( 'refuses an altered %s header [R18]', async ( header ) => {
		const headers = signedHeaders(
			site,
			{ method: 'GET', target: '/v1/site' },
			{ clock: edge.clock }
		);
		const altered = ( headers[ header ] ?? '' ).replace( /.$/, ( last ) =>
			last === '0' ? '1' : '0'
		);

		const { body } = await supertest( edge.app )
			.get( '/v1/site' )
			.set( { ...headers, [ header ]: altered } )
			.expect( 401 );

		expect( body.code ).toBe( 'signature_invalid' );
	} );

	it( 'refuses another site’s signature [R18]', async () => {
		const other = someSite();
		await edge.pairing.sites.create( other );

		const { body } = await signedAgent(
			edge.app,
			{ ...other, id: site.id },
			{ clock: edge.clock }
		)
			.get( '/v1/site' )
			.expect( 401 );

		expect( body.code ).toBe( 'signature_invalid' );
	} );

	it( 'refuses a site that it does not know', async () => {
		const { body } = await signedAgent( edge.app, someSite(), {
			clock: edge.clock,
		} )
			.get( '/v1/site' )
			.expect( 401 );

		expect( body.code ).toBe( 'site_unknown' );
	} );

	it( 'refuses a signature that is more than five minutes off, before or after [R18]', async () => {
		const signedAt = edge.clock.time;
		for ( const [ seconds, status ] of [
			[ 300, 200 ],
			[ -300, 200 ],
			[ 301, 401 ],
			[ -301, 401 ],
		] as const ) {
			const clock = {
				now: () => new Date( signedAt.getTime() + seconds * 1_000 ),
			};
			const { body } = await signedAgent( edge.app, site, { clock } )
				.get( '/v1/site' )
				.expect( status );
			expect( body.code ).toBe(
				status === 401 ? 'signature_stale' : undefined
			);
		}
	} );

	it( 'takes a write once, and a replay is refused, also when both come at once [R18]', async () => {
		const write = () =>
			agent( { nonce: 'replayed-nonce-0001' } ).put( '/v1/site', {
				name: 'Once',
			} );

		const statuses = ( await Promise.all( [ write(), write(), write() ] ) )
			.map( ( { status } ) => status )
			.sort();

		expect( statuses ).toEqual( [ 200, 401, 401 ] );
		expect( ( await write() ).body.code ).toBe( 'nonce_reused' );
	} );

	it( 'keeps nonces of sites apart, and upper and lower case too', async () => {
		const other = someSite();
		await edge.pairing.sites.create( other );
		await agent( { nonce: 'nonce-of-two-sites' } )
			.put( '/v1/site', {} )
			.expect( 200 );

		await signedAgent( edge.app, other, {
			clock: edge.clock,
			nonce: 'nonce-of-two-sites',
		} )
			.put( '/v1/site', {} )
			.expect( 200 );
		await agent( { nonce: 'NONCE-OF-TWO-SITES' } )
			.put( '/v1/site', {} )
			.expect( 200 );
	} );

	it( 'refuses a contract from another age', async () => {
		const headers = signedHeaders(
			site,
			{ method: 'GET', target: '/v1/site' },
			{ clock: edge.clock }
		);

		const { body } = await supertest( edge.app )
			.get( '/v1/site' )
			.set( { ...headers, 'rappel-contract': '3' } )
			.expect( 426 );

		expect( body.code ).toBe( 'contract_unsupported' );
	} );

	it( 'lets a copy of the site read, and call nobody', async () => {
		const copy = agent( {
			homeUrl: 'https://staging.boulangerie.example',
		} );

		await copy.get( '/v1/site' ).expect( 200 );
		expect(
			( await copy.post( '/v1/callback-requests', {} ).expect( 409 ) )
				.body.code
		).toBe( 'site_moved' );
		await agent( { homeUrl: 'http://BOULANGERIE.example/' } )
			.post( '/v1/callback-requests', { a: 1 } )
			.expect( 201 );
	} );

	it( 'calls again once the owner said that the site has moved, and the old address no more', async () => {
		const moved = agent( { homeUrl: 'https://www.pain.example' } );
		await moved.put( '/v1/site', { moved: true } ).expect( 200 );

		await moved.post( '/v1/callback-requests', {} ).expect( 201 );
		await agent().post( '/v1/callback-requests', {} ).expect( 409 );
	} );
} );

describe( 'signedHeaders', () => {
	it( 'comes to the signatures of the contract’s examples', () => {
		const file = createRequire( __filename ).resolve(
			'@rappel/contract/signature-vectors.json'
		);
		const vectors = JSON.parse( readFileSync( file, 'utf8' ) ) as Array<
			Record< string, string >
		>;
		expect( vectors ).toHaveLength( 5 );
		for ( const {
			secret = '',
			homeUrl = '',
			method = '',
			target = '',
			body = '',
			timestamp,
			nonce = '',
			signature,
		} of vectors ) {
			const clock = {
				now: () => new Date( Number( timestamp ) * 1_000 ),
			};
			const headers = signedHeaders(
				{ id: 'site', secret, homeUrl },
				{ method, target, body },
				{ clock, nonce }
			);
			expect( headers[ 'rappel-signature' ] ).toBe( signature );
		}
	} );
} );
