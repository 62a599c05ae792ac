import { beforeEach, expect, it } from '@jest/globals';
import type { Supervise } from '@rappel/contract';
import {
	agentNumber,
	ServiceUnderTest,
} from '../callbacks/testing/service-under-test.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { TelephonyError } from '../telephony/telephony.js';
import type { CallStatus } from '../telephony/telephony.js';

const one = agentNumber( 1 );
const boss = { userId: 9, supervises: true };

onEachDatabase( 'supervision of a talk', ( open ) => {
	let service: ServiceUnderTest;
	beforeEach( async () => {
		service = await ServiceUnderTest.start( open(), {
			team: [ { userId: 1 }, { userId: 2 } ],
			calls: { routing: 'team', checkAvailability: true },
			openingHours: { always: true },
		} );
		await service.agent( 1 );
		await service.agent( 9, 'offline' );
	} );

	const talk = async () => {
		await service.submit();
		await service.jobs.run();
		await service.answer( one );
		await service.room( one, 'entered' );
		await service.answer( 'client' );
		await service.room( 'client', 'entered' );
		return service.requestId();
	};
	const supervise = async (
		requestId: string,
		mode: Supervise[ 'mode' ],
		by = boss
	) => {
		const told = await service.supervision.supervise(
			service.site,
			requestId,
			{ mode, by }
		);
		await service.jobs.run();
		return told;
	};
	const guest = () => service.telephony.guests.at( -1 );
	/** The network tells of the supervisor's call. */
	const tell = async ( status: CallStatus, number = 1 ) => {
		const { callSid = '', supervisionId = '' } = guest() ?? {};
		service.telephony.set( callSid, status );
		await service.callbacks.callEvents.supervisorChanged(
			{ supervisionId, callSid, status, occurredAt: null, code: null },
			{ callSid, event: `status ${ status }`, token: String( number ) }
		);
		await service.jobs.run();
	};
	const companyCall = () => service.callTo( one ).callSid;

	it( 'rings the supervisor, unheard, heard by the agent alone, or by both [R12]', async () => {
		const requestId = await talk();

		expect( await supervise( requestId, 'listen' ) ).toEqual( {
			requestId,
			userId: 9,
			mode: 'listen',
			state: 'calling',
		} );
		expect( guest() ).toMatchObject( {
			to: agentNumber( 9 ),
			from: service.callTo( one ).order.from,
			muted: true,
			heardByCallSid: null,
		} );
		await tell( 'in_progress' );
		expect( await supervise( requestId, 'whisper' ) ).toMatchObject( {
			mode: 'whisper',
			state: 'in_call',
		} );
		expect( guest() ).toMatchObject( {
			muted: false,
			heardByCallSid: companyCall(),
		} );
		await supervise( requestId, 'join' );
		expect( guest() ).toMatchObject( {
			muted: false,
			heardByCallSid: null,
		} );
		expect( service.telephony.guests ).toHaveLength( 1 );
		expect(
			( await service.detail() ).timeline.filter(
				( { type } ) => type === 'supervised'
			)
		).toMatchObject( [
			{ agentName: 'Agent 9', detail: 'listen' },
			{ agentName: 'Agent 9', detail: 'whisper' },
			{ agentName: 'Agent 9', detail: 'join' },
		] );
	} );

	it( 'is for who supervises, with a phone of their own, in a talk of others [R12]', async () => {
		const requestId = await talk();
		const refused = ( by: typeof boss, id = requestId ) =>
			expect( supervise( id, 'listen', by ) ).rejects;

		await refused( { userId: 2, supervises: false } ).toMatchObject( {
			code: 'not_yours',
		} );
		await refused( { userId: 8, supervises: true } ).toMatchObject( {
			code: 'agent_without_number',
		} );
		await refused( { userId: 1, supervises: true } ).toMatchObject( {
			code: 'no_call_to_join',
		} );
		await refused(
			boss,
			'0190a2b4-1111-7111-8111-111111111111'
		).toMatchObject( { code: 'no_call_to_join' } );
		expect( service.telephony.guests ).toEqual( [] );
	} );

	it( 'rings one phone once, however often it is asked for [R12]', async () => {
		const requestId = await talk();
		await Promise.all( [
			supervise( requestId, 'listen' ),
			supervise( requestId, 'whisper' ),
			supervise( requestId, 'listen' ),
		] );
		expect( service.telephony.guests ).toHaveLength( 1 );
	} );

	it( 'ends with the talk, in the middle of ringing too [R12]', async () => {
		const requestId = await talk();
		await supervise( requestId, 'listen' );
		await tell( 'ringing' );

		await service.room( 'client', 'hung_up' );

		expect( service.callTo( agentNumber( 9 ) ).status ).toBe( 'cancelled' );
		await expect( supervise( requestId, 'listen' ) ).rejects.toMatchObject(
			{ code: 'no_call_to_join' }
		);
	} );

	it( 'is hung up when they answer after the talk, though the order to end it was lost [R12]', async () => {
		const requestId = await talk();
		service.telephony.fail(
			new TelephonyError( 'unknown', 'timeout', 'No answer' ),
			true
		);
		await supervise( requestId, 'listen' );
		await service.room( 'client', 'hung_up' );
		// Nobody knows its call yet.
		expect( service.callTo( agentNumber( 9 ) ).status ).toBe( 'queued' );

		await tell( 'in_progress' );

		expect( service.callTo( agentNumber( 9 ) ).status ).toBe( 'completed' );
	} );

	it( 'is found by the sweep when nothing else has ended it [R12]', async () => {
		const requestId = await talk();
		await supervise( requestId, 'listen' );
		await tell( 'in_progress' );
		service.table.entries.length = 0;
		await service.room( 'client', 'hung_up' );
		service.telephony.set(
			service.callTo( agentNumber( 9 ) ).callSid,
			'in_progress'
		);
		await service.database.sequelize.query(
			`UPDATE supervisions SET is_open = 1, state = 'in_call'`
		);

		await service.supervision.sweep( service.now );
		await service.jobs.run();

		expect( service.callTo( agentNumber( 9 ) ).status ).toBe( 'completed' );
	} );

	it( 'is nothing to the talk: whatever the room tells of them, in whatever order [R12]', async () => {
		const requestId = await talk();
		await supervise( requestId, 'join' );
		await tell( 'in_progress' );
		const { attemptsMade } = await service.detail();
		const { callSid = '' } = guest() ?? {};
		let token = 100;
		for ( const what of [ 'hung_up', 'entered', 'removed' ] as const ) {
			// Without a label: as the network tells it when it repeats none.
			for ( const legId of [ null, guest()?.supervisionId ?? null ] ) {
				await service.callbacks.callEvents.roomChanged(
					{
						attemptId: attemptsMade[ 0 ]?.id ?? '',
						participant: { legId, callSid, what },
						occurredAt: null,
					},
					{
						callSid,
						event: `room ${ what }`,
						token: String( token++ ),
					}
				);
			}
		}
		await tell( 'completed', 2 );
		await service.jobs.run();

		const after = await service.detail();
		expect( after.state ).toBe( 'talking' );
		expect( after.attemptsMade ).toEqual( attemptsMade );
		// They may come back.
		expect( await supervise( requestId, 'listen' ) ).toMatchObject( {
			state: 'calling',
		} );
		expect( service.telephony.guests ).toHaveLength( 2 );
	} );

	it( 'leaves one talk for another [R12]', async () => {
		await service.agent( 2 );
		const first = await talk();
		await supervise( first, 'listen' );
		await tell( 'in_progress' );
		const firstCall = guest()?.callSid;
		await service.submit( { number: '0612345679' } );
		await service.jobs.run();
		const two = agentNumber( 2 );
		await service.answer( two );
		await service.room( two, 'entered' );
		await service.answer( '+33612345679' );
		await service.room( '+33612345679', 'entered' );

		expect(
			await supervise( await service.requestId(), 'whisper' )
		).toMatchObject( { state: 'calling' } );

		expect(
			service.telephony.calls.find(
				( { callSid } ) => callSid === firstCall
			)?.status
		).toBe( 'completed' );
		expect( guest() ).toMatchObject( {
			heardByCallSid: service.callTo( two ).callSid,
		} );
	} );
} );
