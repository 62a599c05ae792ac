import { expect, it } from '@jest/globals';
import { ServiceUnderTest } from '../callbacks/testing/service-under-test.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';

const team = [ { userId: 1 }, { userId: 2 }, { userId: 3 } ];

onEachDatabase( 'requests and agents', ( open ) => {
	it( 'refuse an agent’s own number as the visitor’s [R18]', async () => {
		const service = await ServiceUnderTest.start( open() );
		const number = await service.agent( 1 );

		await expect( service.submit( { number } ) ).rejects.toMatchObject( {
			code: 'number_type_refused',
			text: 'problem.number_type_refused.own_number',
		} );
	} );

	it( 'are not taken while nobody of the team has a number [S12]', async () => {
		const service = await ServiceUnderTest.start( open(), {
			calls: { routing: 'team' },
			team,
		} );

		await expect( service.submit() ).rejects.toMatchObject( {
			code: 'channel_incomplete',
		} );
		await service.agent( 3 );
		expect( ( await service.submit() ).created ).toBe( true );
	} );

	it( 'go round the team, each to the agent who was asked longest ago [R03]', async () => {
		const service = await ServiceUnderTest.start( open(), {
			calls: {
				routing: 'team',
				distribution: 'round_robin',
				confirmation: 'never',
			},
			team,
		} );
		const numbers = [
			await service.agent( 1 ),
			await service.agent( 2 ),
			await service.agent( 3 ),
		];
		for ( let round = 1; round <= 4; round++ ) {
			await service.submit( { number: `+3361234567${ round }` } );
			await service.jobs.run();
			await service.talk(
				60,
				service.called().at( -1 ) as `+${ string }`
			);
		}
		const called = service
			.called()
			.filter( ( number ) => numbers.includes( number as never ) );

		expect( called ).toEqual( [ ...numbers, numbers[ 0 ] ] );
	} );

	it( 'are refused in the last minutes before closing, with when it opens next [R07]', async () => {
		// Tuesday, 11:00 in Paris.
		const service = await ServiceUnderTest.start( open(), {
			openingHours: {
				weekly: [ { day: 2, from: '09:00', to: '11:20' } ],
			},
			queue: { minutesBeforeClosing: 20 },
		} );

		await expect( service.submit() ).rejects.toMatchObject( {
			code: 'channel_closing_soon',
			retryAt: new Date( '2026-12-01T08:00:00.000Z' ),
		} );
	} );
} );
