import { describe, expect, it } from '@jest/globals';
import { saveChannelSchema } from '@rappel/contract';
import express, { Router } from 'express';
import supertest from 'supertest';
import { createLogger } from '../logging.js';
import { Refusal } from '../refusal.js';
import { createApp } from './app.js';
import { createOpenApiRoutes } from './open-api-routes.js';
import { rateLimited } from './rate-limit.js';
import { maskUrl } from './request-log.js';

function setUp() {
	const lines: string[] = [];
	const logger = createLogger( 'info', {
		write: ( line: string ) => void lines.push( line ),
	} );
	const faults = Router();
	faults.get( '/unexpected', () => {
		throw Object.assign(
			new Error( 'near "SELECT": Duplicate entry +33612345678' ),
			{ sql: 'SELECT secret', parameters: [ 'Zoë' ] }
		);
	} );
	faults.get( '/refused', () => {
		throw new Refusal( 'daily_cap_reached', {
			retryAt: new Date( Date.now() + 5_000 ),
		} );
	} );
	faults.get(
		'/channels/:channelId',
		( _request, response ) => void response.json( {} )
	);
	faults.post(
		'/echo',
		( request, response ) => void response.json( request.body ?? null )
	);
	faults.post(
		'/channels',
		( request, response ) =>
			void response.json( saveChannelSchema.parse( request.body ) )
	);
	const unsigned = Router();
	unsigned.get(
		'/limited',
		rateLimited( { calls: 3, seconds: 60 } ),
		( _request, response ) => void response.json( {} )
	);
	const app = createApp( {
		logger,
		siteAuthentication: ( _request, _response, next ) => next(),
		publicRouters: [
			{
				path: '/open',
				router: express
					.Router()
					.get(
						'/',
						( _request, response ) => void response.json( {} )
					),
			},
		],
		unsignedRouters: [ unsigned, createOpenApiRoutes() ],
		siteRouters: [ faults ],
	} );
	return { app, lines };
}

describe( 'createApp', () => {
	it( 'answers what nobody foresaw with a trace id and nothing else, and logs it without what people typed [N15]', async () => {
		const { app, lines } = setUp();

		const { body, headers } = await supertest( app )
			.get( '/v1/unexpected' )
			.set( 'Accept-Language', 'fr-FR,fr;q=0.9' )
			.expect( 500 );

		expect( body ).toEqual( {
			type: 'urn:rappel:problem:internal_error',
			title: 'Internal Server Error',
			status: 500,
			code: 'internal_error',
			detail: expect.stringContaining(
				`le numéro ${ headers[ 'rappel-trace-id' ] }`
			),
			traceId: headers[ 'rappel-trace-id' ],
		} );
		const log = lines.join( '' );
		expect( log ).toContain( body.traceId );
		expect( log ).not.toMatch( /SELECT secret|Zoë|612345678/ );
	} );

	it( 'says when to try again', async () => {
		const { body, headers } = await supertest( setUp().app )
			.get( '/v1/refused' )
			.expect( 429 );

		expect( Number( headers[ 'retry-after' ] ) ).toBeGreaterThanOrEqual(
			4
		);
		expect( body.retryAt ).toMatch( /Z$/ );
	} );

	it( 'knows nothing of other addresses, in the language asked for', async () => {
		const french = await supertest( setUp().app )
			.get( '/v1/nothing?language=fr' )
			.expect( 404 );
		const english = await supertest( setUp().app )
			.get( '/elsewhere' )
			.set( 'Accept-Language', 'pl' )
			.expect( 404 );

		expect( french.body ).toMatchObject( {
			code: 'not_found',
			detail: 'Il n’y a rien à cette adresse.',
		} );
		expect( english.body.detail ).toBe(
			'There is nothing at this address.'
		);
	} );

	it( 'takes 64 KB and refuses more, before anything is parsed [R18]', async () => {
		const { app } = setUp();
		const sized = ( bytes: number ) =>
			JSON.stringify( 'x'.repeat( bytes - 2 ) );

		await supertest( app )
			.post( '/v1/echo' )
			.type( 'json' )
			.send( sized( 65_536 ) )
			.expect( 200 );
		const { body } = await supertest( app )
			.post( '/v1/echo' )
			.type( 'json' )
			.send( sized( 65_537 ) )
			.expect( 413 );
		expect( body.code ).toBe( 'payload_too_large' );
	} );

	it( 'does not unpack compressed bodies', async () => {
		const { body } = await supertest( setUp().app )
			.post( '/v1/echo' )
			.type( 'json' )
			.set( 'Content-Encoding', 'gzip' )
			.send( '{}' )
			.expect( 400 );

		expect( body.code ).toBe( 'invalid_request' );
	} );

	it.each( [
		[ 'broken JSON', 'application/json', '{"a":' ],
		[ 'a form', 'application/x-www-form-urlencoded', 'a=1' ],
	] )( 'refuses %s', async ( _what, type, sent ) => {
		const { body } = await supertest( setUp().app )
			.post( '/v1/echo' )
			.type( type )
			.send( sent )
			.expect( 400 );

		expect( body ).toMatchObject( {
			code: 'invalid_request',
			detail: 'The body of this call is not JSON.',
		} );
	} );

	it( 'names every faulty field by its path, with a sentence', async () => {
		const settings = {
			openingHours: { weekly: [ { day: 1, from: '9h', to: '12:00' } ] },
			calls: { companyRingSeconds: 5, holdMusicUrl: 'ftp://x' },
		};

		const { body } = await supertest( setUp().app )
			.post( '/v1/channels' )
			.set( 'Accept-Language', 'fr' )
			.send( { settings } )
			.expect( 400 );

		expect( body ).toMatchObject( {
			code: 'invalid_request',
			field: 'settings.name',
		} );
		expect( body.errors ).toEqual( [
			{
				field: 'settings.name',
				code: 'required',
				detail: 'Ce champ est à remplir.',
			},
			{
				field: 'settings.openingHours.weekly.0.from',
				code: 'time',
				detail: 'Indiquez une heure de 00:00 à 24:00, par exemple 09:30.',
			},
			{
				field: 'settings.calls.holdMusicUrl',
				code: 'url',
				detail: 'Indiquez une adresse complète qui commence par https://.',
			},
			{
				field: 'settings.calls.companyRingSeconds',
				code: 'too_small',
				detail: 'Indiquez 10 ou plus.',
			},
		] );
	} );

	it( 'limits unsigned calls by the connection, whatever X-Forwarded-For says [R18]', async () => {
		const { app } = setUp();
		const call = ( address: number ) =>
			supertest( app )
				.get( '/v1/limited' )
				.set( 'X-Forwarded-For', `203.0.113.${ address }` );
		for ( const address of [ 1, 2, 3 ] ) {
			await call( address ).expect( 200 );
		}

		const { body } = await call( 4 ).expect( 429 );

		expect( body.code ).toBe( 'too_many_requests' );
	} );

	it( 'tells nothing of what it is made of, and lets nothing be kept', async () => {
		const { headers } = await supertest( setUp().app )
			.post( '/v1/echo' )
			.expect( 200 );

		expect( headers ).not.toHaveProperty( 'x-powered-by' );
		expect( headers ).toMatchObject( {
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
		} );
	} );

	it( 'answers a path that cannot be read with a problem', async () => {
		const { body } = await supertest( setUp().app )
			.get( '/v1/channels/%E0%A4%A' )
			.expect( 400 );

		expect( body.code ).toBe( 'invalid_request' );
	} );

	it( 'describes itself', async () => {
		const { body } = await supertest( setUp().app )
			.get( '/v1/openapi.json' )
			.expect( 200 );

		expect( body ).toMatchObject( {
			openapi: '3.1.0',
			paths: {
				'/v1/callback-requests': {
					post: { operationId: 'createRequest' },
				},
			},
		} );
	} );
} );

describe( 'maskUrl', () => {
	it( 'keeps neither a visitor’s key nor a number [N15]', () => {
		expect(
			maskUrl(
				'/v1/callback-requests/by-key/3f2504e0-4f89-41d3-9a0c-0305e82c3301/cancellation?number=%2B33612345678'
			)
		).toBe(
			'/v1/callback-requests/by-key/3f2504e0…/cancellation?number=+336…78'
		);
	} );
} );
