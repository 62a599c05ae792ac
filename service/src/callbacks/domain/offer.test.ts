import { describe, expect, it } from '@jest/globals';
import { ownerOnly } from './callback-request.js';
import {
	agent,
	atSeconds,
	clientWaits,
	destination,
	Scenario,
} from './testing/scenario.js';

const team = [ agent( 1 ), agent( 2 ), agent( 3 ) ];
const allAtOnce = { plan: { distribution: 'all_at_once' } } as const;
const nobodyThere = { candidates: [] };

describe( 'agents in turn [S12] [S14]', () => {
	it( 'calls the first of those who were found, and nobody else', () => {
		const asked = new Scenario( { candidates: team } );
		expect( asked.toDo ).toEqual( [ 'dial_leg agent 1' ] );
		expect( asked.request.attempt.legs ).toHaveLength( 2 );
	} );

	it.each( [ 'busy', 'no_answer', 'refused', 'failed' ] as const )(
		'looks for the next when one is %s, and the place on the line is kept',
		( status ) => {
			const next = new Scenario( { candidates: team } )
				.rings( 'agent 1', 0 )
				.told( 'agent 1', status, 20 );
			expect( next.toDo ).toEqual( [ 'seek' ] );
			next.offer( { candidates: [ agent( 2 ) ] }, 20 );
			expect( next.toDo ).toEqual( [ 'dial_leg agent 2' ] );
			expect( next.request.attempt.ordinal ).toBe( 1 );
			expect( next.request.createdAt ).toEqual( atSeconds( 0 ) );
		}
	);

	it( 'goes on with the next when an agent’s number is none, and tells nobody', () => {
		const next = new Scenario( { candidates: team } )
			.dial( 'agent 1', 0 )
			.refused( 'agent 1', 'permanent', 1, true );
		expect( next.outcome ).toBe( 'calling_company' );
		expect( next.toDo ).toEqual( [ 'seek' ] );
	} );

	it( 'fails when all were rung and none took the call', () => {
		const failed = new Scenario( { candidates: team } )
			.rings( 'agent 1', 0 )
			.told( 'agent 1', 'busy', 3 )
			.offer( nobodyThere, 3 );
		expect( failed.outcome ).toBe( 'failed: nobody_accepted' );
	} );

	it( 'hears no offer while somebody is called', () => {
		const rings = new Scenario( { candidates: team } ).rings(
			'agent 1',
			0
		);
		expect(
			rings.offer( { candidates: [ agent( 2 ) ] }, 1 ).happened
		).toEqual( [] );
		expect( rings.toDo ).toEqual( [] );
	} );

	it( 'keeps the client on the line, with music, from one to the next [S16]', () => {
		const next = clientWaits( { candidates: team } )
			.rings( 'agent 1', 9 )
			.told( 'agent 1', 'no_answer', 36 );
		expect( next.toDo ).toEqual( [ 'seek' ] );
		expect( next.hears( 'client' ) ).toEqual( {
			type: 'wait',
			key: 'waiting_client',
		} );
		next.offer( { candidates: [ agent( 2 ) ] }, 36 );
		expect( next.toDo ).toEqual( [ 'dial_leg agent 2' ] );
	} );
} );

describe( 'an agent who goes offline or away [S16]', () => {
	it( 'is not rung any more, and the next is looked for', () => {
		const left = new Scenario( { candidates: team } )
			.rings( 'agent 1', 0 )
			.agentLeaves( 1, 5 );
		expect( left.toDo ).toEqual( [ 'end_call agent 1', 'seek' ] );
		expect( left.leg( 'agent 1' ) ).toMatchObject( {
			state: 'ended',
			endReason: 'withdrawn',
		} );
		expect( left.movesQueue ).toBe( true );
	} );

	it( 'is not dialled when it is their turn only then', () => {
		const left = new Scenario( { candidates: team } ).agentLeaves( 1, 0.1 );
		expect( left.toDo ).toEqual( [ 'seek' ] );
		expect( () => left.dial( 'agent 1', 1 ) ).not.toThrow();
		expect( left.happened ).toEqual( [] );
	} );

	it( 'has their call ended though its id is learnt only afterwards', () => {
		const left = new Scenario( { candidates: team } )
			.dial( 'agent 1', 0 )
			.agentLeaves( 1, 0.1 )
			.placed( 'agent 1', 0.3 );
		expect( left.happened ).toEqual( [ 'stray_call' ] );
		expect( left.toDo ).toEqual( [ 'end_call agent 1' ] );
	} );

	it( 'stays in the call that they answered', () => {
		const stays = new Scenario( { candidates: team } )
			.answers( 'agent 1', 0 )
			.agentLeaves( 1, 5 );
		expect( stays.happened ).toEqual( [] );
	} );
} );

describe( 'all at once [R03]', () => {
	it( 'rings everybody', () => {
		expect(
			new Scenario( { candidates: team, ...allAtOnce } ).toDo
		).toEqual( [
			'dial_leg agent 1',
			'dial_leg agent 2',
			'dial_leg agent 3',
		] );
	} );

	it( 'gives the call to the first, and ends the others within that decision', () => {
		const taken = new Scenario( { candidates: team, ...allAtOnce } )
			.rings( 'agent 1', 0 )
			.dial( 'agent 2', 0 )
			.rings( 'agent 3', 0 )
			.told( 'agent 3', 'in_progress', 4 );
		expect( taken.toDo ).toEqual( [
			'end_call agent 1',
			'dial_leg client',
		] );
		expect( taken.leg( 'agent 1' ) ).toMatchObject( {
			endReason: 'withdrawn',
		} );
		expect( taken.leg( 'agent 2' ) ).toMatchObject( {
			endReason: 'withdrawn',
		} );
		expect( taken.outcome ).toBe( 'calling_client' );
		expect( taken.placed( 'agent 2', 5 ).toDo ).toEqual( [
			'end_call agent 2',
		] );
	} );

	it( 'is not taken by who may be a machine, until that is known', () => {
		const maybe = new Scenario( {
			candidates: team,
			plan: {
				...allAtOnce.plan,
				endOnMachine: { company: true, client: false },
			},
		} )
			.answers( 'agent 1', 0 )
			.rings( 'agent 2', 0 );
		expect( maybe.leg( 'agent 2' ).state ).toBe( 'ringing' );
		maybe.judged( 'agent 1', 'machine', 4 );
		expect( maybe.leg( 'agent 1' ) ).toMatchObject( {
			endReason: 'machine',
		} );
		expect( maybe.toDo ).toEqual( [ 'end_call agent 1' ] );
		expect( maybe.told( 'agent 2', 'in_progress', 5 ).outcome ).toBe(
			'calling_company'
		);
		expect( maybe.judged( 'agent 2', 'human', 7 ).outcome ).toBe(
			'calling_client'
		);
	} );

	it( 'looks for somebody else only when none of them is left', () => {
		const one = new Scenario( {
			candidates: [ agent( 1 ), agent( 2 ) ],
			...allAtOnce,
		} )
			.rings( 'agent 1', 0 )
			.rings( 'agent 2', 0 )
			.told( 'agent 1', 'busy', 3 );
		expect( one.toDo ).toEqual( [] );
		expect( one.told( 'agent 2', 'busy', 4 ).toDo ).toEqual( [ 'seek' ] );
	} );

	it( 'joins the client who waits with the first who answers', () => {
		const taken = clientWaits( { candidates: team, ...allAtOnce } )
			.rings( 'agent 1', 9 )
			.answers( 'agent 2', 9 );
		expect( taken.leg( 'agent 1' ) ).toMatchObject( {
			endReason: 'withdrawn',
		} );
		expect( taken.hears( 'agent 2' ) ).toEqual( { type: 'join' } );
		expect( taken.hears( 'agent 1' ) ).toEqual( {
			type: 'say',
			key: 'taken_by_colleague',
		} );
	} );
} );

describe( 'a request that waits says why [N22]', () => {
	it( 'is held back, and says so once', () => {
		const held = new Scenario( { heldBackBy: 'channel_busy' } );
		expect( held.request ).toMatchObject( {
			state: 'queued',
			heldBackBy: 'channel_busy',
		} );
		expect(
			held.offer( { heldBackBy: 'channel_busy' }, 5 ).happened
		).toEqual( [] );
		expect(
			held.offer( { heldBackBy: 'earlier_requests' }, 6 ).happened
		).toEqual( [ 'held_back' ] );
	} );

	it( 'waits for agents who are busy, in its old place', () => {
		const busy = new Scenario( {
			candidates: [],
			worthWaiting: 'agents_busy',
		} );
		expect( busy.request ).toMatchObject( {
			heldBackBy: 'agents_busy',
			createdAt: atSeconds( 0 ),
		} );
		expect( busy.offer( {}, 60 ).toDo ).toEqual( [ 'dial_leg company' ] );
	} );

	it( 'looks again every few seconds while the client waits on the line, then gives up', () => {
		const busy = { candidates: [], worthWaiting: 'agents_busy' } as const;
		const waits = clientWaits()
			.rings( 'company', 9 )
			.told( 'company', 'busy', 12 )
			.offer( busy, 12 );
		expect( waits.toDo ).toEqual( [ 'seek in 5' ] );
		expect( waits.offer( busy, 133 ).outcome ).toBe(
			'failed: company_busy'
		);
	} );

	it( 'asks for a look when that was lost', () => {
		const lost = new Scenario()
			.rings( 'company', 0 )
			.told( 'company', 'busy', 3 );
		expect( lost.deadline( 18 ).toDo ).toEqual( [ 'seek' ] );
	} );
} );

describe( 'a request that names its agent [R05]', () => {
	const owner = { plan: { owner: { userId: 7, waitSeconds: 300 } } };

	it( 'waits for them, then for anybody', () => {
		const waits = new Scenario( {
			candidates: [],
			worthWaiting: 'owner_away',
			...owner,
		} );
		expect( waits.request ).toMatchObject( { heldBackBy: 'owner_away' } );
		expect( waits.toDo ).toEqual( [ 'seek in 300' ] );
		expect( ownerOnly( waits.request, atSeconds( 299 ) ) ).toBe( 7 );
		expect( ownerOnly( waits.request, atSeconds( 300 ) ) ).toBeNull();
		expect( waits.deadline( 315 ).toDo ).toEqual( [ 'seek' ] );
		expect(
			waits.offer( { candidates: [ agent( 1 ) ] }, 315 ).toDo
		).toEqual( [ 'dial_leg agent 1' ] );
	} );

	it( 'falls to the team at once when they did not take it', () => {
		const rung = new Scenario( { candidates: [ agent( 7 ) ], ...owner } )
			.rings( 'agent 7', 0 )
			.told( 'agent 7', 'no_answer', 26 );
		expect( ownerOnly( rung.request, atSeconds( 26 ) ) ).toBeNull();
	} );
} );

describe( 'whoever goes may let others go on', () => {
	it( 'moves the queue when a call is over, and when the request is', () => {
		expect(
			new Scenario( { heldBackBy: 'channel_busy' } ).cancel( 1 )
				.movesQueue
		).toBe( true );
		expect( new Scenario().rings( 'company', 0 ).movesQueue ).toBe( false );
	} );

	it( 'gives up a place that was held by who was to be called', () => {
		const cancelled = new Scenario( {
			candidates: [ destination ],
		} ).cancel( 0.1 );
		expect( cancelled.leg( 'company' ) ).toMatchObject( {
			state: 'ended',
			endReason: 'cancelled',
		} );
	} );
} );
