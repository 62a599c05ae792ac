import { describe, expect, it } from '@jest/globals';
import type { CallPlan } from './callback-request.js';
import { numbers } from './testing/plan.js';
import {
	agent,
	clientRings,
	clientWaits,
	destination,
	Scenario,
	talking,
} from './testing/scenario.js';

const rule: CallPlan[ 'retries' ][ 'client' ] = {
	attempts: 3,
	spacingSeconds: 120,
	reasons: [ 'busy', 'no_answer', 'machine', 'short_call' ],
};
const retries = { company: rule, client: rule };
const nobodyThere = { candidates: [] };

describe( 'retries [R04] [R06]', () => {
	it.each( [ 'busy', 'no_answer' ] as const )(
		'tries again when the client is %s, in its old place',
		( status ) => {
			const again = clientRings( { plan: { retries } } ).told(
				'client',
				status,
				25
			);
			expect( again.outcome ).toBe( 'scheduled' );
			expect( again.toDo ).toEqual( [
				'seek in 120',
				'redirect_call company',
			] );
			again
				.told( 'company', 'completed', 30 )
				.offer( { candidates: [ destination ] }, 145 );
			expect( again.request.attempt.ordinal ).toBe( 2 );
			expect( again.request.createdAt ).toEqual(
				new Date( '2026-03-02T09:00:00.000Z' )
			);
			expect( again.toDo ).toEqual( [ 'dial_leg company' ] );
		}
	);

	it.each( [ 'refused', 'failed', 'completed' ] as const )(
		'does not call again who is %s',
		( status ) => {
			const given = clientRings( { plan: { retries } } )
				.told(
					'client',
					status === 'completed' ? 'in_progress' : status,
					12
				)
				.told( 'client', status, 12.3 );
			expect( given.request.state ).toBe( 'failed' );
		}
	);

	it( 'never calls an invalid or opted-out number again', () => {
		const invalid = clientRings( { plan: { retries } } );
		expect(
			invalid.refused( 'client', 'permanent', 8, true ).happened
		).toEqual( [] );
		const dialed = new Scenario( {
			plan: { retries, dialOrder: [ 'client', 'company' ] },
		} )
			.dial( 'client', 0 )
			.refused( 'client', 'permanent', 1, true );
		expect( dialed.outcome ).toBe( 'failed: client_number_invalid' );
	} );

	it( 'tries again on the company’s side when nobody took the call, also with the client first', () => {
		const again = clientWaits( { plan: { retries } } )
			.rings( 'company', 9 )
			.told( 'company', 'no_answer', 35 )
			.offer( nobodyThere, 35 );
		expect( again.request.failures ).toEqual( {
			company: 1,
			client: 0,
			nobody: 0,
		} );
		expect( again.toDo ).toEqual( [
			'seek in 120',
			'redirect_call client',
		] );
		expect( again.hears( 'client' ) ).toEqual( {
			type: 'say',
			key: 'try_again_later',
		} );
	} );

	it( 'stops after so many attempts', () => {
		const story = new Scenario( { plan: { retries } } );
		for ( const start of [ 0, 200, 400 ] ) {
			story
				.rings( 'company', start )
				.told( 'company', 'busy', start + 5 )
				.offer( nobodyThere, start + 5 )
				.offer( { candidates: [ destination ] }, start + 200 );
		}
		expect( story.outcome ).toBe( 'failed: company_busy' );
		expect( story.request.attempt.ordinal ).toBe( 3 );
	} );

	it( 'does not try again past its patience', () => {
		const late = clientRings( {
			plan: { retries },
			patienceSeconds: 100,
		} ).told( 'client', 'busy', 25 );
		expect( late.outcome ).toBe( 'failed: client_busy' );
	} );

	it( 'begins no attempt while a call of the last one lives', () => {
		const waits = clientRings( { plan: { retries } } )
			.told( 'client', 'busy', 25 )
			.offer( { candidates: [ destination ] }, 150 );
		expect( waits.outcome ).toBe( 'queued' );
		expect( waits.toDo ).toEqual( [] );
		expect( waits.told( 'company', 'completed', 151 ).toDo ).toEqual( [
			'seek',
		] );
	} );

	it( 'counts a conversation of a few seconds as none', () => {
		const short = talking( {
			plan: { retries, shortCallSeconds: 10, survey: true },
		} ).room( 'client', 'hung_up', 18 );
		expect( short.request ).toMatchObject( {
			state: 'scheduled',
			failures: { client: 1 },
		} );
		expect(
			talking( { plan: { retries, shortCallSeconds: 5 } } ).room(
				'client',
				'hung_up',
				18
			).outcome
		).toBe( 'done' );
	} );
} );

describe( 'the fallback [S14]', () => {
	const refusedBy = ( fallback: CallPlan[ 'fallback' ] ) =>
		new Scenario( {
			plan: { fallback, routing: 'team' },
			candidates: [ agent( 1 ) ],
		} )
			.rings( 'agent 1', 0 )
			.told( 'agent 1', 'refused', 5 )
			.offer( nobodyThere, 5 );

	it( 'refuses by default', () => {
		expect( refusedBy( { type: 'refuse' } ).outcome ).toBe(
			'failed: nobody_accepted'
		);
		expect( new Scenario( nobodyThere ).outcome ).toBe(
			'failed: nobody_available'
		);
	} );

	it( 'calls the fallback number, once an attempt', () => {
		const fell = refusedBy( {
			type: 'call_number',
			number: numbers.fallback,
		} );
		expect( fell.toDo ).toEqual( [ 'dial_leg fallback' ] );
		fell.rings( 'fallback', 6 )
			.told( 'fallback', 'busy', 9 )
			.offer( nobodyThere, 9 );
		expect( fell.outcome ).toBe( 'failed: nobody_accepted' );
	} );

	it( 'joins the client with the fallback number', () => {
		const fell = refusedBy( {
			type: 'call_number',
			number: numbers.fallback,
		} ).answers( 'fallback', 6 );
		expect( fell.outcome ).toBe( 'calling_client' );
	} );

	it( 'tries again so many times', () => {
		const again = refusedBy( {
			type: 'try_again',
			seconds: 600,
			times: 2,
		} );
		expect( again.toDo ).toEqual( [ 'seek in 600' ] );
		again.offer( nobodyThere, 605 );
		expect( again.outcome ).toBe( 'scheduled' );
		expect( again.offer( nobodyThere, 1_205 ).outcome ).toBe(
			'failed: nobody_accepted'
		);
	} );

	it( 'sends the client a link to book', () => {
		const sent = refusedBy( { type: 'text_message' } );
		expect( sent.toDo ).toEqual( [ 'send_booking_link' ] );
		expect( sent.outcome ).toBe( 'failed: booking_link_sent' );
	} );

	it( 'calls the client for a message [R14]', () => {
		const message = refusedBy( { type: 'voicemail' } );
		expect( message.toDo ).toEqual( [ 'dial_leg client' ] );
		message.answers( 'client', 6 );
		expect( message.hears( 'client' ) ).toEqual( { type: 'voicemail' } );
		message.leavesMessage( 'client', 20, 40 );
		expect( message.outcome ).toBe( 'done' );
		expect( message.leavesMessage( 'client', 20, 40 ).happened ).toEqual(
			[]
		);
	} );

	it( 'takes a message from the client who waits on the line [R14]', () => {
		const message = clientWaits( {
			plan: { fallback: { type: 'voicemail' } },
		} )
			.rings( 'company', 9 )
			.told( 'company', 'busy', 12 )
			.offer( nobodyThere, 12 );
		expect( message.toDo ).toEqual( [ 'redirect_call client' ] );
		expect( message.leavesMessage( 'client', 0, 40 ).request.state ).toBe(
			'failed'
		);
	} );
} );

describe( 'the survey [S29]', () => {
	const surveyed = () =>
		talking( { plan: { survey: true } } ).room( 'company', 'hung_up', 60 );

	it( 'is asked when the company hung up first', () => {
		expect( surveyed().outcome ).toBe( 'surveying' );
		expect( surveyed().request.attempt.talkSeconds ).toBe( 48 );
		expect( surveyed().toDo ).toEqual( [] );
	} );

	it( 'is asked when the client’s call goes on from the room before anything else was heard', () => {
		const left = talking( { plan: { survey: true } } ).leavesRoom(
			'client',
			60
		);
		expect( left.hears( 'client' ) ).toMatchObject( {
			type: 'ask',
			question: 'survey',
		} );
	} );

	it( 'is not asked of who hung up', () => {
		expect(
			talking( { plan: { survey: true } } ).room(
				'client',
				'hung_up',
				60
			).outcome
		).toBe( 'done' );
	} );

	it( 'keeps one score, and tells it [S30]', () => {
		const scored = surveyed().presses( 'client', 'survey', '2', 66 );
		expect( scored.request ).toMatchObject( {
			state: 'done',
			surveyScore: 2,
		} );
		expect( scored.toDo ).toEqual( [ 'survey_scored' ] );
		expect(
			scored.presses( 'client', 'survey', '5', 67 ).happened
		).toEqual( [] );
	} );

	it( 'is asked twice at most', () => {
		const silent = surveyed()
			.presses( 'client', 'survey', null, 70 )
			.presses( 'client', 'survey', '9', 80 );
		expect( silent.request ).toMatchObject( {
			state: 'done',
			surveyScore: null,
		} );
		expect( silent.request.attempt.talkSeconds ).toBe( 48 );
	} );

	it( 'ends when the client hangs up, or nothing is heard', () => {
		expect( surveyed().told( 'client', 'completed', 65 ).outcome ).toBe(
			'done'
		);
		expect( surveyed().deadline( 180 ).toDo ).toContain(
			'end_call client'
		);
	} );
} );

describe( 'somebody who rings the number back [R20]', () => {
	it( 'is joined with whoever may be called, from the queue', () => {
		const back = new Scenario( { heldBackBy: 'channel_busy' } ).ringsBack(
			{ candidates: [ agent( 1 ) ] },
			60
		);
		expect( back.outcome ).toBe( 'calling_company' );
		expect( back.toDo ).toEqual( [ 'dial_leg agent 1' ] );
		back.answers( 'agent 1', 61 );
		expect( back.hears( 'agent 1' ) ).toEqual( { type: 'join' } );
	} );

	it( 'is the client’s call of an agent who is being rung', () => {
		const back = new Scenario( { candidates: [ agent( 1 ) ] } )
			.rings( 'agent 1', 0 )
			.ringsBack( nobodyThere, 5 );
		expect( back.leg( 'client' ) ).toMatchObject( {
			state: 'ended',
			endReason: 'cancelled',
		} );
		back.told( 'agent 1', 'in_progress', 8 );
		expect( back.outcome ).toBe( 'calling_company' );
		expect( back.hears( 'agent 1' ) ).toEqual( { type: 'join' } );
		expect( back.toDo ).toEqual( [] );
	} );

	it( 'is not heard while their phone is dialled', () => {
		expect( clientRings().ringsBack( {}, 8 ).happened ).toEqual( [] );
	} );

	it( 'begins the next attempt of who missed the last one', () => {
		const back = clientRings( { plan: { retries } } )
			.told( 'client', 'no_answer', 25 )
			.told( 'company', 'completed', 32 )
			.ringsBack( { candidates: [ agent( 1 ) ] }, 50 );
		expect( back.request.attempt.ordinal ).toBe( 2 );
		expect( back.toDo ).toEqual( [ 'dial_leg agent 1' ] );
	} );

	it( 'may leave a message when nobody is there', () => {
		const back = new Scenario( {
			heldBackBy: 'channel_busy',
			plan: { fallback: { type: 'voicemail' } },
		} ).ringsBack( nobodyThere, 60 );
		expect( back.hears( 'incoming' ) ).toEqual( { type: 'voicemail' } );
		expect( back.toDo ).toEqual( [] );
	} );
} );
