import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { HttpMethod } from '../state/records.js';
import type { DeliveryPolicy } from './overrides.js';
import { sign } from './signature.js';

export interface Answer {
	status: number;
	contentType: string;
	body: Buffer;
	/** Where redirects led; the address itself when there were none. */
	url: string;
}

/** No answer: the connection could not be made (ct), or nothing complete came in time (rt). */
export class NoAnswer extends Error {
	constructor(
		readonly failure: 'ct' | 'rt',
		message: string
	) {
		super( message );
	}
}

export interface Exchange {
	url: string;
	method: HttpMethod;
	parameters: Record< string, string >;
	authToken: string;
	idempotencyToken: string;
	policy: DeliveryPolicy;
	signal?: AbortSignal;
}

const redirectLimit = 10;
const bodyLimitBytes = 20_000_000;

function withQuery(
	url: string,
	parameters: Record< string, string >
): string {
	const address = new URL( url );
	for ( const [ name, value ] of Object.entries( parameters ) ) {
		address.searchParams.append( name, value );
	}
	return address.href;
}

/** One request on a fresh connection, so that a service that was restarted is never met on a dead one. */
function send(
	exchange: Exchange,
	url: string,
	deadline: number
): Promise< Answer & { location: string | null } > {
	const form = exchange.method === 'POST' ? exchange.parameters : {};
	const body =
		exchange.method === 'POST'
			? new URLSearchParams( form ).toString()
			: '';
	const make = url.startsWith( 'https:' ) ? httpsRequest : httpRequest;
	return new Promise( ( resolve, reject ) => {
		let connected = false;
		const request = make( url, {
			method: exchange.method,
			agent: false,
			headers: {
				'User-Agent': 'TwilioProxy/1.1 (phone lab)',
				Accept: '*/*',
				'X-Twilio-Signature': sign( exchange.authToken, url, form ),
				'I-Twilio-Idempotency-Token': exchange.idempotencyToken,
				...( exchange.method === 'POST' && {
					'Content-Type':
						'application/x-www-form-urlencoded; charset=UTF-8',
					'Content-Length': Buffer.byteLength( body ),
				} ),
			},
		} );
		// Heard from the first: a request that is destroyed unheard would end the process.
		request.on( 'error', ( error ) =>
			fail(
				connected ? 'rt' : 'ct',
				error.message || 'the connection was refused'
			)
		);
		const connectTimer = setTimeout( () => {
			if ( ! connected ) {
				fail( 'ct', 'no connection in time' );
			}
		}, exchange.policy.connectTimeoutMilliseconds );
		const totalMilliseconds = Math.max( 0, deadline - Date.now() );
		const readTimer = setTimeout(
			() => fail( 'rt', 'no answer in time' ),
			Math.min(
				exchange.policy.readTimeoutMilliseconds,
				totalMilliseconds
			)
		);
		const stop = () => {
			clearTimeout( connectTimer );
			clearTimeout( readTimer );
			exchange.signal?.removeEventListener( 'abort', onAbort );
		};
		const fail = ( failure: 'ct' | 'rt', message: string ) => {
			stop();
			request.destroy();
			reject( new NoAnswer( failure, message ) );
		};
		const onAbort = () => fail( 'rt', 'the phone lab was stopped' );
		if ( exchange.signal?.aborted ) {
			return onAbort();
		}
		exchange.signal?.addEventListener( 'abort', onAbort );
		request.on( 'socket', ( socket ) =>
			socket.on(
				url.startsWith( 'https:' ) ? 'secureConnect' : 'connect',
				() => ( connected = true )
			)
		);
		request.on( 'response', ( response ) => {
			const chunks: Buffer[] = [];
			let size = 0;
			response.on( 'data', ( chunk: Buffer ) => {
				size += chunk.length;
				if ( size > bodyLimitBytes ) {
					fail( 'rt', 'the answer is larger than 20 MB' );
				}
				chunks.push( chunk );
			} );
			response.on( 'error', ( error ) => fail( 'rt', error.message ) );
			response.on( 'end', () => {
				stop();
				resolve( {
					status: response.statusCode ?? 0,
					contentType: response.headers[ 'content-type' ] ?? '',
					body: Buffer.concat( chunks ),
					url,
					location: response.headers.location ?? null,
				} );
			} );
		} );
		request.end( body );
	} );
}

/**
 * One signed request, redirects followed. A redirect is followed by GET and loses the form, as Twilio does it: an
 * application that answers 301 to a POST sees no parameters.
 *
 * @throws NoAnswer
 */
export async function exchangeOnce( exchange: Exchange ): Promise< Answer > {
	const deadline = Date.now() + exchange.policy.totalTimeoutMilliseconds;
	const withoutFragment = exchange.url.split( '#' )[ 0 ] ?? exchange.url;
	let current: Exchange = exchange;
	let url =
		exchange.method === 'GET'
			? withQuery( withoutFragment, exchange.parameters )
			: withoutFragment;
	for ( let hop = 0; hop <= redirectLimit; hop++ ) {
		const { location, ...answer } = await send( current, url, deadline );
		if ( answer.status < 300 || answer.status > 399 || location === null ) {
			return answer;
		}
		url = new URL( location, url ).href;
		current = { ...exchange, method: 'GET', parameters: {} };
	}
	throw new NoAnswer( 'rt', `more than ${ redirectLimit } redirects` );
}
