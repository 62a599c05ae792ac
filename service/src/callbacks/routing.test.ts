import { beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { agentNumber, ServiceUnderTest } from './testing/service-under-test.js';

const team = {
	team: [ { userId: 1 }, { userId: 2 }, { userId: 3 } ],
	calls: { routing: 'team' as const, checkAvailability: true },
};
const [ one, two, three ] = [ 1, 2, 3 ].map( agentNumber ) as [
	`+${ string }`,
	`+${ string }`,
	`+${ string }`,
];

onEachDatabase( 'calls to a team', ( open, place ) => {
	let service: ServiceUnderTest;
	const start = async ( settings = {} ) => {
		service = await ServiceUnderTest.start( open(), {
			...team,
			...settings,
		} );
	};
	beforeEach( () => start() );

	it( 'go to the first who is eligible, and keep who took the call [S12] [S14]', async () => {
		await service.agent( 1, 'offline' );
		await service.agent( 2 );
		await service.submit();
		await service.jobs.run();
		expect( service.called() ).toEqual( [ two ] );
		await service.talk( 30, two );
		expect( await service.detail() ).toMatchObject( {
			state: 'done',
			agentName: 'Agent 2',
			attemptsMade: [
				{
					legs: [
						{ party: 'company', userId: 2, agentName: 'Agent 2' },
						{ party: 'client', userId: null },
					],
				},
			],
		} );
	} );

	it( 'move on to the next when one does not answer, in the place they have [S16] [R06]', async () => {
		await service.agent( 1 );
		await service.agent( 2 );
		await service.submit();
		await service.jobs.run();
		await service.tell( one, 'ringing' );
		await service.tell( one, 'no_answer' );
		expect( service.called() ).toEqual( [ one, two ] );
	} );

	it( 'drop an agent who goes away while being rung, and ring the next [S16]', async () => {
		await service.agent( 1 );
		await service.agent( 2 );
		await service.submit();
		await service.jobs.run();
		await service.tell( one, 'ringing' );
		await service.presence( 1, 'away' );
		await service.callbacks.withdrawAgent( service.site.id, 1 );
		await service.jobs.run();
		expect( service.callTo( one ).status ).toBe( 'cancelled' );
		expect( service.called() ).toEqual( [ one, two ] );
		expect(
			( await service.detail() ).timeline.map( ( entry ) => entry.type )
		).toContain( 'withdrawn' );
	} );

	it( 'refuse at once when nobody is there, and nothing comes in place of a call [S14]', async () => {
		await service.agent( 1, 'away' );
		await expect( service.submit() ).rejects.toMatchObject( {
			code: 'nobody_available',
		} );
	} );

	it( 'wait for an agent who is in a call, and say so [N02] [N22]', async () => {
		await service.agent( 1 );
		await service.submit( { number: '0612345671' } );
		await service.jobs.run();
		const { status } = await service.submit( { number: '0612345672' } );
		await service.jobs.run();
		expect( service.called() ).toEqual( [ one ] );
		expect( await service.detail() ).toMatchObject( {
			state: 'queued',
			heldBackBy: 'agents_busy',
		} );
		await service.talk( 20, one );
		expect( service.called().filter( ( to ) => to === one ) ).toHaveLength(
			2
		);
		expect( await service.status( status.key ) ).toMatchObject( {
			state: 'calling_company',
		} );
	} );

	it( 'leave an agent alone for a while after a call [R22]', async () => {
		await start( { calls: { ...team.calls, wrapUpSeconds: 60 } } );
		await service.agent( 1 );
		await service.submit( { number: '0612345671' } );
		await service.jobs.run();
		await service.talk( 20, one );
		await service.submit( { number: '0612345672' } );
		await service.pass( 50 );
		expect( service.called().filter( ( to ) => to === one ) ).toHaveLength(
			1
		);
		await service.pass( 15 );
		expect( service.called().filter( ( to ) => to === one ) ).toHaveLength(
			2
		);
	} );

	describe( 'all at once', () => {
		beforeEach( async () => {
			await start( {
				calls: { ...team.calls, distribution: 'all_at_once' },
			} );
			await service.agent( 1 );
			await service.agent( 2 );
			await service.agent( 3 );
			await service.submit();
			await service.jobs.run();
		} );

		it( 'ring everybody, and the first who takes the call has it [R03]', async () => {
			expect( service.called() ).toEqual( [ one, two, three ] );
			await service.answer( two );
			expect( service.callTo( one ).status ).toBe( 'cancelled' );
			expect( service.callTo( three ).status ).toBe( 'cancelled' );
			expect( service.callTo( 'client' ).order.to ).toBe(
				'+33612345678'
			);
		} );

		it( 'keep the others’ seats until their calls are over, or for a minute when nobody says so [N02]', async () => {
			await service.answer( two );
			await service.submit( { number: '0612345679' } );
			await service.pass( 55 );
			expect( service.called() ).toHaveLength( 4 );
			await service.pass( 10 );
			expect(
				service.called().filter( ( to ) => to === one )
			).toHaveLength( 2 );
		} );

		it( 'give the seats of the others back at once when their calls are over [N02]', async () => {
			await service.answer( two );
			await service.tell( one, 'cancelled' );
			await service.tell( three, 'cancelled' );
			await service.submit( { number: '0612345679' } );
			await service.jobs.run();
			expect(
				service.called().filter( ( to ) => to === one )
			).toHaveLength( 2 );
			expect(
				service.called().filter( ( to ) => to === two )
			).toHaveLength( 1 );
		} );
	} );

	describe( 'with an owner', () => {
		it( 'wait for them, hold nobody up, and fall to the team in time [R05] [N22]', async () => {
			await start( { calls: { ...team.calls, ownerWaitMinutes: 2 } } );
			await service.agent( 1 );
			await service.agent( 2, 'away' );
			const { status } = await service.submit( {
				number: '0612345671',
				ownerUserId: 2,
			} );
			await service.jobs.run();
			expect( await service.detail() ).toMatchObject( {
				heldBackBy: 'owner_away',
			} );
			await service.submit( { number: '0612345672' } );
			await service.jobs.run();
			expect( service.called() ).toEqual( [ one ] );
			await service.talk( 20, one );
			await service.pass( 125 );
			expect( await service.status( status.key ) ).toMatchObject( {
				state: 'calling_company',
			} );
		} );

		it( 'ring them as soon as they come [R05]', async () => {
			await service.agent( 1 );
			await service.agent( 2, 'away' );
			await service.submit( { ownerUserId: 2 } );
			await service.jobs.run();
			await service.presence( 2, 'online' );
			await service.callbacks.queueMayMove( service.site.id );
			await service.jobs.run();
			expect( service.called() ).toEqual( [ two ] );
		} );
	} );

	it( 'with one free agent and 12 who ask two instances at once, ring that agent once [N01] [N02]', async () => {
		await start( { guards: { requestsPerAddressPerHour: 1_000 } } );
		await service.agent( 1 );
		// Of SQLite's file there is one process only.
		const other =
			open().dialect === 'mysql'
				? await openDatabase( { url: place().url } )
				: open();
		const instances = [ service, service.onInstance( other ) ];
		await Promise.all(
			Array.from( { length: 12 }, ( _none, index ) =>
				instances[ index % 2 ]?.submit( {
					number: `06123457${ String( index ).padStart( 2, '0' ) }`,
				} )
			)
		);
		await Promise.all( instances.map( ( { jobs } ) => jobs.run() ) );
		expect(
			instances.flatMap( ( instance ) => instance.called() )
		).toEqual( [ one ] );
		if ( other !== open() ) {
			await other.close();
		}
	} );
} );
