import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import express from 'express';
import { freePorts } from '../support/free-ports.js';
import { fictionalNumber, ServiceClient } from '../support/service-client.js';
import { companyNumber, startPhoneSide } from '../support/stack.js';
import { percentile, rounded } from './print.js';

const warmUp = 50;
const counted = 200;

/**
 * From sending a signed request to the service until its create-call request arrives at a telephone network, so that both
 * hops over the loopback are in the figure and the service alone is faster. The network is a bare HTTP server that takes
 * the call and never rings. In the same run an Express server that answers a constant body is asked as often, to tell how
 * much of it is Node and HTTP.
 */
export async function firstRing(): Promise< Record< string, number > > {
	const network = await startNetwork();
	const phoneSide = await startPhoneSide( {
		serviceEnvironment: { TWILIO_BASE_URL: network.url },
	} );
	const constant = await startConstantExpress();
	try {
		const code = await phoneSide.pairingCode();
		await phoneSide.startService();
		const client = await ServiceClient.pair( phoneSide.serviceUrl, code );
		await client.call( 'PUT', '/v1/site', { dailyRequestCap: 100_000 } );
		const channel = await client.createChannel( {
			name: 'Switchboard',
			openingHours: { always: true },
			calls: { destinationNumber: companyNumber },
		} );
		const rings: number[] = [];
		const constants: number[] = [];
		for ( let n = 0; n < warmUp + counted; n++ ) {
			const arrived = network.nextCall();
			const sent = performance.now();
			const { status, body } = await client.ask(
				channel.id,
				fictionalNumber( n ),
				{ visitorAddress: `192.0.2.${ n }` }
			);
			if ( status !== 201 ) {
				throw new Error(
					`Request ${ n } was answered with ${ status }: ${ JSON.stringify( body ) }`
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

/** Takes every call and lets it ring for ever. */
async function startNetwork() {
	const [ port ] = ( await freePorts( 1 ) ) as [ number ];
	let arrived: ( at: number ) => void = () => undefined;
	const server = createServer( ( request, response ) => {
		const at = performance.now();
		request.resume().on( 'end', () => {
			const creates =
				request.method === 'POST' &&
				request.url?.endsWith( '/Calls.json' );
			if ( creates ) {
				arrived( at );
			}
			response.writeHead( creates ? 201 : 200, {
				'Content-Type': 'application/json',
			} );
			response.end(
				JSON.stringify( {
					sid: `CA${ randomBytes( 16 ).toString( 'hex' ) }`,
					status: 'queued',
					calls: [],
				} )
			);
		} );
	} );
	await new Promise< void >( ( resolve ) =>
		server.listen( port, '127.0.0.1', resolve )
	);
	return {
		url: `http://127.0.0.1:${ port }`,
		/** When the next create-call request arrives. */
		nextCall: () =>
			new Promise< number >( ( resolve ) => ( arrived = resolve ) ),
		close: () => server.close(),
	};
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
	return {
		url: `http://127.0.0.1:${ port }/`,
		close: () => server.close(),
	};
}
