import { fileURLToPath } from 'node:url';
import type { Availability } from '@rappel/contract';
import { untilReady } from '../../scripts/start/until-ready.js';
import { freePorts } from '../support/free-ports.js';
import { NodeProcess } from '../support/node-process.js';
import { ServiceClient } from '../support/service-client.js';
import { companyNumber, startPhoneSide } from '../support/stack.js';
import { percentile, rounded } from './print.js';
import { askAllTheTime } from './raw-requests.js';

/** For the compilers. */
const warmUps = 3;
const rounds = 5;
const requestsPerRound = 4_000;
/** As many visitors' pages ask at the same time, through as many connections of WordPress. */
const connections = 64;
/** Each has a nonce and a signature of its own; they are asked one after the other, again and again. */
const signedRequests = 2_000;

interface Round {
	perSecond: number;
	/** Of the server's process, all its threads, for each answer. */
	cpuMicros: number;
}

/**
 * Signed and authenticated availability of the service, as its own process on SQLite, beside a process with the same Express
 * stack that is sent the same requests and answers a constant body without looking at who asks. The two are asked in turn, a round each;
 * `ratioToConstantExpress` is the median of the rounds' ratios of answers a second, and `cpuRatio` that of what an answer costs the
 * processor, which other work on the machine does not move as much. The requests are made beforehand and sent through bare sockets, so that
 * the side that asks is not what is measured.
 */
export async function availability(): Promise< Record< string, number > > {
	const phoneSide = await startPhoneSide();
	let constant: NodeProcess | undefined;
	try {
		const code = await phoneSide.pairingCode();
		await phoneSide.startService();
		const client = await ServiceClient.pair( phoneSide.serviceUrl, code );
		const { id } = await client.createChannel( {
			name: 'Switchboard',
			openingHours: { always: true },
			calls: { destinationNumber: companyNumber },
		} );
		const target = `/v1/channels/${ id }/availability`;
		const { body } = await client.call< Availability >( 'GET', target );
		if ( ! body.immediate ) {
			throw new Error(
				`It is not available: ${ JSON.stringify( body ) }`
			);
		}
		const server = await startConstantExpress( target, body );
		constant = server.process;
		const requests = Array.from( { length: signedRequests }, () =>
			requestText( target, client.signed( 'GET', target ) )
		);
		const measure = async ( url: string, process: NodeProcess ) => {
			const before = await process.cpuSeconds();
			const { answered, seconds } = await askAllTheTime( {
				port: Number( new URL( url ).port ),
				requests,
				connections,
				count: requestsPerRound,
			} );
			const used =
				( ( await process.cpuSeconds() ) ?? NaN ) - ( before ?? NaN );
			return {
				perSecond: answered / seconds,
				cpuMicros: ( used / answered ) * 1_000_000,
			};
		};
		const measured: Array< Record< 'own' | 'constant', Round > > = [];
		for ( let round = 0; round < warmUps + rounds; round++ ) {
			const both = {
				own: await measure( phoneSide.serviceUrl, phoneSide.service ),
				constant: await measure( server.url, server.process ),
			};
			if ( round >= warmUps ) {
				measured.push( both );
			}
		}
		return metricsOf( measured );
	} finally {
		await constant?.end( 'SIGKILL' );
		await phoneSide.stop();
	}
}

function metricsOf(
	measured: ReadonlyArray< Record< 'own' | 'constant', Round > >
): Record< string, number > {
	const median = (
		of: ( round: Record< 'own' | 'constant', Round > ) => number
	) => percentile( measured.map( of ), 0.5 );
	return {
		availabilityPerSecond: rounded(
			median( ( { own } ) => own.perSecond ),
			0
		),
		constantPerSecond: rounded(
			median( ( { constant } ) => constant.perSecond ),
			0
		),
		ratioToConstantExpress: rounded(
			median(
				( { own, constant } ) => own.perSecond / constant.perSecond
			),
			2
		),
		availabilityCpuMicros: rounded(
			median( ( { own } ) => own.cpuMicros ),
			0
		),
		constantCpuMicros: rounded(
			median( ( { constant } ) => constant.cpuMicros ),
			0
		),
		cpuRatio: rounded(
			median(
				( { own, constant } ) => constant.cpuMicros / own.cpuMicros
			),
			2
		),
	};
}

async function startConstantExpress( target: string, body: unknown ) {
	const [ port ] = ( await freePorts( 1 ) ) as [ number ];
	const url = `http://127.0.0.1:${ port }`;
	const server = new NodeProcess(
		fileURLToPath( new URL( 'constant-express.mjs', import.meta.url ) ),
		[],
		{ PORT: String( port ), BODY: JSON.stringify( body ) }
	);
	server.start();
	await untilReady(
		url + target,
		( { ok } ) => ok,
		60,
		'The constant Express did not start.'
	);
	return { url, process: server };
}

function requestText( target: string, { headers }: RequestInit ): string {
	const lines = Object.entries( headers as Record< string, string > ).map(
		( [ name, value ] ) => `${ name }: ${ value }\r\n`
	);
	return `GET ${ target } HTTP/1.1\r\nHost: 127.0.0.1\r\n${ lines.join( '' ) }\r\n`;
}
