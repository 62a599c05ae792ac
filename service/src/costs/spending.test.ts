import { beforeEach, expect, it } from '@jest/globals';
import { ServiceUnderTest } from '../callbacks/testing/service-under-test.js';
import { createLogger } from '../logging.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { createSiteStore } from '../sites/site-store.js';
import { createCosts } from './costs.js';
import { createOtherCosts } from './other-costs.js';
import { createSpending } from './spending.js';

const dollars = ( micros: number ) => ( { micros, currency: 'USD' } );

onEachDatabase( 'what a site spends in a month', ( open ) => {
	let service: ServiceUnderTest;
	const sweep = () =>
		createCosts( {
			database: service.database,
			telephonyOf: () => service.telephony,
			sites: createSiteStore( service.database ),
			clock: service.clock,
			logger: createLogger( 'silent' ),
			pauseMilliseconds: 0,
		} ).sweep( service.now );
	const spent = ( at = service.now ) =>
		createSpending( service.database ).ofMonth( service.site, at );
	const later = ( minutes: number ) => {
		service.now = new Date( service.now.getTime() + minutes * 60_000 );
	};
	const limit = async ( monthlyLimitMilli: number | null ) => {
		service.site = { ...service.site, monthlyLimitMilli };
		await service.sites.save( service.site );
	};

	beforeEach( async () => {
		service = await ServiceUnderTest.start( open() );
	} );

	/** A callback of two calls, of which each cost so much. */
	const talked = async ( micros: number ) => {
		await service.submit();
		await service.jobs.run();
		await service.talk( 90 );
		service.telephony.calls.forEach( ( { callSid } ) =>
			service.telephony.price( callSid, dollars( micros ) )
		);
		later( 2 );
		await sweep();
	};

	it( 'is the sum of its calls, each counted once however often its price is told [N20]', async () => {
		await talked( 40_000 );
		await open().bound.write(
			'UPDATE legs SET price_due_at = ended_at',
			[]
		);
		await sweep();

		expect( await spent() ).toEqual( dollars( 80_000 ) );
		expect(
			await spent( new Date( service.now.getTime() + 30 * 86_400_000 ) )
		).toBeNull();
	} );

	it( 'counts what belongs to no request too [N20]', async () => {
		const { telephony } = service;
		const { messageSid } = await telephony.sendMessage( {
			messageId: '0192aaaa-0000-7000-8000-0000000000aa',
			to: '+33612345678',
			from: '+33180000000',
			text: 'À bientôt.',
		} );
		telephony.price( messageSid, dollars( 80_000 ) );
		const others = createOtherCosts( service.database );
		const told = {
			siteId: service.site.id,
			purpose: 'team_alert',
			charged: 'message',
			sid: messageSid,
			over: service.now,
		} as const;
		await others.add( told );
		await others.add( told );
		later( 2 );
		await sweep();
		await sweep();

		expect( await spent() ).toEqual( dollars( 80_000 ) );
	} );

	it( 'stops new requests at the owner’s limit, and nothing that is booked [N20]', async () => {
		const booked = new Date( service.now.getTime() + 2 * 3_600_000 );
		await service.submit( {
			slot: booked.toISOString(),
			number: '06 12 34 56 99',
		} );
		await talked( 40_000 );
		await limit( 81 );
		await service.submit( { number: '06 12 34 56 01' } );
		await limit( 80 );

		await expect(
			service.submit( { number: '06 12 34 56 02' } )
		).rejects.toMatchObject( {
			code: 'spending_limit_reached',
			retryAt: new Date( '2026-11-30T23:00:00.000Z' ),
		} );
		const before = service.telephony.calls.length;
		service.now = booked;
		await service.jobs.run();
		expect( service.telephony.calls.length ).toBeGreaterThan( before );
	} );

	it( 'begins anew with the month of the site’s calendar [N20]', async () => {
		await talked( 40_000 );
		await limit( 80 );
		service.now = new Date( '2026-11-30T22:59:00.000Z' );
		await expect( service.submit() ).rejects.toMatchObject( {
			code: 'spending_limit_reached',
		} );
		service.now = new Date( '2026-11-30T23:00:00.000Z' );
		await service.submit();
	} );
} );
