import { describe, expect, it } from '@jest/globals';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { ServiceUnderTest } from './testing/service-under-test.js';

const numbers = [ '0612345671', '0612345672', '0612345673' ] as const;
const oneAtATime = { queue: { simultaneousCalls: false } };

onEachDatabase( 'a channel with one call at a time', ( open ) => {
	const start = ( settings = {}, options = {} ) =>
		ServiceUnderTest.start(
			open(),
			{ ...oneAtATime, ...settings },
			{},
			options
		);

	/** One after the other, a second apart. */
	const submitAll = async ( service: ServiceUnderTest ) => {
		const keys: string[] = [];
		for ( const number of numbers ) {
			const { status } = await service.submit( { number } );
			keys.push( status.key );
			await service.jobs.run();
			service.now = new Date( service.now.getTime() + 1_000 );
		}
		return keys;
	};

	it( 'calls for the first, and tells the others their place and why they wait [S19] [N22] [R21]', async () => {
		const service = await start();
		const [ first = '', second = '', third = '' ] =
			await submitAll( service );
		expect( service.telephony.calls ).toHaveLength( 1 );
		expect( await service.status( first ) ).toMatchObject( {
			state: 'calling_company',
		} );
		expect( await service.status( second ) ).toMatchObject( {
			state: 'waiting',
			place: 1,
			message: expect.stringContaining( 'Nos lignes sont occupées' ),
		} );
		expect( await service.status( third ) ).toMatchObject( {
			place: 2,
			message: expect.stringContaining( 'en position 2' ),
		} );
		const { requests } = await service.callbacks.listRequests(
			service.site.id,
			{ limit: 3 }
		);
		expect( requests.map( ( one ) => one.heldBackBy ) ).toEqual( [
			'earlier_requests',
			'channel_busy',
			null,
		] );
	} );

	it( 'moves in the order of asking, each as soon as the call before is over [N02] [S19]', async () => {
		const service = await start();
		const [ , second = '', third = '' ] = await submitAll( service );
		await service.talk( 30 );
		expect( await service.status( second ) ).toMatchObject( {
			state: 'calling_company',
		} );
		expect( await service.status( third ) ).toMatchObject( {
			state: 'waiting',
			place: 1,
		} );
		await service.talk( 30 );
		expect( await service.status( third ) ).toMatchObject( {
			state: 'calling_company',
		} );
	} );

	it( 'gives a retried request its old place back [R06]', async () => {
		const service = await start( {
			retries: { client: { attempts: 2, spacingMinutes: 1 } },
		} );
		const [ first = '', second = '', third = '' ] =
			await submitAll( service );
		// The first client is busy: the second is called meanwhile.
		await service.answer( 'company' );
		await service.tell( 'client', 'busy' );
		await service.tell( 'company', 'completed' );
		expect( await service.status( first ) ).toMatchObject( {
			state: 'scheduled',
			dueAt: expect.any( String ),
		} );
		expect( await service.status( second ) ).toMatchObject( {
			state: 'calling_company',
		} );
		await service.answer( 'company' );
		await service.answer( 'client' );
		await service.room( 'company', 'entered' );
		await service.room( 'client', 'entered' );
		await service.pass( 65 );
		expect( await service.status( first ) ).toMatchObject( {
			state: 'waiting',
			place: 1,
		} );
		expect( await service.status( third ) ).toMatchObject( {
			state: 'waiting',
			place: 2,
		} );
		await service.tell( 'client', 'completed' );
		await service.tell( 'company', 'completed' );
		expect( await service.status( first ) ).toMatchObject( {
			state: 'calling_company',
		} );
	} );

	it( 'takes one who cancels out of the line', async () => {
		const service = await start();
		const [ , second = '', third = '' ] = await submitAll( service );
		await service.callbacks.cancelRequest(
			{ siteId: service.site.id, key: second, language: null },
			'changed_mind'
		);
		expect( await service.status( third ) ).toMatchObject( { place: 1 } );
	} );

	it( 'gives up who has waited too long', async () => {
		const service = await start( {
			queue: { simultaneousCalls: false, expiresAfterMinutes: 5 },
		} );
		const [ , second = '' ] = await submitAll( service );
		await service.answer( 'company' );
		await service.answer( 'client' );
		await service.room( 'company', 'entered' );
		await service.room( 'client', 'entered' );
		await service.pass( 310 );
		expect( await service.status( second ) ).toMatchObject( {
			state: 'expired',
			final: true,
		} );
	} );

	it.each( [
		[ 'more than may wait', { maximumWaiting: 2 }, 0 ],
		[ 'more once the first waits so long', { maximumWaitMinutes: 1 }, 60 ],
	] )( 'refuses %s [R07]', async ( _what, guard, seconds ) => {
		const service = await start( {
			queue: { simultaneousCalls: false, ...guard },
		} );
		await submitAll( service );
		service.now = new Date( service.now.getTime() + seconds * 1_000 );
		await expect(
			service.submit( { number: '0612345674' } )
		).rejects.toMatchObject( { code: 'queue_full' } );
	} );

	it( 'takes requests and calls nobody while processing is off, and goes on once it is on [R07] [N22]', async () => {
		const service = await start( { queue: { processing: false } } );
		const { status } = await service.submit();
		await service.pass( 30 );
		expect( service.telephony.sent ).toBe( 0 );
		expect( await service.detail() ).toMatchObject( {
			state: 'queued',
			heldBackBy: 'processing_off',
		} );
		expect( await service.status( status.key ) ).toMatchObject( {
			message: expect.stringContaining( 'Les appels sont suspendus' ),
		} );
		await service.saveSettings( { queue: { processing: true } } );
		await service.callbacks.queueMayMove( service.site.id );
		await service.jobs.run();
		expect( await service.status( status.key ) ).toMatchObject( {
			state: 'calling_company',
		} );
	} );

	describe( 'under load', () => {
		it( 'never has more calls under way than its limit, and loses nobody [S19] [N02]', async () => {
			const service = await start( {
				queue: { simultaneousCalls: true, limit: 3 },
				guards: { requestsPerAddressPerHour: 1_000 },
			} );
			await Promise.all(
				Array.from( { length: 20 }, ( _none, index ) =>
					service.submit( {
						number: `06123457${ String( index ).padStart( 2, '0' ) }`,
					} )
				)
			);
			await service.jobs.run();
			for ( let ended = 0; ended < 20; ended++ ) {
				const live = service.telephony.calls.filter(
					( call ) => call.endedAt === null
				);
				expect( live.length ).toBeLessThanOrEqual( 3 );
				const [ next ] = live;
				expect( next ).toBeDefined();
				await service.tellCall( next, 'failed' );
			}
			expect( service.telephony.calls ).toHaveLength( 20 );
		} );
	} );

	it( 'waits for two free calls of the account, and for its calls per second [S19] [N22]', async () => {
		const service = await start(
			{ queue: { simultaneousCalls: true, limit: 10 } },
			{ maximumCalls: 3, callsPerSecond: 1 }
		);
		const [ , second = '' ] = await submitAll( service );
		expect( service.telephony.calls ).toHaveLength( 1 );
		expect( await service.status( second ) ).toMatchObject( {
			state: 'waiting',
		} );
		const { requests } = await service.callbacks.listRequests(
			service.site.id,
			{ limit: 3 }
		);
		expect( requests[ 1 ]?.heldBackBy ).toBe( 'account_busy' );
	} );

	it( 'spaces calls that are wanted at one time [S19]', async () => {
		const service = await start(
			{ queue: { simultaneousCalls: true, limit: 10 } },
			{ callsPerSecond: 1 }
		);
		for ( const number of numbers ) {
			await service.submit( { number } );
		}
		await service.jobs.run();
		expect( service.telephony.calls ).toHaveLength( 1 );
		service.now = new Date( service.now.getTime() + 1_000 );
		await service.jobs.run();
		expect( service.telephony.calls ).toHaveLength( 2 );
		service.now = new Date( service.now.getTime() + 1_000 );
		await service.jobs.run();
		expect( service.telephony.calls ).toHaveLength( 3 );
	} );
} );

onEachDatabase(
	'a client who booked a time and asks to be called now',
	( open ) => {
		it( 'is not called for the booking before that call is over [N01] [N22]', async () => {
			const number = '0612345671';
			const service = await ServiceUnderTest.start( open(), {
				openingHours: { always: true },
			} );
			await service.submit( {
				number,
				slot: '2026-11-24T13:00:00.000Z',
			} );
			service.now = new Date( '2026-11-24T12:59:30.000Z' );
			await service.submit( { number } );
			await service.jobs.run();
			await service.answer( 'company' );
			await service.answer( 'client' );
			await service.room( 'company', 'entered' );
			await service.room( 'client', 'entered' );
			const isCalled = () =>
				service.telephony.calls.filter(
					( { order } ) => order.to === '+33612345671'
				).length;
			const booking = async () => {
				const { requests } = await service.callbacks.listRequests(
					service.site.id,
					{ limit: 2 }
				);
				return requests.find( ( { bookedFor } ) => bookedFor !== null );
			};

			await service.pass( 60 );
			expect( isCalled() ).toBe( 1 );
			expect( await booking() ).toMatchObject( {
				state: 'queued',
				heldBackBy: 'client_on_line',
			} );

			await service.tell( 'client', 'completed' );
			expect( await booking() ).toMatchObject( {
				state: 'calling_company',
			} );
			await service.answer( 'company' );
			expect( isCalled() ).toBe( 2 );
		} );
	}
);
