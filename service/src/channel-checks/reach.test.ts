import { describe, expect, it } from '@jest/globals';
import { createReach, isPublic } from './reach.js';

describe( 'whether the network reaches the service', () => {
	it.each( [
		[ 'callback.example.com', true ],
		[ '203.0.113.9', true ],
		[ '[2001:db8::1]', true ],
		[ 'localhost', false ],
		[ 'rappel', false ],
		[ 'nas.local', false ],
		[ '127.0.0.1', false ],
		[ '10.1.2.3', false ],
		[ '172.20.0.2', false ],
		[ '192.168.1.4', false ],
		[ '[::1]', false ],
		[ '[fd00::1]', false ],
	] )(
		'cannot be asked of a private address: %s is public: %s',
		( host, yes ) => {
			expect( isPublic( host ) ).toBe( yes );
		}
	);

	it( 'is told for the phone lab, and of an address that nobody outside could call', async () => {
		const asked = ( simulated: boolean ) =>
			createReach( {
				publicBaseUrl: () => 'http://127.0.0.1:9',
				simulated,
			} )();
		expect( await asked( true ) ).toBe( 'simulated' );
		expect( await asked( false ) ).toBe( 'not_public' );
	} );
} );
