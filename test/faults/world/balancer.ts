import { connect, createServer, type Socket } from 'node:net';

/**
 * The one address of several instances: each connection goes to one of them that serves, by turns, and to another one when
 * that is not there.
 */
export async function startBalancer(
	port: number,
	serving: () => readonly number[]
): Promise< { url: string; close: () => Promise< void > } > {
	let turn = 0;
	const open = new Set< Socket >();
	const server = createServer( ( socket ) => {
		open.add( socket );
		socket.on( 'close', () => open.delete( socket ) );
		socket.on( 'error', () => socket.destroy() );
		const instances = serving();
		const first = turn++;
		const reach = ( tries: number ): void => {
			const target = instances[ ( first + tries ) % instances.length ];
			if ( target === undefined || tries >= instances.length ) {
				socket.destroy();
				return;
			}
			const inside = connect( target, '127.0.0.1' );
			let connected = false;
			inside.once( 'connect', () => {
				connected = true;
				socket.pipe( inside ).pipe( socket );
			} );
			inside.on( 'error', () =>
				connected ? socket.destroy() : reach( tries + 1 )
			);
			// A process that died cuts what it was answering.
			inside.on( 'close', () => connected && socket.destroySoon() );
			socket.on( 'close', () => inside.destroy() );
		};
		reach( 0 );
	} );
	await new Promise< void >( ( resolve, reject ) => {
		server.once( 'error', reject );
		server.listen( port, '127.0.0.1', resolve );
	} );
	return {
		url: `http://127.0.0.1:${ port }`,
		close: async () => {
			open.forEach( ( socket ) => socket.destroy() );
			await new Promise( ( resolve ) => server.close( resolve ) );
		},
	};
}
