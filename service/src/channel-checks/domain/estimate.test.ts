import { describe, expect, it } from '@jest/globals';
import { estimateOfPast, estimateOfPrices } from './estimate.js';

const cost = ( micros: number, currency = 'USD' ) => ( { micros, currency } );
const past = ( micros: number, talkSeconds: number, currency = 'USD' ) => ( {
	cost: cost( micros, currency ),
	talkSeconds,
} );

describe( 'what a callback will cost [N20]', () => {
	it( 'is what those of the past cost, on average', () => {
		expect(
			estimateOfPast( [
				past( 100_000, 60 ),
				past( 200_000, 180 ),
				past( 330_000, 240 ),
			] )
		).toEqual( {
			cost: cost( 210_000 ),
			basis: 'past_callbacks',
			talkMinutes: 2.7,
			callbacks: 3,
		} );
	} );

	it( 'is not told by one or two, nor by those of another currency', () => {
		expect( estimateOfPast( [] ) ).toBeNull();
		expect(
			estimateOfPast( [
				past( 1, 1 ),
				past( 1, 1 ),
				past( 1, 1, 'EUR' ),
			] )
		).toBeNull();
	} );

	it( 'is by begun minutes of both legs, of which the first waits, and its text messages', () => {
		const prices = {
			company: cost( 14_000 ),
			client: cost( 40_000 ),
			segment: cost( 80_000 ),
		};
		expect(
			estimateOfPrices( prices, { firstParty: 'company', segments: 2 } )
		).toEqual( {
			cost: cost( 4 * 14_000 + 3 * 40_000 + 2 * 80_000 ),
			basis: 'prices',
			talkMinutes: 3,
			callbacks: 0,
		} );
		expect(
			estimateOfPrices(
				{ ...prices, segment: null },
				{ firstParty: 'client', segments: 0 }
			)?.cost
		).toEqual( cost( 3 * 14_000 + 4 * 40_000 ) );
	} );

	it( 'is not added up over currencies', () => {
		expect(
			estimateOfPrices(
				{
					company: cost( 1 ),
					client: cost( 1, 'EUR' ),
					segment: null,
				},
				{ firstParty: 'company', segments: 0 }
			)
		).toBeNull();
	} );
} );
