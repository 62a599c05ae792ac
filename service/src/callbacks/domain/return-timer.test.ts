import { describe, expect, it } from '@jest/globals';
import { nextRing } from './return-timer.js';
import {
	agent,
	atSeconds,
	booked,
	clientRings,
	Scenario,
	talking,
} from './testing/scenario.js';

/** Ten minutes. */
const timer = { returnSeconds: 600 };
const owner = { owner: { userId: 1, waitSeconds: 3_000 } };
const waiting = ( plan: object = {} ) =>
	new Scenario( {
		plan: { ...timer, routing: 'team', ...plan },
		candidates: [],
		worthWaiting: 'owner_away',
	} );
const rings = ( scenario: Scenario, seconds: number ) =>
	scenario.when( { type: 'return_timer_rang' }, seconds );

describe( 'the return timer [N09]', () => {
	it( 'is set when a request is taken, and not where the channel has none', () => {
		expect( waiting().last.effects ).toContainEqual( {
			type: 'return_timer',
			at: atSeconds( 600 ),
		} );
		expect( nextRing( waiting( { returnSeconds: null } ).request ) ).toBe(
			null
		);
	} );

	it( 'gives an owner’s request to the team, once', () => {
		const scenario = rings( waiting( owner ), 600 );

		expect( scenario.last ).toEqual( {
			events: [ { type: 'returned', at: atSeconds( 600 ) } ],
			effects: [
				{ type: 'seek', at: null },
				{ type: 'return_timer', at: atSeconds( 1_200 ) },
			],
		} );
		expect( scenario.request.plan.owner ).toBeNull();
		expect( rings( scenario, 601 ).last ).toEqual( {
			events: [],
			effects: [],
		} );
	} );

	it( 'asks the team too where nobody owns it, and stops nobody’s phone', () => {
		expect( rings( waiting(), 600 ).happened ).toEqual( [ 'returned' ] );

		const ringing = rings(
			new Scenario( {
				plan: { ...timer, ...owner },
				candidates: [ agent( 1 ) ],
			} )
				.dial( 'agent 1', 590 )
				.placed( 'agent 1', 591 ),
			600
		);

		expect( ringing.happened ).toEqual( [ 'returned' ] );
		expect( ringing.last.effects ).toEqual( [
			{ type: 'return_timer', at: atSeconds( 1_200 ) },
		] );
	} );

	it( 'tells those who supervise as long again later, once', () => {
		const scenario = rings( rings( waiting( owner ), 600 ), 1_200 );

		expect( scenario.happened ).toEqual( [ 'supervisor_told' ] );
		expect( rings( scenario, 1_201 ).happened ).toEqual( [] );
		expect( nextRing( scenario.request ) ).toBeNull();
	} );

	it( 'that rang late leaves the team as long as one that was punctual', () => {
		const scenario = rings( waiting(), 5_000 );

		expect( scenario.happened ).toEqual( [ 'returned' ] );
		expect( nextRing( scenario.request ) ).toEqual( {
			at: atSeconds( 5_600 ),
			what: 'tell',
		} );
	} );

	it( 'does nothing before its time', () => {
		expect( rings( waiting(), 599 ).happened ).toEqual( [] );
	} );

	it( 'tells of a request that failed meanwhile, without asking the team', () => {
		const failed = new Scenario( { plan: timer, candidates: [] } );
		expect( failed.request.state ).toBe( 'failed' );

		expect( rings( failed, 600 ).happened ).toEqual( [] );
		expect( rings( failed, 1_200 ).happened ).toEqual( [
			'supervisor_told',
		] );
		expect( failed.request.state ).toBe( 'failed' );
	} );

	it( 'counts from the booked time, wherever it is moved to', () => {
		const moved = booked( { plan: timer } ).when(
			{
				type: 'move_booking',
				startsAt: atSeconds( 9_000 ),
				endsAt: atSeconds( 9_900 ),
			},
			60
		);

		expect( nextRing( moved.request )?.at ).toEqual( atSeconds( 9_600 ) );
		expect( rings( moved, 7_800 ).happened ).toEqual( [] );
	} );

	it( 'counts from the time for which the client asked by key', () => {
		const postponed = clientRings( {
			plan: { ...timer, clientKeys: true },
		} )
			.told( 'client', 'in_progress', 12 )
			.presses( 'client', 'keys', '2', 15 )
			.presses( 'client', 'later', '1', 20 );
		expect( postponed.request.state ).toBe( 'scheduled' );

		expect( nextRing( postponed.request )?.at ).toEqual(
			atSeconds( 20 + 600 + 600 )
		);
	} );

	it( 'is silent once they talk, and when the visitor cancels', () => {
		expect( nextRing( talking( { plan: timer } ).request ) ).toBeNull();
		expect(
			rings(
				waiting().when( { type: 'cancel', reason: 'changed_mind' }, 5 ),
				600
			).happened
		).toEqual( [] );
	} );
} );
