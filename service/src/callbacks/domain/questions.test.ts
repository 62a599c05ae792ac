import { describe, expect, it } from '@jest/globals';
import {
	agent,
	clientRings,
	clientWaits,
	companyWaits,
	Scenario,
	talking,
} from './testing/scenario.js';

describe( 'press 1 to take the call [R01]', () => {
	const confirmed = { candidates: [ agent( 1, true ) ] };
	const asked = () => new Scenario( confirmed ).answers( 'agent 1', 0 );

	it( 'asks before the client is dialled', () => {
		expect( asked().toDo ).toEqual( [] );
		expect( asked().outcome ).toBe( 'calling_company' );
	} );

	it( 'dials the client when 1 is pressed', () => {
		const taken = asked().presses( 'agent 1', 'confirm', '1', 6 );
		expect( taken.toDo ).toEqual( [ 'dial_leg client' ] );
		expect( taken.outcome ).toBe( 'calling_client' );
	} );

	it( 'moves on when nothing was pressed twice', () => {
		const silent = asked()
			.presses( 'agent 1', 'confirm', null, 12, false )
			.presses( 'agent 1', 'confirm', null, 24, true );
		expect( silent.leg( 'agent 1' ) ).toMatchObject( {
			endReason: 'not_confirmed_by_key',
		} );
		expect( silent.toDo ).toEqual( [ 'seek' ] );
	} );

	it( 'does not take the same silence, told twice, for two', () => {
		const twice = asked()
			.presses( 'agent 1', 'confirm', null, 12, false )
			.presses( 'agent 1', 'confirm', null, 12, false );
		expect( twice.happened ).toEqual( [] );
		expect( twice.leg( 'agent 1' ).state ).toBe( 'answered' );
	} );

	it( 'moves on when they hang up instead', () => {
		const gone = asked().told( 'agent 1', 'completed', 5 );
		expect( gone.outcome ).toBe( 'calling_company' );
		expect( gone.toDo ).toEqual( [ 'seek' ] );
	} );

	it( 'does not listen to an answer to what is not asked', () => {
		expect(
			asked().presses( 'agent 1', 'survey', '5', 5 ).happened
		).toEqual( [] );
		expect(
			companyWaits().presses( 'company', 'confirm', '1', 7 ).happened
		).toEqual( [] );
	} );

	it( 'ends a question of which nothing was heard', () => {
		const lost = asked();
		for ( let seconds = 120; seconds <= 200; seconds += 10 ) {
			lost.deadline( seconds ).asked( 'agent 1', 'in_progress', seconds );
		}
		expect( lost.leg( 'agent 1' ) ).toMatchObject( {
			endReason: 'not_confirmed_by_key',
		} );
	} );
} );

describe( 'the client’s keys [R02]', () => {
	const asked = () =>
		clientRings( { plan: { clientKeys: true } } ).told(
			'client',
			'in_progress',
			12
		);

	it( 'joins who presses 1', () => {
		const accepted = asked().presses( 'client', 'keys', '1', 16 );
		expect( accepted.hears( 'client' ) ).toEqual( { type: 'join' } );
	} );

	it.each( [
		[ '1', 10 ],
		[ '2', 30 ],
		[ '3', 60 ],
	] )(
		'calls later who presses 2 and %s: in %s minutes',
		( key, minutes ) => {
			const later = asked()
				.presses( 'client', 'keys', '2', 16 )
				.presses( 'client', 'later', key, 20 );
			expect( later.request ).toMatchObject( {
				state: 'scheduled',
				why: 'client_asked',
			} );
			expect( later.toDo ).toEqual( [
				`seek in ${ minutes * 60 }`,
				'redirect_call company',
			] );
			expect( later.request.expiresAt.getTime() ).toBeGreaterThan(
				later.now.getTime() + minutes * 60_000
			);
		}
	);

	it( 'calls in ten minutes who hangs up after 2', () => {
		const later = asked()
			.presses( 'client', 'keys', '2', 16 )
			.told( 'client', 'completed', 18 );
		expect( later.toDo ).toContain( 'seek in 600' );
	} );

	it( 'cancels for who presses 3, and tells the company', () => {
		const cancelled = asked().presses( 'client', 'keys', '3', 16 );
		expect( cancelled.outcome ).toBe( 'cancelled' );
		expect( cancelled.toDo ).toEqual( [ 'redirect_call company' ] );
	} );

	it( 'calls the company only for a client who accepted, the client first', () => {
		const plan = {
			clientKeys: true,
			dialOrder: [ 'client', 'company' ],
		} as const;
		const first = new Scenario( { plan } ).answers( 'client', 0 );
		expect( first.toDo ).toEqual( [] );
		expect( first.presses( 'client', 'keys', '1', 6 ).toDo ).toEqual( [
			'dial_leg company',
		] );
	} );
} );

describe( 'recording, with the client’s consent [R13]', () => {
	const asked = () =>
		clientRings( { plan: { recording: true } } ).told(
			'client',
			'in_progress',
			12
		);

	it( 'records from when they are joined, after a yes', () => {
		const joined = asked()
			.presses( 'client', 'recording', '1', 16 )
			.room( 'client', 'entered', 17 );
		expect( joined.request.recordingAgreed ).toBe( true );
		expect( joined.toDo ).toEqual( [ 'start_recording client' ] );
	} );

	it.each( [
		[ 'a no', [ '9' ] ],
		[ 'no answer, twice', [ null, null ] ],
	] )( 'joins them unrecorded after %s', ( _, pressed ) => {
		const joined = pressed
			.reduce(
				( scenario, key, index ) =>
					scenario.presses( 'client', 'recording', key, 16 + index ),
				asked()
			)
			.room( 'client', 'entered', 20 );
		expect( joined.outcome ).toBe( 'talking' );
		expect( joined.request.recordingAgreed ).toBe( false );
		expect( joined.toDo ).toEqual( [] );
	} );
} );

describe( 'answering machines [S22] [N11]', () => {
	const company = {
		plan: { endOnMachine: { company: true, client: false } },
	};
	const client = { plan: { endOnMachine: { company: false, client: true } } };

	it( 'dials the client only when a person answered at the company', () => {
		const pending = new Scenario( company ).answers( 'company', 0 );
		expect( pending.toDo ).toEqual( [] );
		expect( pending.judged( 'company', 'human', 3 ).toDo ).toEqual( [
			'dial_leg client',
		] );
	} );

	it.each( [ 'machine', 'fax' ] as const )(
		'ends a %s’s call and goes on with the next',
		( verdict ) => {
			const next = new Scenario( company )
				.answers( 'company', 0 )
				.judged( 'company', verdict, 3 );
			expect( next.toDo ).toEqual( [ 'end_call company', 'seek' ] );
			expect( next.leg( 'company' ) ).toMatchObject( {
				endReason: 'machine',
			} );
		}
	);

	it( 'takes an unknown voice, and no verdict in 15 s, for a person', () => {
		expect(
			new Scenario( company )
				.answers( 'company', 0 )
				.judged( 'company', 'unknown', 3 ).outcome
		).toBe( 'calling_client' );
		expect(
			new Scenario( company ).answers( 'company', 0 ).deadline( 15 )
				.outcome
		).toBe( 'calling_client' );
	} );

	it( 'does not listen to a verdict after a pressed key', () => {
		const pressed = new Scenario( {
			candidates: [ agent( 1, true ) ],
			...company,
		} )
			.answers( 'agent 1', 0 )
			.presses( 'agent 1', 'confirm', '1', 3 );
		expect( pressed.outcome ).toBe( 'calling_client' );
		expect( pressed.judged( 'agent 1', 'machine', 4 ).happened ).toEqual(
			[]
		);
	} );

	it( 'joins the client without dead air, and tells the company when it was their machine', () => {
		const joined = talking( client );
		expect( joined.outcome ).toBe( 'talking' );
		joined.judged( 'client', 'machine', 15 );
		expect( joined.outcome ).toBe( 'failed: client_machine' );
		expect( joined.toDo ).toEqual( [
			'end_call client',
			'redirect_call company',
		] );
	} );

	it( 'lets the client hear music again when the one they were joined with was a machine', () => {
		const again = clientWaits( company )
			.answers( 'company', 10 )
			.room( 'company', 'entered', 11 )
			.judged( 'company', 'machine', 14 )
			.leavesRoom( 'client', 14.2 );
		expect( again.outcome ).toBe( 'calling_company' );
		expect( again.hears( 'client' ) ).toEqual( {
			type: 'wait',
			key: 'waiting_client',
		} );
	} );

	it( 'hears nothing of a side that is not asked about', () => {
		expect(
			new Scenario( client )
				.answers( 'company', 0 )
				.judged( 'company', 'machine', 3 ).happened
		).toEqual( [] );
	} );
} );
