import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * As many free ports of the loopback as asked for, all different, and below the range from which the system takes ports for
 * connections of its own (32768 and up on Linux): none of those sits on one between the look and the use.
 */
export async function freePorts( count: number ): Promise< number[] > {
	const found = new Set< number >();
	while ( found.size < count ) {
		const port = randomInt( 10_000, 30_000 );
		if ( await isFree( port ) ) {
			found.add( port );
		}
	}
	return [ ...found ];
}

function isFree( port: number ): Promise< boolean > {
	return new Promise( ( resolve ) => {
		const probe = createServer();
		probe.once( 'error', () => resolve( false ) );
		probe.listen( port, '127.0.0.1', () =>
			probe.close( () => resolve( true ) )
		);
	} );
}
