import { asksNothing } from '../support/asks-nothing.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage } from '../support/lab-page.js';
import { companyNumber, type Stack } from '../support/stack.js';
import { askToBeCalled } from '../support/visitor.js';

/** What a client hears who is asked before anything else, or is called once more, in French, at the phones of the lab's page. */
const client = '+33612345011';

let stack: Stack;
let desk: Desk;
let lab: LabPage;

test.beforeAll( async ( { browser, stackIn } ) => {
	test.setTimeout( 180_000 );
	stack = await stackIn( 'french' );
	desk = await Desk.open( browser, stack, asksNothing );
	lab = await LabPage.open( browser, stack.phones );
} );
test.afterAll( async () => {
	await desk.set( {} );
	await desk.close();
	await lab.close();
} );
test.afterEach( () => lab.isCalm() );

test.describe( 'the client’s keys', () => {
	test.beforeEach( () =>
		desk.set( { calls: { dialOrder: 'client_first', clientKeys: true } } )
	);

	test( '1 accepts [R02]', async ( { page } ) => {
		await askToBeCalled( page, stack, client );
		await lab.rings( client );
		await lab.answer( client );
		await lab.hears(
			client,
			/Pour parler à un conseiller maintenant, appuyez sur 1/
		);
		await lab.press( client, '1' );
		await lab.rings( companyNumber );
		await lab.answer( companyNumber );
		await lab.talk( client, companyNumber );
		await lab.hangUp( client );
	} );

	test( '2 and then 1 is called in ten minutes [R02]', async ( { page } ) => {
		await askToBeCalled( page, stack, client );
		await lab.rings( client );
		await lab.answer( client );
		await lab.press( client, '2' );
		await lab.hears( client, /Quand souhaitez-vous être rappelé/ );
		await lab.press( client, '1' );
		await lab.hears( client, /nous vous rappellerons à ce moment-là/ );
		await expect(
			page.locator( '[data-state="scheduled"]' )
		).toBeVisible();
	} );

	test( '3 cancels [R02]', async ( { page } ) => {
		await askToBeCalled( page, stack, '+33612345012' );
		await lab.rings( '+33612345012' );
		await lab.answer( '+33612345012' );
		await lab.press( '+33612345012', '3' );
		await lab.hears( '+33612345012', /demande est annulée/ );
		await expect(
			page.locator( '[data-state="cancelled"]' )
		).toBeVisible();
	} );
} );

test( 'after a busy line the client is called once more [R04]', async ( {
	page,
} ) => {
	await desk.set( {
		retries: { client: { attempts: 2, spacingMinutes: 0 } },
	} );
	const busy = '+33199000001';
	await askToBeCalled( page, stack, '+33199000001' );
	for ( const attempt of [ 1, 2 ] ) {
		await lab.rings( companyNumber );
		await lab.answer( companyNumber );
		await lab.hears( companyNumber, /ligne du visiteur est occupée/ );
		await lab.rests( companyNumber );
		expect( await stack.phones.callsTo( busy ) ).toHaveLength( attempt );
	}
	await expect(
		page.locator( '[data-state="client_not_reached"]' )
	).toBeVisible();
} );
