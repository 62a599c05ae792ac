import { describe, expect, it } from '@jest/globals';
import { sayAmount, sayWritten, writtenAmount } from './amount.js';

describe( 'an amount of money [N20]', () => {
	it( 'is said as people of the language write it', () => {
		const amount = { micros: 1_234_500_000, currency: 'EUR' };
		expect( sayAmount( amount, 'en' ) ).toBe( '€1,234.50' );
		expect( sayAmount( amount, 'fr' ).replaceAll( /\s/g, ' ' ) ).toBe(
			'1 234,50 €'
		);
		expect( sayAmount( { ...amount, currency: null }, 'de' ) ).toBe(
			'1.234,50'
		);
	} );

	it( 'is kept in no language, and said in any', () => {
		const written = writtenAmount( {
			micros: -12_500_000,
			currency: 'EUR',
		} );
		expect( written ).toBe( '-12.50 EUR' );
		expect( sayWritten( written, 'en' ) ).toBe( '-€12.50' );
		expect( sayWritten( '21210', 'en' ) ).toBe( '21210' );
	} );
} );
