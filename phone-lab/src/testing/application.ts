import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import twilio from 'twilio';

/** One request the lab made to the application under test. */
export interface Received {
	path: string;
	method: string;
	parameters: Record< string, string >;
	/** By the SDK's own validator, against the address as the application knows it. */
	signed: boolean;
	idempotencyToken: string;
}

type Reply =
	| string
	| { status: number; body?: string; type?: string; location?: string }
	| 'silence';

/** An application as a customer of Twilio writes it: answers TwiML by path and keeps all it is told. */
export interface Application {
	url: string;
	received: Received[];
	/** What a path answers; unknown ones answer 204. A list is used up one by one, the last stays. */
	answers: Record< string, Reply | Reply[] >;
	/** Requests to a path, in the order they came. */
	at: ( path: string ) => Received[];
	close: () => Promise< void >;
}

export async function startApplication(
	authToken: string
): Promise< Application > {
	const app = express();
	const received: Received[] = [];
	const answers: Application[ 'answers' ] = {};
	let url = '';
	app.use( express.urlencoded( { extended: false } ) );
	app.use( ( request, response ) => {
		const form = ( request.body ?? {} ) as Record< string, string >;
		received.push( {
			path: request.path,
			method: request.method,
			parameters:
				request.method === 'GET'
					? ( request.query as Record< string, string > )
					: form,
			signed: twilio.validateRequest(
				authToken,
				request.get( 'X-Twilio-Signature' ) ?? '',
				url + request.originalUrl,
				request.method === 'GET' ? {} : form
			),
			idempotencyToken: request.get( 'I-Twilio-Idempotency-Token' ) ?? '',
		} );
		const planned = answers[ request.path ];
		const reply = Array.isArray( planned ) ? planned[ 0 ] : planned;
		if ( Array.isArray( planned ) && planned.length > 1 ) {
			planned.shift();
		}
		if ( reply === undefined ) {
			response.status( 204 ).end();
		} else if ( typeof reply === 'string' ) {
			if ( reply !== 'silence' ) {
				response.type( 'text/xml' ).send( reply );
			}
		} else if ( reply.location !== undefined ) {
			response.redirect( reply.status, reply.location );
		} else {
			response
				.status( reply.status )
				.type( reply.type ?? 'text/xml' )
				.send( reply.body ?? '' );
		}
	} );
	const server = createServer( app );
	await new Promise< void >( ( resolve ) =>
		server.listen( 0, '127.0.0.1', resolve )
	);
	url = `http://127.0.0.1:${ ( server.address() as AddressInfo ).port }`;
	return {
		url,
		received,
		answers,
		at: ( path ) => received.filter( ( one ) => one.path === path ),
		close: () =>
			new Promise( ( resolve ) => {
				server.closeAllConnections();
				server.close( () => resolve() );
			} ),
	};
}
