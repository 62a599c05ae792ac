import { describe, expect, it } from '@jest/globals';
import {
	atSeconds,
	clientRings,
	companyWaits,
	Scenario,
	talking,
} from './testing/scenario.js';

describe( 'a visitor asks', () => {
	it( 'queues the request and dials the company first [S20] [S11]', () => {
		const asked = new Scenario();
		expect( asked.outcome ).toBe( 'queued' );
		expect( asked.toDo ).toEqual( [ 'dial_leg company' ] );
	} );

	it( 'says in the timeline that it was delivered late, and calls all the same [N16]', () => {
		const asked = new Scenario( { lateSeconds: 300 } );
		expect( asked.happened.slice( 0, 2 ) ).toEqual( [
			'requested',
			'delivered_late',
		] );
		expect( asked.toDo ).toEqual( [ 'dial_leg company' ] );
	} );

	it( 'shows a request that came more than ten minutes late as overdue and calls nobody [N16]', () => {
		const asked = new Scenario( { lateSeconds: 601 } );
		expect( asked.outcome ).toBe( 'overdue' );
		expect( asked.toDo ).toEqual( [] );
		expect( asked.request.attempt.legs ).toEqual( [] );
	} );

	it( 'keeps a request that finds the channel closed after WordPress kept it [N16]', () => {
		expect( new Scenario( { lateSeconds: 60, open: false } ).outcome ).toBe(
			'overdue'
		);
	} );
} );

describe( 'company → client', () => {
	it( 'commits the intent once: a second job finds nothing to do [N01]', () => {
		const dialed = new Scenario().dial( 'company', 0 );
		expect( dialed.happened ).toEqual( [ 'leg_dialing' ] );
		expect( dialed.outcome ).toBe( 'calling_company' );
		expect( dialed.dial( 'company', 0 ).happened ).toEqual( [] );
	} );

	it( 'lets the company wait and dials the client when the company answers [S20]', () => {
		const waits = companyWaits();
		expect( waits.happened ).toEqual( [
			'leg_answered',
			'leg_ready',
			'waiting',
		] );
		expect( waits.toDo ).toEqual( [ 'dial_leg client' ] );
		expect( waits.outcome ).toBe( 'calling_client' );
	} );

	it( 'keeps when a phone rang, also when the answer overtook that message', () => {
		const overtaken = new Scenario()
			.dial( 'company', 0 )
			.placed( 'company', 0.2 )
			.told( 'company', 'in_progress', 6 )
			.told( 'company', 'ringing', 6.1 );
		expect( overtaken.happened ).toEqual( [ 'leg_rang' ] );
		expect( overtaken.toDo ).toEqual( [] );
		expect( overtaken.leg( 'company' ) ).toMatchObject( {
			state: 'answered',
			ringingAt: atSeconds( 6 ),
		} );
	} );

	it( 'joins them when both are in the room', () => {
		expect( talking().outcome ).toBe( 'talking' );
	} );

	it.each( [ 'company', 'client' ] as const )(
		'ends when the %s hangs up, and keeps who did and how long they talked',
		( party ) => {
			const done = talking().room( party, 'hung_up', 72.5 );
			expect( done.outcome ).toBe( 'done' );
			expect( done.request.attempt ).toMatchObject( {
				talkSeconds: 60,
				hungUpFirst: { party, sure: true },
			} );
		}
	);

	it( 'learns from the room who hung up, whatever order the calls ended in', () => {
		const done = talking()
			.told( 'client', 'completed', 72 )
			.room( 'company', 'hung_up', 72.2 );
		expect( done.request.attempt.hungUpFirst ).toEqual( {
			party: 'company',
			sure: true,
		} );
	} );
} );

describe( 'a short talk whose messages come late or out of order', () => {
	const clientAnswers = () =>
		clientRings().told( 'client', 'in_progress', 12 );

	it( 'is done when the room tells that the client hung up before it told that they came', () => {
		const done = clientAnswers().room( 'client', 'hung_up', 12.8 );
		expect( done.outcome ).toBe( 'done' );
		expect( done.request.attempt ).toMatchObject( {
			joinedAt: atSeconds( 12 ),
			talkSeconds: 1,
			hungUpFirst: { party: 'client', sure: true },
		} );
	} );

	it( 'is done when the company hung up of whose entering nobody told', () => {
		const done = companyWaits()
			.dial( 'client', 6.1 )
			.placed( 'client', 6.3 )
			.told( 'client', 'in_progress', 12 )
			.room( 'client', 'entered', 12.3 )
			.room( 'company', 'hung_up', 13 );
		expect( done.outcome ).toBe( 'done' );
		expect( done.request.attempt.hungUpFirst ).toEqual( {
			party: 'company',
			sure: true,
		} );
	} );

	it( 'is done when the client’s call ends before the room has told anything of it', () => {
		const done = clientAnswers().told( 'client', 'completed', 13.2 );
		expect( done.outcome ).toBe( 'done' );
		expect( done.room( 'client', 'entered', 13.3 ).happened ).toEqual( [] );
		expect( done.room( 'client', 'hung_up', 13.4 ).happened ).toEqual( [
			'hung_up_first',
		] );
		expect( done.outcome ).toBe( 'done' );
	} );

	it( 'is sure of who hung up though the room had told nothing before that', () => {
		const done = companyWaits()
			.dial( 'client', 6.1 )
			.placed( 'client', 6.3 )
			.told( 'client', 'in_progress', 12 )
			.room( 'company', 'hung_up', 15 );
		expect( done.request.attempt.hungUpFirst ).toEqual( {
			party: 'company',
			sure: true,
		} );
		expect( done.room( 'company', 'hung_up', 15 ).happened ).toEqual( [] );
	} );

	it( 'is none when the client left before they could enter the room', () => {
		const left = clientAnswers().told( 'client', 'completed', 12.5 );
		expect( left.outcome ).toBe( 'failed: client_hung_up' );
	} );

	it( 'is none when the client left while the company still heard the message', () => {
		const left = companyWaits()
			.dial( 'client', 6.1 )
			.placed( 'client', 6.3 )
			.told( 'client', 'in_progress', 7 )
			.room( 'client', 'entered', 7.3 )
			.room( 'client', 'hung_up', 9.5 );
		expect( left.outcome ).toBe( 'failed: client_hung_up' );
	} );

	it( 'is done when the room’s word of a company that waited for long had not come', () => {
		const done = companyWaits()
			.dial( 'client', 6.1 )
			.placed( 'client', 6.3 )
			.told( 'client', 'in_progress', 12 )
			.room( 'client', 'entered', 12.3 )
			.told( 'client', 'completed', 19 );
		expect( done.outcome ).toBe( 'done' );
		expect( done.request.attempt.talkSeconds ).toBe( 7 );
	} );
} );

describe( 'the company cannot be had', () => {
	it.each( [
		[ 'busy', 'company_busy' ],
		[ 'no_answer', 'company_no_answer' ],
		[ 'refused', 'company_refused' ],
		[ 'failed', 'company_failed' ],
	] as const )(
		'fails when it is %s, and never dials the client',
		( status, reason ) => {
			const failed = new Scenario()
				.dial( 'company', 0 )
				.placed( 'company', 0.2 )
				.told( 'company', status, 20 );
			expect( failed.toDo ).toEqual( [ 'seek' ] );
			expect( failed.movesQueue ).toBe( true );
			failed.offer( { candidates: [] }, 20 );
			expect( failed.outcome ).toBe( `failed: ${ reason }` );
			expect( failed.toDo ).toEqual( [] );
			expect( failed.dial( 'client', 21 ).happened ).toEqual( [] );
		}
	);

	it( 'stops the client’s phone when the company hangs up while it rings', () => {
		const failed = clientRings().told( 'company', 'completed', 10 );
		expect( failed.outcome ).toBe( 'failed: company_hung_up' );
		expect( failed.toDo ).toEqual( [ 'end_call client' ] );
	} );

	it( 'ends a client’s call whose id is learnt after the company left', () => {
		const late = companyWaits()
			.dial( 'client', 6.1 )
			.told( 'company', 'completed', 6.2 )
			.placed( 'client', 6.5 );
		expect( late.outcome ).toBe( 'failed: company_hung_up' );
		expect( late.toDo ).toEqual( [ 'end_call client' ] );
	} );

	it( 'never dials a client for a company that left first', () => {
		const left = companyWaits().told( 'company', 'completed', 6.05 );
		expect( left.dial( 'client', 6.1 ).happened ).toEqual( [] );
	} );
} );

describe( 'the client cannot be had', () => {
	it.each( [ 'busy', 'no_answer', 'refused', 'failed' ] as const )(
		'tells the company when the client is %s',
		( status ) => {
			const failed = clientRings().told( 'client', status, 25 );
			expect( failed.outcome ).toBe( `failed: client_${ status }` );
			expect( failed.toDo ).toEqual( [ 'redirect_call company' ] );
		}
	);

	it( 'tells the company when the client’s number is none', () => {
		const failed = companyWaits()
			.dial( 'client', 6.1 )
			.refused( 'client', 'permanent', 6.3, true );
		expect( failed.outcome ).toBe( 'failed: client_number_invalid' );
		expect( failed.toDo ).toEqual( [ 'redirect_call company' ] );
	} );
} );

describe( 'the visitor cancels [R21]', () => {
	it( 'stops the company’s phone', () => {
		const cancelled = new Scenario()
			.dial( 'company', 0 )
			.placed( 'company', 0.2 )
			.when( { type: 'cancel', reason: 'wrong_number' }, 2 );
		expect( cancelled.outcome ).toBe( 'cancelled' );
		expect( cancelled.toDo ).toEqual( [ 'end_call company' ] );
	} );

	it( 'ends a call of which the network told only afterwards', () => {
		const cancelled = new Scenario()
			.dial( 'company', 0 )
			.when( { type: 'cancel', reason: 'changed_mind' }, 0.1 )
			.placed( 'company', 0.2 );
		expect( cancelled.toDo ).toEqual( [ 'end_call company' ] );
	} );

	it( 'does nothing once the client’s phone is dialled', () => {
		const rings = clientRings().when(
			{ type: 'cancel', reason: 'changed_mind' },
			8
		);
		expect( rings.happened ).toEqual( [] );
		expect( rings.outcome ).toBe( 'calling_client' );
	} );
} );

describe( 'the network refuses an order', () => {
	it( 'sends a 429 again, which was never processed [N01]', () => {
		const again = new Scenario()
			.dial( 'company', 0 )
			.refused( 'company', 'retryable', 0.1 );
		expect( again.last.effects ).toEqual( [
			{
				type: 'dial_leg',
				legId: again.idOf( 'company' ),
				at: atSeconds( 1.1 ),
			},
		] );
		expect( again.dial( 'company', 1 ).happened ).toEqual( [] );
		expect( again.dial( 'company', 1.1 ).happened ).toEqual( [
			'leg_dialing',
		] );
	} );

	it( 'keeps a request whose settings are wrong in the queue, raises an alert, and expires after an hour', () => {
		const held = new Scenario()
			.dial( 'company', 0 )
			.refused( 'company', 'settings', 0.1 );
		expect( held.request ).toMatchObject( {
			state: 'queued',
			heldBackBy: 'network:99999',
		} );
		expect( held.toDo ).toEqual( [ 'raise_alert', 'dial_leg company' ] );
		expect( held.deadline( 3_600 ).outcome ).toBe( 'expired' );
	} );

	it( 'gives a network up that stays out of reach', () => {
		const scenario = new Scenario();
		let seconds = 0;
		while ( scenario.request.state !== 'failed' && seconds < 3_600 ) {
			scenario
				.dial( 'company', ( seconds += 61 ) )
				.refused( 'company', 'retryable', seconds );
		}
		expect( scenario.outcome ).toBe( 'failed: telephony_unavailable' );
	} );
} );

describe( 'nobody knows whether the order arrived [N01]', () => {
	it( 'asks, and gives up after two minutes without a second call', () => {
		const unknown = new Scenario().dial( 'company', 0 ).deadline( 15 );
		expect( unknown.happened ).toEqual( [ 'leg_unknown', 'leg_asked' ] );
		expect( unknown.toDo ).toEqual( [ 'ask_call company' ] );
		expect( unknown.dial( 'company', 20 ).happened ).toEqual( [] );
		for ( let seconds = 25; seconds <= 125; seconds += 10 ) {
			unknown.deadline( seconds );
		}
		expect( unknown.outcome ).toBe( 'failed: not_confirmed' );
	} );

	it( 'is resolved by the first sign of the call', () => {
		const found = new Scenario()
			.dial( 'company', 0 )
			.deadline( 15 )
			.told( 'company', 'in_progress', 20 );
		expect( found.toDo ).toEqual( [ 'dial_leg client' ] );
	} );

	it( 'ends a call that shows itself after it was given up', () => {
		const given = new Scenario().dial( 'company', 0 ).deadline( 15 );
		for ( let seconds = 25; seconds <= 125; seconds += 10 ) {
			given.deadline( seconds );
		}
		expect( given.told( 'company', 'ringing', 130 ).toDo ).toEqual( [
			'end_call company',
		] );
		expect( given.told( 'company', 'ringing', 131 ).toDo ).toEqual( [] );
	} );
} );

describe( 'after a restart', () => {
	it( 'asks whether the company is still there before it dials the client', () => {
		const back = companyWaits().dial( 'client', 60 );
		expect( back.toDo ).toEqual( [ 'ask_call company' ] );
		expect( back.asked( 'company', 'in_progress', 61 ).toDo ).toEqual( [
			'dial_leg client',
		] );
		expect( back.dial( 'client', 61 ).happened ).toEqual( [
			'leg_dialing',
		] );
	} );

	it( 'does not dial the client for a company that left meanwhile', () => {
		const back = companyWaits()
			.dial( 'client', 60 )
			.asked( 'company', 'completed', 61 );
		expect( back.outcome ).toBe( 'failed: company_hung_up' );
		expect( back.toDo ).toEqual( [] );
	} );
} );

describe( 'messages are lost', () => {
	it( 'learns by asking that a phone was not answered', () => {
		const silent = new Scenario()
			.dial( 'company', 0 )
			.placed( 'company', 0.2 )
			.told( 'company', 'ringing', 1 )
			.deadline( 36 );
		expect( silent.toDo ).toEqual( [ 'ask_call company' ] );
		silent
			.asked( 'company', 'no_answer', 37 )
			.offer( { candidates: [] }, 37 );
		expect( silent.outcome ).toBe( 'failed: company_no_answer' );
	} );

	it( 'takes two answered calls as joined when the room said nothing', () => {
		const quiet = clientRings()
			.told( 'client', 'in_progress', 12 )
			.deadline( 27 )
			.asked( 'company', 'in_progress', 27 )
			.asked( 'client', 'in_progress', 27 );
		expect( quiet.outcome ).toBe( 'talking' );
		expect( quiet.request.attempt.joinedAt ).toEqual( atSeconds( 12 ) );
	} );

	it( 'ends a call that should be over', () => {
		const lost = clientRings()
			.told( 'client', 'busy', 20 )
			.deadline( 45 )
			.asked( 'company', 'in_progress', 45 );
		expect( lost.toDo ).toEqual( [ 'end_call company' ] );
		expect( lost.told( 'company', 'completed', 46 ).request.state ).toBe(
			'failed'
		);
		expect( lost.leg( 'company' ).state ).toBe( 'ended' );
	} );
} );
