import { expect, it } from '@jest/globals';
import { priceOf } from './prices.js';

const free = new Set( [ 'busy' ] );

it.each( [
	[ 'completed', '-0.00750', 'USD', { micros: 7_500, currency: 'USD' } ],
	// Of messages the unit may be in small letters.
	[ 'delivered', '-0.08', 'eur', { micros: 80_000, currency: 'EUR' } ],
	[ 'completed', '0', 'USD', { micros: 0, currency: 'USD' } ],
	[ 'completed', null, 'USD', 'not_yet' ],
	[ 'completed', '-0.01', null, 'not_yet' ],
	[ 'busy', null, 'USD', { micros: 0, currency: 'USD' } ],
	[ 'completed', 'soon', 'USD', 'not_yet' ],
] as const )(
	'reads the price of what is %s, %s %s [N20]',
	( status, price, priceUnit, read ) => {
		expect( priceOf( { status, price, priceUnit }, free ) ).toEqual( read );
	}
);

it( 'has no price of what the network does not know [N20]', () => {
	expect( priceOf( null, free ) ).toBe( 'never' );
} );
