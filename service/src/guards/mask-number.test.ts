import { describe, expect, it } from '@jest/globals';
import { maskNumber } from './mask-number.js';

describe( 'a number for who may not see it [R11]', () => {
	it.each( [
		[ '+33612345678', '+33•••••••78' ],
		[ '+12025550123', '+1••••••••23' ],
		[ '+352621123456', '+352•••••••56' ],
		[ '+9991234567', '+••••••••67' ],
	] )( '%s is shown as %s', ( number, shown ) => {
		expect( maskNumber( number ) ).toBe( shown );
	} );
} );
