import { describe, expect, it } from '@jest/globals';
import { ownerOnly } from './callback-request.js';
import type { Command } from './commands.js';
import {
	agent,
	atSeconds,
	booked,
	clientRings,
	companyWaits,
	Scenario,
	someBooking,
	talking,
} from './testing/scenario.js';

const byUserId = 9;
const callNow: Command = { type: 'call_now', byUserId, newRequestId: null };
const take: Command = { type: 'assign', userId: 7, byUserId: 7, now: true };
const assign = ( userId: number | null ): Command => ( {
	type: 'assign',
	userId,
	byUserId,
	now: false,
} );
const reschedule = ( seconds: number ): Command => ( {
	type: 'reschedule',
	dueAt: atSeconds( seconds ),
	byUserId,
} );
const handle: Command = {
	type: 'handle',
	outcome: 'solved',
	note: 'Rang them from my own phone.',
	byUserId,
};

const team = { routing: 'team' } as const;
const waiting = () =>
	new Scenario( { plan: team, candidates: [], worthWaiting: 'agents_busy' } );
/** Two minutes after a miss. */
const again = {
	attempts: 3,
	spacingSeconds: 120,
	reasons: [ 'busy', 'no_answer' ],
} as const;
const missedOnce = () =>
	clientRings( { plan: { retries: { company: again, client: again } } } )
		.told( 'client', 'no_answer', 30 )
		.told( 'company', 'completed', 36 );

describe( 'call now [R11]', () => {
	it( 'has what waits for a time called at once, whoever did it', () => {
		const called = missedOnce().when( callNow, 40 );
		expect( called.last ).toMatchObject( {
			events: [ { type: 'called_now', byUserId } ],
			effects: [ { type: 'seek', at: null } ],
		} );
		expect( called.request.state ).toBe( 'queued' );
	} );

	it( 'gives a booking that is called before its time its whole patience', () => {
		const called = booked().when( callNow, 600 );
		expect( called.request.expiresAt ).toEqual( atSeconds( 600 + 3_600 ) );
		expect( called.request.plan.booking?.startsAt ).toEqual(
			someBooking.startsAt
		);
		expect(
			called.offer( { candidates: [ agent( 1 ) ] }, 601 ).happened
		).toEqual( [ 'leg_planned', 'leg_planned' ] );
	} );

	it( 'looks again for who waits in the queue', () => {
		expect( waiting().when( callNow, 30 ).toDo ).toEqual( [ 'seek' ] );
	} );

	it( 'leaves alone what rings, what talks and what is over', () => {
		for ( const scenario of [
			companyWaits(),
			clientRings(),
			talking(),
			missedOnce().cancel( 50 ),
		] ) {
			expect( scenario.when( callNow, 60 ).happened ).toEqual( [] );
		}
	} );

	it( 'says in one that is over which request was made in its place', () => {
		const over = waiting()
			.cancel( 5 )
			.when(
				{ type: 'call_now', byUserId, newRequestId: 'another' },
				60
			);
		expect( over.last.events ).toMatchObject( [
			{ type: 'called_now', newRequestId: 'another' },
		] );
		expect( over.request.state ).toBe( 'cancelled' );
	} );
} );

describe( 'take and assign [R05] [R11]', () => {
	it( 'waits for the one who takes it alone, until it expires', () => {
		const taken = waiting().when( take, 20 );
		expect( taken.happened ).toEqual( [ 'assigned' ] );
		expect( taken.toDo ).toEqual( [ 'seek' ] );
		expect( ownerOnly( taken.request, atSeconds( 3_599 ) ) ).toBe( 7 );
		expect( ownerOnly( taken.request, atSeconds( 3_600 ) ) ).toBeNull();
	} );

	it( 'makes what is taken due, and leaves what is assigned at its time', () => {
		expect( booked().when( take, 20 ).happened ).toEqual( [
			'assigned',
			'called_now',
		] );
		const assigned = booked().when( assign( 7 ), 20 );
		expect( assigned.request.state ).toBe( 'scheduled' );
		expect( ownerOnly( assigned.request, atSeconds( 7_300 ) ) ).toBe( 7 );
	} );

	it( 'waits for whoever was about to be called, as for anybody', () => {
		const planned = new Scenario( {
			plan: team,
			candidates: [ agent( 1 ) ],
		} ).when( assign( 1 ), 1 );
		expect( planned.happened ).toEqual( [ 'leg_ended', 'assigned' ] );
		expect( ownerOnly( planned.request, atSeconds( 2 ) ) ).toBe( 1 );
		expect( planned.when( assign( 1 ), 2 ).happened ).toEqual( [] );
	} );

	it( 'withdraws who was about to be called', () => {
		const planned = new Scenario( {
			plan: team,
			candidates: [ agent( 1 ) ],
		} ).when( assign( 7 ), 1 );
		expect( planned.happened ).toEqual( [ 'leg_ended', 'assigned' ] );
		expect( planned.dial( 'agent 1', 2 ).happened ).toEqual( [] );
		expect(
			planned.offer( { candidates: [ agent( 7 ) ] }, 3 ).toDo
		).toEqual( [ 'dial_leg agent 7' ] );
	} );

	it( 'goes to the team once the one for whom it waits has missed it', () => {
		const missed = waiting()
			.when( assign( 7 ), 20 )
			.offer( { candidates: [ agent( 7 ) ] }, 21 )
			.rings( 'agent 7', 22 )
			.told( 'agent 7', 'no_answer', 50 );
		expect( ownerOnly( missed.request, atSeconds( 51 ) ) ).toBeNull();
	} );

	it( 'lets who missed it be asked again, in a new try', () => {
		const asked = waiting()
			.offer( { candidates: [ agent( 7 ) ] }, 5 )
			.rings( 'agent 7', 6 )
			.told( 'agent 7', 'no_answer', 30 )
			.offer( { candidates: [], worthWaiting: 'agents_busy' }, 31 )
			.when( assign( 7 ), 40 );
		expect( asked.request.state ).toBe( 'queued' );
		expect( ownerOnly( asked.request, atSeconds( 41 ) ) ).toBe( 7 );
		const called = asked.offer( { candidates: [ agent( 7 ) ] }, 42 );
		expect( called.request.attempt.ordinal ).toBe( 2 );
		expect( called.toDo ).toEqual( [ 'dial_leg agent 7' ] );
	} );

	it( 'is anybody’s again', () => {
		const anybodys = waiting()
			.when( assign( 7 ), 20 )
			.when( assign( null ), 30 );
		expect( anybodys.request.plan.owner ).toBeNull();
		expect( anybodys.when( assign( null ) ).happened ).toEqual( [] );
	} );

	it( 'leaves alone whose phones ring', () => {
		expect( companyWaits().when( take, 8 ).happened ).toEqual( [] );
		expect( talking().when( assign( 7 ), 30 ).happened ).toEqual( [] );
	} );
} );

describe( 'reschedule [R11]', () => {
	it( 'calls at the new time, with its whole patience', () => {
		const later = waiting().when( reschedule( 9_000 ), 60 );
		expect( later.toDo ).toEqual( [ 'seek in 8940' ] );
		expect( later.request ).toMatchObject( {
			state: 'scheduled',
			why: 'rescheduled',
			dueAt: atSeconds( 9_000 ),
		} );
		expect( later.offer( {}, 8_999 ).happened ).toEqual( [] );
		expect(
			later.offer( { heldBackBy: 'channel_busy' }, 9_000 ).happened
		).toEqual( [ 'due', 'held_back' ] );
		expect( later.deadline( 12_599 ).request.state ).toBe( 'queued' );
		expect( later.deadline( 12_600 ).request.state ).toBe( 'expired' );
	} );

	it( 'moves the booked time of a booking', () => {
		const moved = booked().when( reschedule( 10_000 ), 60 );
		expect( moved.request ).toMatchObject( {
			why: 'booked',
			plan: {
				booking: {
					startsAt: atSeconds( 10_000 ),
					endsAt: atSeconds( 10_900 ),
				},
			},
		} );
		expect( moved.toDo ).toEqual( [ 'seek in 9940', 'watch_booking' ] );
	} );

	it( 'calls nobody who was about to be called', () => {
		const later = new Scenario().when( reschedule( 600 ), 1 );
		expect( later.request.state ).toBe( 'scheduled' );
		expect( later.dial( 'company', 2 ).happened ).toEqual( [] );
		const called = later.offer( { candidates: [ agent( 1 ) ] }, 600 );
		expect( called.toDo ).toEqual( [ 'dial_leg agent 1' ] );
	} );

	it( 'leaves alone whose phones ring', () => {
		expect( clientRings().when( reschedule( 600 ), 8 ).happened ).toEqual(
			[]
		);
	} );
} );

describe( 'done, cancelled and blocked [R11]', () => {
	it( 'says what came of one that is over, and again when it is said otherwise', () => {
		const over = clientRings().told( 'client', 'busy', 30 );
		expect( over.request.state ).toBe( 'failed' );
		expect( over.when( handle, 90 ).happened ).toEqual( [ 'handled' ] );
		expect( over.request ).toMatchObject( {
			state: 'failed',
			handled: { outcome: 'solved', userId: byUserId },
		} );
		expect( over.when( handle, 91 ).happened ).toEqual( [] );
	} );

	it( 'cancels one that is not over', () => {
		const done = waiting().when( handle, 20 );
		expect( done.happened ).toEqual( [ 'handled', 'cancelled' ] );
		expect( done.request.handled?.outcome ).toBe( 'solved' );
	} );

	it( 'is told of nothing while they talk', () => {
		expect( talking().when( handle, 30 ).happened ).toEqual( [] );
	} );

	it( 'is cancelled while the company’s side alone is rung', () => {
		const cancelled = new Scenario()
			.rings( 'company', 1 )
			.when( { type: 'cancel', reason: 'by_company', byUserId }, 5 );
		expect( cancelled.last.events ).toMatchObject( [
			{ type: 'cancelled', byUserId },
			{ type: 'leg_ended' },
		] );
		expect( cancelled.toDo ).toEqual( [ 'end_call company' ] );
		expect(
			clientRings().when(
				{ type: 'cancel', reason: 'by_company', byUserId },
				8
			).happened
		).toEqual( [] );
	} );

	it( 'is cancelled with its number, as far as it can be', () => {
		const block: Command = { type: 'block_number', byUserId };
		expect( waiting().when( block, 5 ).happened ).toEqual( [
			'number_blocked',
			'cancelled',
		] );
		expect( talking().when( block, 30 ).happened ).toEqual( [
			'number_blocked',
		] );
	} );
} );
