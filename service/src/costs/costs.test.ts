import { expect, it } from '@jest/globals';
import { ServiceUnderTest } from '../callbacks/testing/service-under-test.js';
import { createLogger } from '../logging.js';
import { openDatabase, type Database } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { createSiteStore } from '../sites/site-store.js';
import { TelephonyError } from '../telephony/telephony.js';
import { Texting } from '../text-messages/testing/texting.js';
import { createCosts } from './costs.js';

const euros = ( micros: number ) => ( { micros, currency: 'EUR' } );
const logger = createLogger( 'silent' );

type World = Pick<
	ServiceUnderTest,
	'database' | 'telephony' | 'clock' | 'now'
>;

function costsOf( world: World, database = world.database ) {
	const changed: string[] = [];
	const costs = createCosts( {
		database,
		telephonyOf: () => world.telephony,
		sites: createSiteStore( database ),
		clock: world.clock,
		logger,
		requestChanged: ( siteId ) => changed.push( siteId ),
		pauseMilliseconds: 0,
	} );
	return { changed, sweep: () => costs.sweep( world.now ), stop: costs.stop };
}

function later( world: { now: Date }, minutes: number ): void {
	world.now = new Date( world.now.getTime() + minutes * 60_000 );
}

/** A callback that is over, with two calls. */
async function talked( database: Database ): Promise< ServiceUnderTest > {
	const service = await ServiceUnderTest.start( database );
	await service.submit();
	await service.jobs.run();
	await service.talk( 90 );
	return service;
}

onEachDatabase( 'what calls cost', ( open, place ) => {
	it( 'is asked for two minutes after their end, kept, and added up on the request [N20]', async () => {
		const service = await talked( open() );
		const { sweep, changed } = costsOf( service );
		const { telephony } = service;
		await sweep();
		expect( telephony.askedPrices ).toEqual( [] );
		expect( await service.detail() ).toMatchObject( {
			costMilli: null,
			currency: null,
		} );
		const [ company = '', client = '' ] = telephony.calls.map(
			( { callSid } ) => callSid
		);
		telephony.price( company, euros( 28_000 ) );
		later( service, 2 );
		await sweep();
		expect( telephony.askedPrices.toSorted() ).toEqual( [
			company,
			client,
		] );
		expect( await service.detail() ).toMatchObject( {
			costMilli: 28,
			currency: 'EUR',
		} );
		telephony.price( client, euros( 80_500 ) );
		later( service, 2 );
		await sweep();
		expect( await service.detail() ).toMatchObject( { costMilli: 109 } );
		expect( changed ).toEqual( [ service.site.id, service.site.id ] );
		later( service, 3_000 );
		await sweep();
		expect( telephony.askedPrices ).toHaveLength( 3 );
	} );

	it( 'is asked for ever more seldom, and no more after a day [N20]', async () => {
		const service = await talked( open() );
		const { sweep } = costsOf( service );
		for ( let minutes = 0; minutes < 4 * 1_440; minutes += 10 ) {
			later( service, 10 );
			await sweep();
		}
		const times = service.telephony.askedPrices.length / 2;
		expect( times ).toBeGreaterThan( 6 );
		expect( times ).toBeLessThan( 12 );
		const { telephony } = service;
		later( service, 10_000 );
		await sweep();
		expect( telephony.askedPrices ).toHaveLength( times * 2 );
	} );

	it( 'is not asked for again at once when the network is busy, and not lost [N20]', async () => {
		const service = await talked( open() );
		const { sweep } = costsOf( service );
		const { telephony } = service;
		telephony.calls.forEach( ( { callSid } ) =>
			telephony.price( callSid, euros( 10_000 ) )
		);
		later( service, 2 );
		telephony.fail( new TelephonyError( 'retryable', '20429', 'Busy' ) );
		await sweep();
		expect( telephony.askedPrices ).toEqual( [] );
		later( service, 3 );
		await sweep();
		expect( await service.detail() ).toMatchObject( { costMilli: 20 } );
	} );

	it( 'is asked for by one of two instances, and both prices count [N20]', async () => {
		const service = await talked( open() );
		const other = await openDatabase( place() );
		try {
			const { telephony } = service;
			telephony.calls.forEach( ( { callSid } ) =>
				telephony.price( callSid, euros( 10_000 ) )
			);
			later( service, 2 );
			await Promise.all( [
				costsOf( service ).sweep(),
				costsOf( service, other ).sweep(),
			] );
			expect( telephony.askedPrices ).toHaveLength( 2 );
			expect( await service.detail() ).toMatchObject( { costMilli: 20 } );
		} finally {
			await other.close();
		}
	} );

	it( 'does not keep a request from moving [N20]', async () => {
		const service = await ServiceUnderTest.start( open(), {
			retries: { company: { attempts: 2, spacingMinutes: 5 } },
		} );
		await service.submit();
		await service.jobs.run();
		await service.tell( 'company', 'no_answer' );
		const { telephony } = service;
		telephony.calls.forEach( ( { callSid } ) =>
			telephony.price( callSid, euros( 0 ) )
		);
		later( service, 2 );
		await costsOf( service ).sweep();
		expect( await service.detail() ).toMatchObject( {
			state: 'scheduled',
			costMilli: 0,
		} );
		await service.pass( 300 );
		await service.talk( 20 );
		expect( await service.detail() ).toMatchObject( {
			state: 'done',
			costMilli: 0,
		} );
	} );

	it( 'counts text messages too [N20]', async () => {
		const texting = await Texting.start( open() );
		await texting.messages.notices.booked( texting.booking() );
		await texting.jobs.run();
		const { sweep } = costsOf( texting );
		const { telephony } = texting;
		const [ message ] = telephony.messages;
		telephony.price( message?.messageSid ?? '', euros( 80_000 ) );
		await sweep();
		expect( telephony.askedPrices ).toEqual( [] );
		later( texting, 2 );
		await sweep();
		const [ row ] = await open().bound.select< { micros: number } >(
			'SELECT cost_micros AS micros FROM text_messages WHERE message_sid = $1',
			[ message?.messageSid ?? '' ]
		);
		expect( Number( row?.micros ) ).toBe( 80_000 );
	} );
} );
