import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { authToken } from '../testing/lab-fixture.js';
import { exchangeOnce, NoAnswer } from './exchange.js';
import { deliveryPolicy } from './overrides.js';

describe( 'a lab that is stopped while a webhook is due', () => {
	const send = ( url: string, signal: AbortSignal ) =>
		exchangeOnce( {
			url,
			method: 'POST',
			parameters: {},
			authToken,
			idempotencyToken: '1',
			policy: deliveryPolicy( url ),
			signal,
		} );

	// An error event that nobody hears ends the process, this one too.
	it.each( [ 'http://127.0.0.1:1/', 'https://127.0.0.1:1/' ] )(
		'gives up %s without a word, when it stopped before',
		async ( url ) => {
			await expect(
				send( url, AbortSignal.abort() )
			).rejects.toBeInstanceOf( NoAnswer );
			await new Promise( ( resolve ) => setImmediate( resolve ) );
		}
	);

	it( 'gives up one that is on its way', async () => {
		const stopping = new AbortController();
		const server = createServer( () => stopping.abort() );
		await new Promise< void >( ( resolve ) =>
			server.listen( 0, '127.0.0.1', resolve )
		);
		const { port } = server.address() as AddressInfo;
		await expect(
			send( `http://127.0.0.1:${ port }/`, stopping.signal )
		).rejects.toBeInstanceOf( NoAnswer );
		server.closeAllConnections();
		await new Promise( ( resolve ) => server.close( resolve ) );
	} );
} );
