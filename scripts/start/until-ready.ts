import { createConnection } from 'node:net';
import { Stop } from '../setup/progress.mjs';

/** Asks an address until `ready` says yes to its answer, or gives up after `seconds` with the sentence. */
export async function untilReady(
	url: string,
	ready: ( response: Response ) => boolean,
	seconds: number,
	sentence: string
): Promise< void > {
	const deadline = Date.now() + seconds * 1_000;
	while ( Date.now() < deadline ) {
		try {
			const response = await fetch( url, {
				redirect: 'manual',
				signal: AbortSignal.timeout( 30_000 ),
			} );
			await response.arrayBuffer();
			if ( ready( response ) ) {
				return;
			}
		} catch {
			// Not listening yet.
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
	}
	throw new Stop( sentence );
}

/** Whether somebody listens on the port already. */
export function portTaken( port: number ): Promise< boolean > {
	return new Promise( ( resolve ) => {
		const socket = createConnection( { host: '127.0.0.1', port } );
		socket.once( 'connect', () => {
			socket.destroy();
			resolve( true );
		} );
		socket.once( 'error', () => resolve( false ) );
	} );
}
