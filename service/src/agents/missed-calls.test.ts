import { beforeEach, expect, it } from '@jest/globals';
import {
	ProcessDied,
	ServiceUnderTest,
} from '../callbacks/testing/service-under-test.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import type { CallStatus } from '../telephony/telephony.js';

onEachDatabase( 'a missed call', ( open ) => {
	let service: ServiceUnderTest;
	let number: `+${ string }`;
	const start = async ( settings: object = {} ) => {
		service = await ServiceUnderTest.start( open(), {
			calls: { routing: 'team', confirmation: 'always' },
			team: [ { userId: 7 }, { userId: 8, priority: 2 } ],
			...settings,
		} );
		number = await service.agent( 7 );
		await service.agent( 8 );
	};
	const ring = async () => {
		await service.submit();
		await service.jobs.run();
	};
	const agent = ( userId = 7 ) =>
		service.agents.find( service.site.id, userId );
	const log = async () =>
		service.database.bound.select< { source: string; status: string } >(
			'SELECT source, status FROM presence_log WHERE site_id = $1 ORDER BY id',
			[ service.site.id ]
		);
	beforeEach( () => start() );

	it.each( [
		[ 'nobody answered', 'no_answer' ],
		[ 'they declined', 'refused' ],
	] as Array< [ string, CallStatus ] > )(
		'makes an agent away, once, and keeps when: %s [N10]',
		async ( _why, status ) => {
			await ring();
			await service.tell( number, 'ringing', 1 );
			service.now = new Date( service.now.getTime() + 20_000 );
			await service.tell( number, status, 2 );
			const at = service.now;
			service.now = new Date( service.now.getTime() + 5_000 );
			await service.tell( number, status, 2 );
			await service.tell( number, status, 3 );

			expect( await agent() ).toMatchObject( {
				status: 'away',
				statusSource: 'missed_call',
				missedCallAt: at,
			} );
			expect( await log() ).toEqual( [
				{ source: 'missed_call', status: 'away' },
			] );
			// The next is rung, and nobody waits for who missed it.
			expect( service.called() ).toEqual( [
				number,
				( await agent( 8 ) )?.number,
			] );
		}
	);

	it( 'is also one that was answered without the key that takes it [N10] [R01]', async () => {
		await ring();
		await service.answer( number );
		await service.press( number, 'confirm', null );
		await service.press( number, 'confirm', null );

		expect( await agent() ).toMatchObject( {
			status: 'away',
			statusSource: 'missed_call',
		} );
	} );

	it( 'makes them away with the end of the call, or neither [N10] [N01]', async () => {
		await ring();
		service.killAt( 'webhook:status:before-commit' );
		await expect( service.tell( number, 'no_answer', 2 ) ).rejects.toThrow(
			ProcessDied
		);
		expect( await agent() ).toMatchObject( { status: 'online' } );
		expect( await log() ).toEqual( [] );

		service.restart();
		await service.tell( number, 'no_answer', 2 );

		expect( await agent() ).toMatchObject( { status: 'away' } );
		expect( await log() ).toHaveLength( 1 );
	} );

	it( 'is forgotten once they set their status again [N10]', async () => {
		await ring();
		await service.tell( number, 'no_answer' );
		service.now = new Date( service.now.getTime() + 60_000 );
		await service.presenceKeeping.say( service.site, 7, {
			status: 'online',
			source: 'page',
			byUserId: null,
		} );

		expect( await agent() ).toMatchObject( {
			status: 'online',
			missedCallAt: null,
		} );
	} );

	it( 'that is told late does not undo what they said since [N10]', async () => {
		await ring();
		const call = service.callTo( number );
		const over = service.now;
		service.now = new Date( service.now.getTime() + 60_000 );
		await service.presence( 7, 'online' );
		service.telephony.set( call.callSid, 'no_answer' );
		await service.callbacks.callEvents.statusChanged(
			{
				legId: call.order.legId,
				callSid: call.callSid,
				status: 'no_answer',
				occurredAt: over,
				code: null,
			},
			{ callSid: call.callSid, event: 'status no_answer', token: 'late' }
		);

		expect( await agent() ).toMatchObject( { status: 'online' } );
	} );

	it( 'is not one that was busy [N10]', async () => {
		await ring();
		await service.tell( number, 'busy' );

		expect( await agent() ).toMatchObject( { status: 'online' } );
		expect( await log() ).toEqual( [] );
	} );

	it( 'is not one that a colleague took, or that was taken back [N10]', async () => {
		await start( {
			calls: {
				routing: 'team',
				confirmation: 'never',
				distribution: 'all_at_once',
			},
			team: [ { userId: 7 }, { userId: 8 } ],
		} );
		await ring();
		await service.answer( number );
		await service.tell( '+33140000008', 'no_answer' );

		expect( await agent( 8 ) ).toMatchObject( { status: 'online' } );
	} );

	it( 'changes nothing where the channel does not say so, and is told all the same [N10]', async () => {
		await start( {
			calls: { routing: 'team' },
			team: [ { userId: 7 } ],
			presence: { awayAfterMissedCall: false },
		} );
		await ring();
		await service.tell( number, 'no_answer' );

		expect( await agent() ).toMatchObject( { status: 'online' } );
		expect( service.after ).toContainEqual( [
			'callMissed',
			expect.objectContaining( { userId: 7 } ),
		] );
	} );

	it( 'leaves who was not online as they are [N10]', async () => {
		await service.presence( 7, 'offline' );
		await ring();
		await service.tell( number, 'no_answer' );

		expect( await agent() ).toMatchObject( {
			status: 'offline',
			missedCallAt: null,
		} );
	} );
} );
