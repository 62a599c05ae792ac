import { describe, expect, it } from '@jest/globals';
import { mayAct, maySee, maySeeNumber, type Belonging } from './may-act.js';

const of = ( given: Partial< Belonging > = {} ): Belonging => ( {
	ownerUserId: null,
	takenByUserId: null,
	isWaiting: true,
	...given,
} );
const agent = { userId: 1, supervises: false };
const supervisor = { userId: 9, supervises: true };

describe( 'whose a request is [R11]', () => {
	it.each( [
		// act, see, number
		[ 'waits for anybody', of(), [ true, true, false ] ],
		[ 'waits for them', of( { ownerUserId: 1 } ), [ true, true, true ] ],
		[
			'waits for another',
			of( { ownerUserId: 2 } ),
			[ false, false, false ],
		],
		[
			'was taken by them',
			of( { takenByUserId: 1, isWaiting: false } ),
			[ true, true, true ],
		],
		[
			'was taken by another',
			of( { takenByUserId: 2, isWaiting: false } ),
			[ false, false, false ],
		],
		[
			'is over, and nobody’s',
			of( { isWaiting: false } ),
			[ true, false, false ],
		],
	] as const )( 'an agent and one that %s', ( _, request, expected ) => {
		expect( [
			mayAct( request, agent ),
			maySee( request, agent ),
			maySeeNumber( request, agent ),
		] ).toEqual( expected );
		expect( [
			mayAct( request, supervisor ),
			maySee( request, supervisor ),
			maySeeNumber( request, supervisor ),
		] ).toEqual( [ true, true, true ] );
	} );
} );
