import { describe, expect, it } from '@jest/globals';
import { addCosts, shownCost } from './cost.js';

const euros = ( micros: number ) => ( { micros, currency: 'EUR' } );
const dollars = ( micros: number ) => ( { micros, currency: 'USD' } );

describe( 'what was paid [N20]', () => {
	it( 'is added up, and what is not known is left out', () => {
		expect( addCosts( null, null ) ).toBeNull();
		expect( addCosts( euros( 7_500 ), null ) ).toEqual( euros( 7_500 ) );
		expect( addCosts( euros( 7_500 ), euros( 500 ) ) ).toEqual(
			euros( 8_000 )
		);
	} );

	it( 'is told in thousandths, rounded once at the end', () => {
		expect( shownCost( euros( 7_500 ) ) ).toEqual( {
			costMilli: 8,
			currency: 'EUR',
		} );
		expect( shownCost( { micros: null, currency: null } ) ).toEqual( {
			costMilli: null,
			currency: null,
		} );
	} );

	it( 'is not told where currencies meet, however many more come', () => {
		const mixed = addCosts( euros( 1 ), dollars( 1 ) );
		const more = addCosts( mixed, euros( 5 ) );
		expect( shownCost( more ?? euros( 0 ) ) ).toEqual( {
			costMilli: null,
			currency: null,
		} );
	} );
} );
