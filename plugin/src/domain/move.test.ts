import { describe, expect, it } from '@jest/globals';
import { moved } from './move';

describe( 'an item of a list', () => {
	it.each( [
		[ 0, 2, 'bca' ],
		[ 2, 0, 'cab' ],
		[ 1, 1, 'abc' ],
		[ 0, -1, 'abc' ],
		[ 2, 3, 'abc' ],
	] )( 'goes from %d to %d', ( from, to, expected ) => {
		expect( moved( [ 'a', 'b', 'c' ], from, to ).join( '' ) ).toBe(
			expected
		);
	} );
} );
