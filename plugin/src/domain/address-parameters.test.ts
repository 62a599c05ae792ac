import { describe, expect, it } from '@jest/globals';
import { isParameter, parameterOf, parameterWords } from './address-parameters';

describe( 'a parameter of the page’s address', () => {
	it.each( [
		[ 'utm_campaign=spring', { name: 'utm_campaign', value: 'spring' } ],
		[ 'gclid', { name: 'gclid', value: '' } ],
		[ 'a=b=c', { name: 'a', value: 'b=c' } ],
	] )( 'is read and written: %s', ( text, parameter ) => {
		expect( isParameter( text ) ).toBe( true );
		expect( parameterOf( text ) ).toEqual( parameter );
		expect( parameterWords( parameter ) ).toBe( text );
	} );

	it( 'has a name of letters and digits', () => {
		expect( isParameter( 'a b=c' ) ).toBe( false );
		expect( isParameter( '=spring' ) ).toBe( false );
	} );
} );
