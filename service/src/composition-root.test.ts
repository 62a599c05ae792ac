import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
	contractVersion,
	signatureHeaders,
	textToSign,
	type BookingPage,
	type Channel,
	type Paired,
	type RequestDetail,
	type RequestList,
	type Slots,
	type VisitorStatus,
} from '@rappel/contract';
import { compose, type Service } from './composition-root.js';
import { readConfig } from './config.js';
import { createLogger } from './logging.js';

const account = {
	sid: `AC${ '0'.repeat( 32 ) }`,
	token: 'a token of the test account',
};

describe( 'the composed service, on an embedded database', () => {
	const folder = mkdtempSync( path.join( tmpdir(), 'rappel-service-' ) );
	const calls: URLSearchParams[] = [];
	let network: Server;
	let service: Service;

	beforeAll( async () => {
		network = await startNetwork( calls );
		service = await compose( settings( folder, network ), {
			logger: createLogger( 'silent' ),
		} );
		await service.start();
	} );
	afterAll( async () => {
		await service.stop();
		await new Promise( ( resolve ) => network.close( resolve ) );
		rmSync( folder, { recursive: true } );
	} );

	it( 'says that it lives and is ready [N12]', async () => {
		expect( ( await fetch( `${ service.url }/healthz` ) ).status ).toBe(
			200
		);
		expect(
			await ( await fetch( `${ service.url }/readyz` ) ).json()
		).toEqual( { status: 'ready', reasons: [] } );
	} );

	it( 'gives its figures to this machine, and to nobody through a proxy', async () => {
		const here = await fetch( `${ service.url }/metrics` );
		expect( await here.text() ).toContain( 'rappel_jobs_waiting 0' );
		expect(
			(
				await fetch( `${ service.url }/metrics`, {
					headers: { 'X-Forwarded-For': '127.0.0.1' },
				} )
			).status
		).toBe( 404 );
	} );

	it( 'pairs a site, takes a signed request and calls the company first [S11] [S20]', async () => {
		const paired = await pair( service );
		const channel = await signed< Channel >(
			service,
			paired,
			'POST',
			'/v1/channels',
			{
				settings: {
					name: 'Boulangerie',
					openingHours: { always: true },
					calls: { destinationNumber: '01 99 00 12 34' },
				},
			}
		);

		const status = await signed< VisitorStatus >(
			service,
			paired,
			'POST',
			'/v1/callback-requests',
			{
				key: randomUUID(),
				channelId: channel.id,
				number: '06 12 34 56 78',
				visitorAddress: '192.0.2.1',
				requestedAt: new Date().toISOString(),
			}
		);

		expect( status.state ).toBe( 'waiting' );
		const call = await eventually( () => calls[ 0 ] );
		expect( Object.fromEntries( call ) ).toMatchObject( {
			To: '+33199001234',
			From: '+33123456789',
		} );
		expect( call.get( 'Url' ) ).toContain( service.url );
	} );

	it( 'keeps what the visitor noted for the agent, and takes no novel [N23]', async () => {
		const paired = await pair( service );
		const ask = < Body >( method: string, target: string, body?: object ) =>
			signed< Body >( service, paired, method, target, body );
		const channel = await ask< Channel >( 'POST', '/v1/channels', {
			settings: {
				name: 'Boulangerie',
				form: { askNote: true },
				openingHours: { always: true },
				calls: { destinationNumber: '01 99 00 12 35' },
			},
		} );
		expect( channel.settings.form ).toMatchObject( {
			askNote: true,
			noteLabel: {},
		} );
		const request = ( note: string ) =>
			ask< unknown >( 'POST', '/v1/callback-requests', {
				key: randomUUID(),
				channelId: channel.id,
				number: '06 12 34 56 77',
				note,
				visitorAddress: '192.0.2.1',
				requestedAt: new Date().toISOString(),
			} );

		await expect( request( 'x'.repeat( 301 ) ) ).rejects.toThrow(
			'invalid_request'
		);
		await request( '  J’utilise un relais téléphonique. ' );

		const { requests } = await ask< RequestList >(
			'GET',
			`/v1/callback-requests?channelId=${ channel.id }`
		);
		expect( requests ).toHaveLength( 1 );
		expect(
			await ask< RequestDetail >(
				'GET',
				`/v1/callback-requests/${ requests[ 0 ]?.id }`
			)
		).toMatchObject( { note: 'J’utilise un relais téléphonique.' } );
	} );

	it( 'books a slot that it lists; the link’s token reads, moves and cancels it [N07] [S09]', async () => {
		const paired = await pair( service );
		const ask = < Body >( method: string, target: string, body?: object ) =>
			signed< Body >( service, paired, method, target, body );
		const channel = await ask< Channel >( 'POST', '/v1/channels', {
			settings: {
				name: 'Boulangerie',
				openingHours: { always: true },
				calls: { destinationNumber: '01 99 00 12 36' },
			},
		} );
		const { days } = await ask< Slots >(
			'GET',
			`/v1/channels/${ channel.id }/slots?days=1&language=fr`
		);
		const [ first, second ] = days[ 0 ]?.slots ?? [];
		const request = ( number: string ) =>
			ask< VisitorStatus >( 'POST', '/v1/callback-requests', {
				key: randomUUID(),
				channelId: channel.id,
				number,
				slot: first?.startsAt,
				visitorAddress: '192.0.2.1',
				requestedAt: new Date().toISOString(),
			} );
		const { booking } = await request( '06 12 34 56 70' );
		await expect( request( '06 12 34 56 71' ) ).rejects.toThrow(
			'slot_taken'
		);
		const token = new URL( booking?.changeUrl ?? '' ).searchParams.get(
			'rappel_booking'
		);
		const address = `/v1/bookings/${ token }`;
		expect( await ask< BookingPage >( 'GET', address ) ).toMatchObject( {
			state: 'booked',
			textMessagesWanted: true,
		} );
		const moved = await ask< BookingPage >( 'POST', `${ address }/slot`, {
			startsAt: second?.startsAt,
		} );
		expect( moved.booking.startsAt ).toBe( second?.startsAt );
		expect(
			await ask< BookingPage >( 'POST', `${ address }/text-messages`, {
				wanted: false,
			} )
		).toMatchObject( { textMessagesWanted: false } );
		expect(
			await ask< BookingPage >( 'POST', `${ address }/cancellation`, {} )
		).toMatchObject( { state: 'cancelled' } );
		await expect(
			ask( 'GET', `/v1/bookings/${ 'A'.repeat( 22 ) }` )
		).rejects.toThrow( 'booking_not_found' );
	} );

	it( 'calls the agent who is online, and the next one when they go away while their phone rings [S12] [S14] [S16]', async () => {
		const paired = await pair( service );
		const as = < Body = unknown >(
			method: string,
			target: string,
			body: object
		) => signed< Body >( service, paired, method, target, body );
		const say = ( userId: number, status: string ) =>
			as( 'PUT', `/v1/agents/${ userId }/presence`, { status } );
		for ( const userId of [ 7, 8 ] ) {
			await as( 'PUT', `/v1/agents/${ userId }`, {
				name: `Agent ${ userId }`,
				number: `01 99 00 12 0${ userId }`,
			} );
			await say( userId, 'online' );
		}
		const channel = await as< Channel >( 'POST', '/v1/channels', {
			settings: {
				name: 'Conseil',
				openingHours: { always: true },
				calls: { routing: 'team', checkAvailability: true },
				team: [ { userId: 7 }, { userId: 8 } ],
			},
		} );
		const calledAt = ( number: string ) =>
			eventually( () =>
				calls.find( ( call ) => call.get( 'To' ) === number )
			);

		await as( 'POST', '/v1/callback-requests', {
			key: randomUUID(),
			channelId: channel.id,
			number: '06 12 34 56 79',
			visitorAddress: '192.0.2.1',
			requestedAt: new Date().toISOString(),
		} );
		await calledAt( '+33199001207' );
		await say( 7, 'away' );

		await calledAt( '+33199001208' );
		await eventually( () =>
			calls.find( ( call ) =>
				/^(canceled|completed)$/.test( call.get( 'Status' ) ?? '' )
			)
		);
	} );

	it( 'lets no second service work on the same file', async () => {
		const second = await compose( settings( folder, network ), {
			logger: createLogger( 'silent' ),
		} );

		await expect( second.start() ).rejects.toThrow(
			'Another service already works on'
		);

		expect( await second.createPairingCode() ).toMatch( /^RPL-/ );
		await second.stop();
	} );
} );

function settings( folder: string, network: Server ) {
	return readConfig( {
		PORT: '0',
		DATABASE_URL: `sqlite:${ path.join( folder, 'rappel.sqlite' ) }`,
		TWILIO_ACCOUNT_SID: account.sid,
		TWILIO_AUTH_TOKEN: account.token,
		TWILIO_BASE_URL: `http://127.0.0.1:${ ( network.address() as AddressInfo ).port }`,
		TWILIO_CALLER_ID: '+33123456789',
	} );
}

/** Takes every call and rings nobody. */
function startNetwork( calls: URLSearchParams[] ): Promise< Server > {
	const server = createServer( ( request, response ) => {
		let body = '';
		request.on( 'data', ( chunk: Buffer ) => ( body += chunk.toString() ) );
		request.on( 'end', () => {
			if ( request.method === 'POST' ) {
				calls.push( new URLSearchParams( body ) );
			}
			response.writeHead( 201, { 'Content-Type': 'application/json' } );
			response.end(
				JSON.stringify( {
					sid: `CA${ randomBytes( 16 ).toString( 'hex' ) }`,
					status: 'queued',
				} )
			);
		} );
	} );
	return new Promise( ( resolve ) =>
		server.listen( 0, '127.0.0.1', () => resolve( server ) )
	);
}

async function pair( service: Service ): Promise< Paired > {
	const response = await fetch( `${ service.url }/v1/pairings`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify( {
			code: await service.createPairingCode(),
			homeUrl,
			name: 'Boulangerie',
			timeZone: 'Europe/Paris',
		} ),
	} );
	expect( response.status ).toBe( 201 );
	return ( await response.json() ) as Paired;
}

const homeUrl = 'https://boulangerie.example';

async function signed< Body >(
	service: Service,
	{ siteId, secret }: Paired,
	method: string,
	target: string,
	given?: object
): Promise< Body > {
	const body = given && JSON.stringify( given );
	const parts = {
		method,
		target,
		bodySha256: createHash( 'sha256' )
			.update( body ?? '' )
			.digest( 'hex' ),
		timestamp: String( Math.floor( Date.now() / 1_000 ) ),
		nonce: randomBytes( 18 ).toString( 'base64url' ),
		homeUrl,
	};
	const response = await fetch( service.url + target, {
		method,
		...( body && { body } ),
		headers: {
			'Content-Type': 'application/json',
			[ signatureHeaders.site ]: siteId,
			[ signatureHeaders.timestamp ]: parts.timestamp,
			[ signatureHeaders.nonce ]: parts.nonce,
			[ signatureHeaders.home ]: homeUrl,
			[ signatureHeaders.contract ]: String( contractVersion ),
			[ signatureHeaders.signature ]: createHmac( 'sha256', secret )
				.update( textToSign( parts ) )
				.digest( 'hex' ),
		},
	} );
	const answer: unknown = await response.json();
	if ( ! response.ok ) {
		throw new Error(
			`${ target } answered ${ response.status }: ${ JSON.stringify( answer ) }`
		);
	}
	return answer as Body;
}

/** Waits for what happens by itself, up to 5 s. */
async function eventually< T >( look: () => T | undefined ): Promise< T > {
	for ( let tries = 0; tries < 500; tries++ ) {
		const seen = look();
		if ( seen !== undefined ) {
			return seen;
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 10 ) );
	}
	throw new Error( 'It did not happen within 5 s.' );
}
