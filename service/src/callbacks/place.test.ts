import { describe, expect, it } from '@jest/globals';
import { agent, Scenario } from './domain/testing/scenario.js';
import { holdsPlace, isInLine } from './place.js';

const rung = () =>
	new Scenario( { candidates: [ agent( 1 ) ] } )
		.rings( 'agent 1', 0 )
		.told( 'agent 1', 'busy', 3 );

describe( 'the place of a request on its channel [R06]', () => {
	it( 'is kept between two agents who are rung one after the other', () => {
		const { request } = rung();
		expect( holdsPlace( request ) ).toBe( true );
		expect( isInLine( request ) ).toBe( false );
	} );

	it( 'is given up while the others are busy: it waits in line, and is looked at when one is free', () => {
		const { request } = rung().offer(
			{ candidates: [], worthWaiting: 'agents_busy' },
			3
		);
		expect( request ).toMatchObject( {
			state: 'queued',
			heldBackBy: 'agents_busy',
		} );
		expect( holdsPlace( request ) ).toBe( false );
		expect( isInLine( request ) ).toBe( true );
	} );
} );
