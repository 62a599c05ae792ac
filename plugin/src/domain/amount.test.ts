import { describe, expect, it } from '@jest/globals';
import { readAmount, typedAmount } from './amount';

describe( 'an amount of money that is typed [N20]', () => {
	it.each( [
		[ '', null ],
		[ ' ', null ],
		[ '50', 50_000 ],
		[ '12,50', 12_500 ],
		[ '1 200.05', 1_200_050 ],
		[ '0', NaN ],
		[ '-5', NaN ],
		[ '1.234', NaN ],
		[ '2000000', NaN ],
		[ 'fifty', NaN ],
	] )( 'is read as people type it: "%s" is %s', ( typed, milli ) => {
		expect( readAmount( typed ) ).toEqual( milli );
	} );

	it( 'is shown as it would be typed', () => {
		expect( typedAmount( null, 'fr-FR' ) ).toBe( '' );
		expect( typedAmount( 12_500, 'fr-FR' ) ).toBe( '12,5' );
		expect( readAmount( typedAmount( 1_200_000, 'en-US' ) ) ).toBe(
			1_200_000
		);
	} );
} );
