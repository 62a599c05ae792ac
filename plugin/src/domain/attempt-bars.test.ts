import { describe, expect, it } from '@jest/globals';
import type { Attempt, Leg } from './attempt';
import { barsOf } from './attempt-bars';

const at = ( second: number ) =>
	new Date( Date.UTC( 2026, 10, 25, 10, 0, second ) ).toISOString();

const leg: Leg = {
	id: 'leg',
	party: 'company',
	userId: null,
	agentName: null,
	incoming: false,
	number: '+33199001000',
	state: 'ended',
	dialedAt: at( 0 ),
	ringingAt: at( 1 ),
	answeredAt: at( 5 ),
	endedAt: at( 20 ),
	endReason: 'completed',
	hungUpFirst: true,
};

const attempt: Attempt = {
	id: 'attempt',
	ordinal: 1,
	startedAt: at( 0 ),
	endedAt: at( 20 ),
	joinedAt: at( 10 ),
	talkSeconds: 10,
	legs: [ leg ],
};

describe( 'the bars of a leg', () => {
	it( 'draws dialling, ringing, waiting and talking one after the other', () => {
		const bars = barsOf( leg, attempt, new Date( at( 20 ) ) );
		expect(
			bars.map( ( { kind, seconds } ) => [ kind, seconds ] )
		).toEqual( [
			[ 'dialing', 1 ],
			[ 'ringing', 4 ],
			[ 'waiting', 5 ],
			[ 'talking', 10 ],
		] );
		expect( bars.at( -1 ) ).toMatchObject( { start: 50, length: 50 } );
	} );

	it( 'grows with the clock while the leg rings', () => {
		const ringing: Leg = {
			...leg,
			state: 'ringing',
			answeredAt: null,
			endedAt: null,
			endReason: null,
			hungUpFirst: null,
		};
		const bars = barsOf(
			ringing,
			{ ...attempt, endedAt: null, joinedAt: null },
			new Date( at( 11 ) )
		);
		expect( bars.at( -1 ) ).toMatchObject( {
			kind: 'ringing',
			seconds: 10,
		} );
	} );
} );
