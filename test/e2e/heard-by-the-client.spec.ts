import { expect, test } from '../support/e2e.js';
import { Line } from '../support/line.js';
import { companyNumber } from '../support/stack.js';

/** What a client hears who is asked before anything else, or is called once more, in French, at the phones of the lab's page. */
const client = '+33612345011';
const typed = '06 12 34 50 11';

let line: Line;

test.beforeAll( async ( { browser, stackIn } ) => {
	test.setTimeout( 180_000 );
	line = await Line.open( browser, await stackIn( 'french' ) );
} );
test.afterAll( () => line.close() );
test.afterEach( () => line.calm() );

test.describe( 'the client’s keys', () => {
	test.beforeEach( () =>
		line.set( { calls: { dialOrder: 'client_first', clientKeys: true } } )
	);

	test( '1 accepts [R02]', async ( { page } ) => {
		await line.ask( page, typed );
		await line.rings( client );
		await line.answers( client );
		await line.hears(
			client,
			/Pour parler à un conseiller maintenant, appuyez sur 1/
		);
		await line.presses( client, '1' );
		await line.rings( companyNumber );
		await line.answers( companyNumber );
		await line.areJoined( client, companyNumber );
		await line.hangsUp( client );
	} );

	test( '2 and then 1 is called in ten minutes [R02]', async ( { page } ) => {
		await line.ask( page, typed );
		await line.rings( client );
		await line.answers( client );
		await line.presses( client, '2' );
		await line.hears( client, /Quand souhaitez-vous être rappelé/ );
		await line.presses( client, '1' );
		await line.hears( client, /nous vous rappellerons à ce moment-là/ );
		await expect(
			page.locator( '[data-state="scheduled"]' )
		).toBeVisible();
	} );

	test( '3 cancels [R02]', async ( { page } ) => {
		await line.ask( page, '06 12 34 50 12' );
		await line.rings( '+33612345012' );
		await line.answers( '+33612345012' );
		await line.presses( '+33612345012', '3' );
		await line.hears( '+33612345012', /demande est annulée/ );
		await expect(
			page.locator( '[data-state="cancelled"]' )
		).toBeVisible();
	} );
} );

test( 'after a busy line the client is called once more [R04]', async ( {
	page,
} ) => {
	await line.set( {
		retries: { client: { attempts: 2, spacingMinutes: 0 } },
	} );
	const busy = '+33199000001';
	await line.ask( page, '01 99 00 00 01' );
	for ( const attempt of [ 1, 2 ] ) {
		await line.rings( companyNumber );
		await line.answers( companyNumber );
		await line.hears( companyNumber, /ligne du visiteur est occupée/ );
		await line.rests( companyNumber );
		expect( await line.stack.phones.callsTo( busy ) ).toHaveLength(
			attempt
		);
	}
	await expect(
		page.locator( '[data-state="client_not_reached"]' )
	).toBeVisible();
} );
