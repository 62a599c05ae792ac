import { expect, it } from '@jest/globals';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { TelephonyError } from '../telephony/telephony.js';
import { ServiceUnderTest } from './testing/service-under-test.js';

const clientFirst = { calls: { dialOrder: 'client_first' as const } };

onEachDatabase( 'a party that is not reached', ( open ) => {
	const start = ( settings = {} ) =>
		ServiceUnderTest.start( open(), settings );

	it( 'of the client is called again after the spacing, and the agent with them: try 2 of 3 [R04]', async () => {
		const service = await start( {
			retries: { client: { attempts: 3, spacingMinutes: 2 } },
		} );
		const { status } = await service.submit();
		await service.jobs.run();
		await service.answer( 'company' );
		await service.tell( 'client', 'no_answer' );
		await service.tell( 'company', 'completed' );
		expect( await service.status( status.key ) ).toMatchObject( {
			state: 'scheduled',
			dueAt: new Date( service.now.getTime() + 120_000 ).toISOString(),
			canCancel: true,
		} );
		await service.pass( 115 );
		expect( service.telephony.calls ).toHaveLength( 2 );
		await service.pass( 10 );
		expect( service.telephony.calls ).toHaveLength( 3 );
		expect( await service.detail() ).toMatchObject( {
			state: 'calling_company',
			attempt: 2,
			attempts: 3,
		} );
		await service.talk( 30 );
		expect( await service.detail() ).toMatchObject( {
			state: 'done',
			talkSeconds: 30,
			attemptsMade: [ { ordinal: 1 }, { ordinal: 2 } ],
		} );
	} );

	it( 'is called so many times and no more, client first too [R04] [S21]', async () => {
		const service = await start( {
			...clientFirst,
			retries: { client: { attempts: 2, spacingMinutes: 1 } },
		} );
		await service.submit();
		await service.jobs.run();
		expect( service.called() ).toEqual( [ '+33612345678' ] );
		await service.tell( 'client', 'busy' );
		await service.pass( 65 );
		expect( service.called() ).toEqual( [
			'+33612345678',
			'+33612345678',
		] );
		await service.tell( 'client', 'busy' );
		expect( await service.detail() ).toMatchObject( {
			state: 'failed',
			failureReason: 'client_busy',
		} );
		expect( await service.seatsTaken() ).toBe( 0 );
	} );

	it( 'on the company’s side has a rule of its own [R04]', async () => {
		const service = await start( {
			retries: {
				company: { attempts: 2, spacingMinutes: 1 },
				client: { attempts: 1 },
			},
		} );
		await service.submit();
		await service.jobs.run();
		await service.tell( 'company', 'no_answer' );
		expect( ( await service.detail() ).state ).toBe( 'scheduled' );
		await service.pass( 65 );
		expect( service.telephony.calls ).toHaveLength( 2 );
	} );

	it( 'is called again by the reasons of the channel only [R04]', async () => {
		const service = await start( {
			retries: { client: { attempts: 3, reasons: [ 'no_answer' ] } },
		} );
		await service.submit();
		await service.jobs.run();
		await service.answer( 'company' );
		await service.tell( 'client', 'busy' );
		expect( await service.detail() ).toMatchObject( {
			state: 'failed',
			failureReason: 'client_busy',
		} );
	} );

	it( 'is never called again when the number cannot be called [R04]', async () => {
		const service = await start( {
			...clientFirst,
			retries: { client: { attempts: 3 } },
		} );
		service.telephony.fail(
			new TelephonyError( 'permanent', '21610', 'Opted out', true )
		);
		await service.submit();
		await service.jobs.run();
		await service.pass( 600 );
		expect( service.telephony.sent ).toBe( 1 );
		expect( await service.detail() ).toMatchObject( {
			state: 'failed',
			failureReason: 'client_number_invalid',
		} );
	} );

	it( 'is called once by the job and once by the sweep, and rings once [N01]', async () => {
		const service = await start( {
			retries: { client: { attempts: 2, spacingMinutes: 1 } },
		} );
		await service.submit();
		await service.jobs.run();
		await service.answer( 'company' );
		await service.tell( 'client', 'busy' );
		await service.tell( 'company', 'completed' );
		service.now = new Date( service.now.getTime() + 61_000 );
		await Promise.all( [
			service.callbacks.sweep(),
			service.callbacks.sweep(),
			service.jobs.run(),
		] );
		await service.jobs.run();
		expect( service.telephony.calls ).toHaveLength( 3 );
	} );
} );
