import { describe, expect, it } from '@jest/globals';
import { canMove } from './callback-request.js';
import { atSeconds, booked, destination } from './testing/scenario.js';

const someone = { candidates: [ destination ] };
const nobody = { candidates: [] };

describe( 'a booking', () => {
	it( 'is looked at when its time comes, and watched ten minutes before', () => {
		const made = booked();
		expect( made.request ).toMatchObject( {
			state: 'scheduled',
			why: 'booked',
			dueAt: atSeconds( 7_200 ),
		} );
		expect( made.last.effects ).toEqual( [
			{ type: 'seek', at: atSeconds( 7_200 ) },
			{ type: 'watch_booking', at: atSeconds( 6_600 ) },
		] );
	} );

	it( 'is not called before its time, whoever looks', () => {
		const early = booked().offer( someone, 7_199 );
		expect( early.happened ).toEqual( [] );
		expect( early.deadline( 7_199 ).happened ).toEqual( [] );
	} );

	it( 'is called at its time, without an apology', () => {
		expect( booked().offer( someone, 7_201 ).happened ).toEqual( [
			'due',
			'leg_planned',
			'leg_planned',
		] );
	} );

	it( 'keeps its patience from its time, however long ago it was made', () => {
		const waits = booked().offer( { heldBackBy: 'channel_busy' }, 7_200 );
		expect( waits.deadline( 10_799 ).request.state ).toBe( 'queued' );
		expect( waits.deadline( 10_800 ).outcome ).toBe(
			'failed: booking_missed'
		);
	} );

	it( 'waits for the agent whom it names from its time on', () => {
		const made = booked( {
			plan: { owner: { userId: 7, waitSeconds: 60 } },
		} ).offer( { heldBackBy: 'owner_away' }, 7_200 );
		expect( made.toDo ).toEqual( [ 'seek in 60' ] );
	} );

	it( 'that has to wait for its turn is called with an apology, if it becomes late', () => {
		const waits = booked().offer( { heldBackBy: 'channel_busy' }, 7_200 );
		expect( waits.offer( someone, 7_499 ).happened ).not.toContain(
			'called_late'
		);
		const late = booked()
			.offer( { heldBackBy: 'channel_busy' }, 7_200 )
			.offer( someone, 7_501 );
		expect( late.happened ).toContain( 'called_late' );
	} );

	describe( 'at whose time nothing ran', () => {
		it.each( [
			[ 300, 'called, without a word' ],
			[ 301, 'called, with an apology' ],
			[ 3_600, 'called, with an apology' ],
			[ 3_601, 'missed' ],
		] )( '%i s late is %s', ( seconds, what ) => {
			const found = booked().offer( someone, 7_200 + seconds );
			const called = found.happened.includes( 'leg_planned' );
			const apologised = found.happened.includes( 'called_late' );
			expect( [ called, apologised ] ).toEqual( [
				what !== 'missed',
				what.endsWith( 'apology' ),
			] );
			expect( found.toDo.includes( 'send_booking_link' ) ).toBe(
				what === 'missed'
			);
		} );

		it( 'is not called late where a new slot is offered in place of that', () => {
			const found = booked( {}, { whenLate: 'offer_new_slot' } );
			expect( found.deadline( 7_501 ).outcome ).toBe(
				'failed: booking_missed'
			);
		} );

		it( 'has its whole patience before it when it is called late', () => {
			const late = booked().offer(
				{ heldBackBy: 'channel_busy' },
				10_000
			);
			expect( late.request.expiresAt ).toEqual( atSeconds( 13_600 ) );
		} );
	} );

	it( 'that nobody can take at its time is not left without a word, whatever the fallback', () => {
		const refused = booked().offer( nobody, 7_200 );
		expect( refused.outcome ).toBe( 'failed: nobody_available' );
		expect( refused.toDo ).toContain( 'send_booking_link' );
	} );

	describe( 'that is moved', () => {
		const move = ( seconds: number ) => ( {
			type: 'move_booking' as const,
			startsAt: atSeconds( seconds ),
			endsAt: atSeconds( seconds + 900 ),
		} );

		it( 'has its time, its patience and its watch there', () => {
			const moved = booked().when( move( 9_000 ), 60 );
			expect( moved.request ).toMatchObject( {
				dueAt: atSeconds( 9_000 ),
				expiresAt: atSeconds( 12_600 ),
				plan: { booking: { startsAt: atSeconds( 9_000 ) } },
			} );
			expect( moved.last.effects ).toEqual( [
				{ type: 'seek', at: atSeconds( 9_000 ) },
				{ type: 'watch_booking', at: atSeconds( 8_400 ) },
			] );
			expect( moved.offer( someone, 7_200 ).happened ).toEqual( [] );
		} );

		it( 'to where it is does not move', () => {
			expect( booked().when( move( 7_200 ), 60 ).happened ).toEqual( [] );
		} );

		it( 'too late does not move: it is called', () => {
			const due = booked();
			expect( canMove( due.request, atSeconds( 7_199 ) ) ).toBe( true );
			expect( canMove( due.request, atSeconds( 7_200 ) ) ).toBe( false );
			expect( due.when( move( 9_000 ), 7_200 ).happened ).toEqual( [] );
		} );
	} );
} );
