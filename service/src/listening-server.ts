import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ListeningServer {
	/** "http://127.0.0.1:8801" */
	url: string;
	/** Takes no more connections, lets requests under way finish, and cuts what is left after 10 s. */
	close: () => Promise< void >;
}

const finishMilliseconds = 10_000;

/** @throws {Error} With a sentence, when the port is taken. */
export function listen(
	handler: RequestListener,
	host: string,
	port: number
): Promise< ListeningServer > {
	const server = createServer( handler );
	return new Promise( ( resolve, reject ) => {
		server.once( 'error', ( error: NodeJS.ErrnoException ) =>
			reject(
				error.code === 'EADDRINUSE'
					? new Error(
							`Port ${ port } of ${ host } is taken by another program. Choose another with PORT.`
						)
					: error
			)
		);
		server.listen( port, host, () => {
			const address = server.address() as AddressInfo;
			const shown =
				address.family === 'IPv6'
					? `[${ address.address }]`
					: address.address;
			resolve( {
				url: `http://${ shown }:${ address.port }`,
				close: () =>
					new Promise( ( closed ) => {
						const cut = setTimeout(
							() => server.closeAllConnections(),
							finishMilliseconds
						);
						server.close( () => {
							clearTimeout( cut );
							closed();
						} );
						server.closeIdleConnections();
					} ),
			} );
		} );
	} );
}
