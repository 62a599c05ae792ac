import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { openStream, type LiveStream } from './live-stream.js';

describe( 'a stream', () => {
	let server: Server;
	afterEach( () => {
		server.closeAllConnections();
		server.close();
	} );

	/** A reader that asks, and reads only when told to. */
	const open = async () => {
		const app = express();
		const opened = new Promise< LiveStream >( ( resolve ) =>
			app.get( '/', ( _request, response ) =>
				resolve( openStream( response, null ) )
			)
		);
		server = createServer( app );
		await new Promise< void >( ( resolve ) =>
			server.listen( 0, '127.0.0.1', resolve )
		);
		const socket = connect( ( server.address() as AddressInfo ).port );
		socket.pause();
		socket.write( 'GET / HTTP/1.1\r\nHost: here\r\n\r\n' );
		return { socket, stream: await opened };
	};
	const closed = ( stream: LiveStream ) =>
		new Promise< void >( ( resolve ) => stream.onClosed( resolve ) );

	it( 'is not buffered for a reader that does not read: it is cut', async () => {
		const { socket, stream } = await open();
		const over = closed( stream );
		const frames = Buffer.alloc( 262_144, 'x' );
		let sent = 0;
		while ( ! stream.isClosed && sent < 1_000 ) {
			stream.send( frames );
			sent++;
			await nextTurn();
		}

		await over;
		// What the system's own buffers took, and little more.
		expect( sent ).toBeLessThan( 100 );
		socket.destroy();
	} );

	it( 'tells the browser when to ask again, and proxies to hold nothing back', async () => {
		const { socket } = await open();
		const beginning = await new Promise< string >( ( resolve ) => {
			let text = '';
			socket.on( 'data', ( chunk ) => {
				text += String( chunk );
				if ( text.includes( 'retry: ' ) ) {
					resolve( text );
				}
			} );
			socket.resume();
		} );

		expect( beginning ).toContain( 'Content-Type: text/event-stream' );
		expect( beginning ).toContain( 'X-Accel-Buffering: no' );
		expect( beginning ).toContain( 'no-store' );
		expect( beginning ).toMatch( /\r\n\r\nretry: \d+\n\n$/ );
		expect( beginning ).not.toContain( 'chunked' );
		socket.destroy();
	} );

	it( 'ends at once when it is closed, whoever reads', async () => {
		const { socket, stream } = await open();
		const over = closed( stream );
		stream.send( Buffer.alloc( 20_000_000 ) );

		stream.close();

		await over;
		socket.destroy();
	} );
} );
