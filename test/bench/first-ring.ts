import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import express from 'express';
import { freePorts } from '../support/free-ports.js';
import { fictionalMobile, ServiceClient } from '../support/service-client.js';
import { startPhoneSide } from '../support/stack.js';
import { percentile, rounded } from './print.js';

const warmUp = 20;
const counted = 200;

/**
 * From sending a signed request to the service until its create-call request arrives at a telephone network, so that both
 * hops over the loopback are in the figure and the service alone is faster. The network is a bare HTTP server that takes
 * the call and never rings. In the same run an Express server that answers a constant body is asked as often, to tell how
 * much of it is Node and HTTP.
 */
export async function firstRing(): Promise< Record< string, number > > {
	const arrivals = new Map< string, ( at: number ) => void >();
	const network = await startNetwork( arrivals );
	const phoneSide = await startPhoneSide( {
		serviceEnvironment: { TWILIO_BASE_URL: network.url },
	} );
	const constant = await startConstantExpress();
	try {
		const code = await phoneSide.pairingCode();
		await phoneSide.startService();
		const client = await ServiceClient.pair( phoneSide.serviceUrl, code );
		await client.call( 'PUT', '/v1/site', { dailyRequestCap: 100_000 } );
		const rings: number[] = [];
		const constants: number[] = [];
		for ( let n = 0; n < warmUp + counted; n++ ) {
			// A channel of its own for each, so that the destination tells which call arrived.
			const destination = `+331990${ String( 10_000 + n ) }`;
			const channel = await client.createChannel( {
				name: `Channel ${ n }`,
				openingHours: { always: true },
				calls: { destinationNumber: destination },
			} );
			const arrived = new Promise< number >( ( resolve ) =>
				arrivals.set( destination, resolve )
			);
			const sent = performance.now();
			const { status } = await client.ask(
				channel.id,
				fictionalMobile( n ),
				{ visitorAddress: `192.0.2.${ n }` }
			);
			if ( status !== 201 ) {
				throw new Error(
					`Request ${ n } was answered with ${ status }.`
				);
			}
			const ring = ( await arrived ) - sent;
			const before = performance.now();
			await (
				await fetch( constant.url, client.signed( 'POST', '/', { n } ) )
			).arrayBuffer();
			if ( n >= warmUp ) {
				rings.push( ring );
				constants.push( performance.now() - before );
			}
		}
		return {
			requests: rings.length,
			p50Ms: rounded( percentile( rings, 0.5 ) ),
			p95Ms: rounded( percentile( rings, 0.95 ) ),
			constantExpressP50Ms: rounded( percentile( constants, 0.5 ) ),
			ratioToConstantExpress: rounded(
				percentile( rings, 0.5 ) / percentile( constants, 0.5 )
			),
		};
	} finally {
		await phoneSide.stop();
		network.close();
		constant.close();
	}
}

async function startNetwork( arrivals: Map< string, ( at: number ) => void > ) {
	const [ port ] = ( await freePorts( 1 ) ) as [ number ];
	const server = createServer( ( request, response ) => {
		const at = performance.now();
		let body = '';
		request.on( 'data', ( chunk: Buffer ) => ( body += chunk.toString() ) );
		request.on( 'end', () => {
			const form = new URLSearchParams( body );
			arrivals.get( form.get( 'To' ) ?? '' )?.( at );
			response.writeHead( request.method === 'POST' ? 201 : 200, {
				'Content-Type': 'application/json',
			} );
			response.end(
				JSON.stringify( {
					sid: `CA${ randomBytes( 16 ).toString( 'hex' ) }`,
					status: 'queued',
					to: form.get( 'To' ),
					calls: [],
				} )
			);
		} );
	} );
	await new Promise< void >( ( resolve ) =>
		server.listen( port, '127.0.0.1', resolve )
	);
	return { url: `http://127.0.0.1:${ port }`, close: () => server.close() };
}

async function startConstantExpress() {
	const [ port ] = ( await freePorts( 1 ) ) as [ number ];
	const app = express();
	app.use( express.json() );
	app.post(
		'/',
		( _request, response ) =>
			void response.status( 201 ).json( { ok: true } )
	);
	const server = app.listen( port, '127.0.0.1' );
	return { url: `http://127.0.0.1:${ port }/`, close: () => server.close() };
}
