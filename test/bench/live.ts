import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
	liveEventSchema,
	type LiveEvent,
	type LiveToken,
} from '@rappel/contract';
import { fictionalNumber, ServiceClient } from '../support/service-client.js';
import { type PhoneSide, startPhoneSide } from '../support/stack.js';
import type { FromClients, ToClients } from './live-clients.js';
import { percentile, rounded } from './print.js';

const clients = 2_000;
/** Tabs of each; the service allows 25. */
const clientsPerUser = 20;
const users = clients / clientsPerUser;
/** The first of them supervise. */
const supervisors = 10;
/** BENCH_LIVE_SECONDS shortens it while one develops. */
const seconds = Number( process.env.BENCH_LIVE_SECONDS ?? 20 );
const eventsPerSecond = 10;
const warmUpEvents = 20;
/** Much longer than any event may take: afterwards what has not come is lost. */
const patienceMilliseconds = 3_000;

/**
 * 2,000 open streams of one site, of supervisors and agents, and ten changes a second: an agent's status, and a visitor's request,
 * in turn. Counted from before the commit, by the machine's clock: from sending the signed call for a status, and from the
 * request's own `createdAt`, which is read before its transaction commits; until the client has read the event. The clients are
 * one process of bare sockets on the same machine.
 */
export async function live(): Promise< Record< string, number > > {
	const side = await startPhoneSide( {
		serviceEnvironment: { LOG_LEVEL: 'warn' },
	} );
	const browsers = fork(
		fileURLToPath( new URL( 'live-clients.ts', import.meta.url ) )
	);
	try {
		const { wordpress, channelId } = await prepare( side );
		await openStreams( side, wordpress, browsers );
		const events = seconds * eventsPerSecond;
		const rssBefore = await side.service.rssMb();
		const cpuBefore = ( await side.service.cpuSeconds() ) ?? Number.NaN;
		await change( wordpress, channelId, 0, warmUpEvents );
		const changes = await change(
			wordpress,
			channelId,
			warmUpEvents,
			events
		);
		const cpuAfter = ( await side.service.cpuSeconds() ) ?? Number.NaN;
		await pause( patienceMilliseconds );
		const delays = delaysOf( await report( browsers ), changes );
		return {
			clients,
			events,
			delivered: delays.length,
			expected: clients * events,
			p50Ms: rounded( percentile( delays, 0.5 ) ),
			p99Ms: rounded( percentile( delays, 0.99 ) ),
			maximumMs: rounded( percentile( delays, 1 ) ),
			rssMb: rounded( await side.service.rssMb() ),
			rssMbBefore: rounded( rssBefore ),
			cpuShare: rounded( ( cpuAfter - cpuBefore ) / seconds, 2 ),
		};
	} finally {
		tell( browsers, { type: 'close' } );
		await side.stop();
	}
}

async function prepare( side: PhoneSide ) {
	const code = await side.pairingCode();
	await side.startService();
	const wordpress = await ServiceClient.pair( side.serviceUrl, code );
	await wordpress.call( 'PUT', '/v1/site', { dailyRequestCap: 100_000 } );
	const { id: channelId } = await wordpress.createChannel( {
		name: 'Switchboard',
		openingHours: { always: true },
		calls: { destinationNumber: '+33199003000' },
		// Requests wait: each is one event, and not the beginning of a call.
		queue: { processing: false, maximumWaiting: 0 },
	} );
	for ( let userId = 1; userId <= users; userId++ ) {
		await wordpress.call( 'PUT', `/v1/agents/${ userId }`, {
			name: `Agent ${ userId }`,
		} );
	}
	return { wordpress, channelId };
}

async function openStreams(
	side: PhoneSide,
	wordpress: ServiceClient,
	browsers: ChildProcess
): Promise< void > {
	const paths: string[] = [];
	for ( let userId = 1; userId <= users; userId++ ) {
		const { body } = await wordpress.call< LiveToken >(
			'POST',
			'/v1/live-tokens',
			{ userId, supervises: userId <= supervisors }
		);
		const { pathname, search } = new URL( body.streamUrl );
		paths.push(
			...Array< string >( clientsPerUser ).fill( pathname + search )
		);
	}
	tell( browsers, {
		type: 'open',
		port: Number( new URL( side.serviceUrl ).port ),
		paths,
	} );
	const answer = await heard( browsers );
	if ( answer.type !== 'connected' || answer.clients !== clients ) {
		throw new Error( 'Not every client has connected' );
	}
}

function tell( browsers: ChildProcess, message: ToClients ): void {
	browsers.send( message );
}

async function heard( browsers: ChildProcess ): Promise< FromClients > {
	const [ message ] = ( await once( browsers, 'message' ) ) as [
		FromClients,
	];
	return message;
}

/** By what tells it in the stream; when it was asked for, in milliseconds since 1970. */
type Changes = Map< string, number >;

async function change(
	wordpress: ServiceClient,
	channelId: string,
	first: number,
	count: number
): Promise< Changes > {
	const changes: Changes = new Map();
	const began = performance.now();
	for ( let n = first; n < first + count; n++ ) {
		const due = ( ( n - first ) * 1_000 ) / eventsPerSecond;
		await pause( Math.max( 0, began + due - performance.now() ) );
		const at = performance.timeOrigin + performance.now();
		if ( n % 2 === 0 ) {
			const userId = 1 + ( ( n / 2 ) % users );
			const status = n / 2 < users ? 'online' : 'away';
			changes.set( `${ userId } ${ status }`, at );
			await call( wordpress, 'PUT', `/v1/agents/${ userId }/presence`, {
				status,
			} );
		} else {
			const number = fictionalNumber( n );
			const request = wordpress.request( channelId, number, {
				visitorAddress: `10.0.${ Math.floor( n / 256 ) }.${ n % 256 }`,
				name: `Visitor ${ n }`,
				note: 'Please ask for the order of last week.',
			} );
			changes.set( `Visitor ${ n }`, at );
			await call( wordpress, 'POST', '/v1/callback-requests', request );
		}
	}
	return changes;
}

async function call(
	wordpress: ServiceClient,
	method: string,
	path: string,
	body: unknown
): Promise< void > {
	const answer = await wordpress.call( method, path, body );
	if ( answer.status >= 300 ) {
		throw new Error(
			`${ method } ${ path }: ${ answer.status } ${ JSON.stringify( answer.body ) }`
		);
	}
}

async function report(
	browsers: ChildProcess
): Promise< Array< [ event: string, times: number[] ] > > {
	tell( browsers, { type: 'report' } );
	const answer = await heard( browsers );
	return answer.type === 'came' ? answer.events : [];
}

/** How long each change took to each client; the first event that tells it counts. */
function delaysOf(
	events: ReadonlyArray< [ string, number[] ] >,
	changes: Changes
): number[] {
	return events.flatMap( ( [ text, times ] ) => {
		const event = liveEventSchema.parse(
			JSON.parse( text.slice( text.indexOf( 'data: ' ) + 6 ) )
		);
		const key = keyOf( event );
		const asked = changes.get( key );
		if ( asked === undefined ) {
			return [];
		}
		const since =
			event.type === 'request'
				? Date.parse( event.request.createdAt )
				: asked;
		return times.map( ( at ) => at - since );
	} );
}

function keyOf( event: LiveEvent ): string {
	switch ( event.type ) {
		case 'request':
			return event.request.version === 1 ? `${ event.request.name }` : '';
		case 'agent':
			return `${ event.agent.userId } ${ event.agent.presence.status }`;
		default:
			return '';
	}
}
