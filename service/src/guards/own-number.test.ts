import { describe, expect, it } from '@jest/globals';
import { someChannel } from '../channels/testing/some-channel.js';
import { refuseOwnNumber } from './own-number.js';

describe( 'refuseOwnNumber', () => {
	const channels = [
		someChannel(),
		someChannel( {
			calls: {
				destinationNumber: '+33155555501',
				callerId: '+33155555502',
			},
			fallback: { number: '+33155555504' },
		} ),
	];

	it.each( [
		'+33155555501',
		'+33155555502',
		'+33155555503',
		'+33155555504',
	] )( 'refuses %s, which is the site’s own [R18]', ( number ) => {
		expect( () =>
			refuseOwnNumber( number, channels, [ null, '+33155555503' ] )
		).toThrow(
			expect.objectContaining( {
				code: 'number_type_refused',
				text: 'problem.number_type_refused.own_number',
				field: 'number',
			} )
		);
	} );

	it( 'lets a visitor’s number pass', () => {
		expect( () =>
			refuseOwnNumber( '+33612345678', channels, [ null ] )
		).not.toThrow();
	} );
} );
