// Loaded into the service by `node --import` for a benchmark: how long each of its answers took, and how much processor time it
// used, without a line of code in the service. https://nodejs.org/docs/latest-v20.x/api/diagnostics_channel.html#http
import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';

// The path as it came: a router shortens the request's own meanwhile.
/** @type {WeakMap<object, { at: number, path: string }>} */
const started = new WeakMap();
/** @type {{ path: string, milliseconds: number }[]} */
const answers = [];

/** @param {{ request: { url: string } }} message */
const noteStart = ( { request } ) => {
	started.set( request, { at: performance.now(), path: request.url } );
};
/** @param {{ request: { url: string } }} message */
const noteAnswer = ( { request } ) => {
	const start = started.get( request );
	if ( start ) {
		answers.push( {
			path: start.path,
			milliseconds: performance.now() - start.at,
		} );
	}
};
subscribe( 'http.server.request.start', ( message ) =>
	noteStart( /** @type {{ request: { url: string } }} */ ( message ) )
);
subscribe( 'http.server.response.finish', ( message ) =>
	noteAnswer( /** @type {{ request: { url: string } }} */ ( message ) )
);
process.on( 'SIGUSR2', () =>
	writeFileSync(
		process.env.ANSWER_TIMES_FILE ?? '',
		JSON.stringify( {
			answers: answers.splice( 0 ),
			cpu: process.cpuUsage(),
		} )
	)
);
