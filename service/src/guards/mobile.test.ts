import { expect, it } from '@jest/globals';
import { isMobile } from './mobile.js';

it.each( [
	[ '+33612345678', true ],
	[ '+33767123456', true ],
	[ '+33123456789', false ],
	[ '+33912345678', false ],
	[ '+491711234567', true ],
	// A number of the United States does not tell.
	[ '+12025550123', true ],
] )(
	'says of %s whether it may be a mobile’s: %s [R01]',
	( number, expected ) => {
		expect( isMobile( number ) ).toBe( expected );
	}
);
