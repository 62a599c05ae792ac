import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import express from 'express';
import { freePorts } from '../support/free-ports.js';
import { fictionalNumber, ServiceClient } from '../support/service-client.js';
import { companyNumber, startPhoneSide } from '../support/stack.js';
import { percentile, rounded } from './print.js';

const noteInstants = new URL( 'note-http-instants.mjs', import.meta.url ).href;

const warmUp = 50;
const counted = 200;
/** Ten visitors a second, far beyond a busy site's, and slow enough that each is measured and not those before it. */
const betweenRequestsMilliseconds = 100;

/**
 * From the visitor's POST coming into the service until its create-call request leaves it, by that process's own clock; and,
 * as `seen…`, the same from outside: from sending a signed request until the create-call request arrives at a telephone
 * network, both hops over the loopback included. The network is a bare HTTP server that takes the call and never rings. In
 * the same run an Express server that answers a constant body is asked as often, to tell how much of it is Node and HTTP.
 */
export async function firstRing(): Promise< Record< string, number > > {
	const network = await startNetwork();
	const directory = await mkdtemp( join( tmpdir(), 'rappel-first-ring-' ) );
	const instantsFile = join( directory, 'instants.json' );
	const phoneSide = await startPhoneSide( {
		serviceEnvironment: {
			CALLS_PER_SECOND: '1000',
			TWILIO_BASE_URL: network.url,
			NODE_OPTIONS: `--import ${ noteInstants }`,
			HTTP_INSTANTS_FILE: instantsFile,
		},
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
			// Nobody ever answers: every call stays under way.
			queue: { limit: 1_000 },
		} );
		const rings: number[] = [];
		const constants: number[] = [];
		for ( let n = 0; n < warmUp + counted; n++ ) {
			await setTimeout( betweenRequestsMilliseconds );
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
		await phoneSide.service.end();
		const inside = millisecondsInside( await readInstants( instantsFile ) );
		return {
			requests: inside.length,
			p50Ms: rounded( percentile( inside, 0.5 ) ),
			p95Ms: rounded( percentile( inside, 0.95 ) ),
			seenP50Ms: rounded( percentile( rings, 0.5 ) ),
			seenP95Ms: rounded( percentile( rings, 0.95 ) ),
			constantExpressP50Ms: rounded( percentile( constants, 0.5 ) ),
			ratioToConstantExpress: rounded(
				percentile( rings, 0.5 ) / percentile( constants, 0.5 )
			),
		};
	} finally {
		await phoneSide.stop();
		network.close();
		constant.close();
		await rm( directory, { recursive: true, force: true } );
	}
}

interface HttpInstant {
	direction: 'in' | 'out';
	method: string;
	path: string;
	/** Milliseconds, by the service's own clock. */
	at: number;
}

async function readInstants( file: string ): Promise< HttpInstant[] > {
	return JSON.parse( await readFile( file, 'utf8' ) ) as HttpInstant[];
}

/** One request is under way at a time, so each create-call request belongs to the visitor's POST before it. */
function millisecondsInside( instants: readonly HttpInstant[] ): number[] {
	const posts = instants.filter( ( { method } ) => method === 'POST' );
	const durations = posts.flatMap( ( { direction, path, at }, index ) => {
		const before = posts[ index - 1 ];
		return direction === 'out' &&
			path.endsWith( '/Calls.json' ) &&
			before?.direction === 'in' &&
			before.path === '/v1/callback-requests'
			? at - before.at
			: [];
	} );
	if ( durations.length !== warmUp + counted ) {
		throw new Error(
			`${ durations.length } of ${ warmUp + counted } calls were seen to leave the service`
		);
	}
	return durations.slice( warmUp );
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
