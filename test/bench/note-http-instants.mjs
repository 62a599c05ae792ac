// Loaded into the service by `node --import` for a benchmark: notes when requests come in and leave, without a line of code in the
// service. https://nodejs.org/docs/latest-v20.x/api/diagnostics_channel.html#http
import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';

/** @type {{ direction: 'in' | 'out', method: string, path: string, at: number }[]} */
const notes = [];
const file = process.env.HTTP_INSTANTS_FILE;

subscribe( 'http.server.request.start', ( message ) => {
	const { request } =
		/** @type {{ request: import('node:http').IncomingMessage }} */ (
			message
		);
	notes.push( {
		direction: 'in',
		method: request.method ?? '',
		path: request.url ?? '',
		at: performance.now(),
	} );
} );
subscribe( 'http.client.request.start', ( message ) => {
	const { request } =
		/** @type {{ request: import('node:http').ClientRequest }} */ (
			message
		);
	notes.push( {
		direction: 'out',
		method: request.method,
		path: request.path,
		at: performance.now(),
	} );
} );
process.on( 'exit', () => {
	if ( file && notes.length > 0 ) {
		writeFileSync( file, JSON.stringify( notes ) );
	}
} );
