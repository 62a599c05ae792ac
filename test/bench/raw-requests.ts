import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface RawRequests {
	port: number;
	/** Whole requests without a body, as text. */
	requests: readonly string[];
	connections: number;
	/** How many are asked in all. */
	count: number;
}

/**
 * How many answers a server gives, and in which time, when each connection asks anew as soon as it is answered. Bare sockets and as
 * little work as possible on this side. Every answer must be a 200 with a Content-Length.
 */
export async function askAllTheTime( {
	port,
	requests,
	connections,
	count,
}: RawRequests ): Promise< { answered: number; seconds: number } > {
	let asked = 0;
	let answered = 0;
	let failure: Error | null = null;
	const next = () => requests[ asked++ % requests.length ] ?? '';
	const sockets: Socket[] = [];
	for ( let n = 0; n < connections; n++ ) {
		const socket = connect( port, '127.0.0.1' );
		socket.setNoDelay( true );
		await once( socket, 'connect' );
		sockets.push( socket );
	}
	const started = performance.now();
	await Promise.all(
		sockets.map(
			( socket ) =>
				new Promise< void >( ( resolve ) => {
					let left = '';
					socket.on( 'data', ( chunk: Buffer ) => {
						left += chunk.toString( 'latin1' );
						const end = endOfAnswer( left );
						if ( end === null || left.length < end ) {
							return;
						}
						if ( ! left.startsWith( 'HTTP/1.1 200 ' ) ) {
							failure = new Error( left.slice( 0, 500 ) );
						}
						left = '';
						answered++;
						if ( failure || asked >= count ) {
							resolve();
						} else {
							socket.write( next() );
						}
					} );
					socket.write( next() );
				} )
		)
	);
	const seconds = ( performance.now() - started ) / 1_000;
	for ( const socket of sockets ) {
		socket.destroy();
	}
	if ( failure ) {
		throw failure;
	}
	return { answered, seconds };
}

/** How long the answer is; null until its headers are there. */
function endOfAnswer( text: string ): number | null {
	const behindHeaders = text.indexOf( '\r\n\r\n' );
	if ( behindHeaders === -1 ) {
		return null;
	}
	const length = /content-length: (\d+)/i.exec( text )?.[ 1 ] ?? '0';
	return behindHeaders + 4 + Number( length );
}
