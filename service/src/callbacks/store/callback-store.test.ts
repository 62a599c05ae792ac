import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { onEachDatabase } from '../../persistence/testing/each-database.js';
import { ServiceUnderTest } from '../testing/service-under-test.js';

/** As a request was kept when the first call engine settled it. */
const oldPlan = JSON.stringify( {
	dialOrder: [ 'company', 'client' ],
	ringSeconds: { company: 25, client: 25 },
	maximumTalkSeconds: 3_600,
} );

onEachDatabase( 'the store of requests', ( open ) => {
	it( 'reads a request of before, whose plan knew less, and it goes its way', async () => {
		const service = await ServiceUnderTest.start( open() );
		const { status } = await service.submit();
		await service.jobs.run();
		await open().bound.write( 'UPDATE callback_requests SET plan = $1', [
			oldPlan,
		] );
		expect( await service.status( status.key ) ).toMatchObject( {
			state: 'calling_company',
			callerIdShown: '01 23 45 67 00',
		} );
		await service.talk( 30 );
		expect( await service.detail() ).toMatchObject( {
			state: 'done',
			talkSeconds: 30,
			attempts: 1,
		} );
	} );

	it( 'gives up a request of before whose client is busy: it was settled that nobody is called again', async () => {
		const service = await ServiceUnderTest.start( open() );
		await service.submit();
		await service.jobs.run();
		await open().bound.write( 'UPDATE callback_requests SET plan = $1', [
			oldPlan,
		] );
		await service.answer( 'company' );
		await service.tell( 'client', 'busy' );
		expect( await service.detail() ).toMatchObject( {
			state: 'failed',
			failureReason: 'client_busy',
		} );
	} );

	it( 'keeps what moved of an attempt and of the next one in one decision', async () => {
		const service = await ServiceUnderTest.start( open(), {
			retries: { client: { attempts: 2, spacingMinutes: 0 } },
		} );
		await service.submit( { key: randomUUID() } );
		await service.jobs.run();
		await service.answer( 'company' );
		await service.tell( 'client', 'no_answer' );
		await service.tell( 'company', 'completed' );
		await service.pass( 5 );
		const { attemptsMade } = await service.detail();
		expect( attemptsMade ).toMatchObject( [
			{
				ordinal: 1,
				endedAt: expect.any( String ),
				legs: [ { state: 'ended' }, { state: 'ended' } ],
			},
			{ ordinal: 2, endedAt: null },
		] );
	} );
} );
