import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage } from '../support/lab-page.js';
import { companyNumber, type Stack, startStack } from '../support/stack.js';
import { askToBeCalled } from '../support/visitor.js';

let stack: Stack;
let desk: Desk;
let lab: LabPage;

test.beforeAll( async ( { browser } ) => {
	test.setTimeout( 180_000 );
	stack = await startStack( { locale: 'fr_FR' } );
	desk = await Desk.open( browser, stack );
	lab = await LabPage.open( browser, stack.phones );
} );

test.afterAll( () => stack.stop() );

/** The client is called first, so that they hear what comes when nobody is left. */
const nobodyLeft = {
	calls: { dialOrder: 'client_first' },
	retries: { company: { attempts: 1 } },
} as const;

test( 'nobody is free: the client hears that, and reads it on the page [R14]', async ( {
	page,
} ) => {
	const client = '+33199003101';
	await desk.set( { ...nobodyLeft, fallback: { type: 'refuse' } } );
	await askToBeCalled( page, stack, client );
	await lab.answer( client );
	await lab.hears( client, 'voici l’appel que vous avez demandé' );
	await lab.refuse( companyNumber );
	await lab.hears( client, 'personne n’est libre pour prendre votre appel' );
	await expect(
		page.locator( '[data-state="company_unavailable"]' )
	).toBeVisible();
	await expect( page.getByRole( 'status' ) ).toContainText(
		'Personne n’est libre pour le moment'
	);
} );

test( 'nobody is free: the fallback number rings, and takes the call [R14]', async ( {
	page,
} ) => {
	const client = '+33199003102';
	const fallback = '+33199001102';
	await desk.set( {
		...nobodyLeft,
		fallback: { type: 'call_number', number: fallback },
	} );
	await askToBeCalled( page, stack, client );
	await lab.answer( client );
	await lab.refuse( companyNumber );
	await lab.answer( fallback );
	await lab.talk( client, fallback );
	await expect( page.locator( '[data-state="talking"]' ) ).toBeVisible();
	await lab.hangUp( client );
	await expect( page.locator( '[data-state="done"]' ) ).toBeVisible();
} );

test( 'nobody is free: the client hears that they are called again, and reads when [R14]', async ( {
	page,
} ) => {
	const client = '+33199003103';
	await desk.set( {
		...nobodyLeft,
		fallback: { type: 'try_again', tryAgainMinutes: 5, tryAgainTimes: 2 },
	} );
	await askToBeCalled( page, stack, client );
	await lab.answer( client );
	await lab.refuse( companyNumber );
	await lab.hears( client, 'Nous vous rappelons dans quelques minutes' );
	await expect( page.locator( '[data-state="scheduled"]' ) ).toBeVisible();
	await expect( page.getByRole( 'status' ) ).toContainText( /\d\d:\d\d/ );
	await page.getByRole( 'button', { name: /Annuler/ } ).click();
	await expect( page.locator( '[data-state="cancelled"]' ) ).toBeVisible();
} );

test( 'nobody is free: the client leaves a message, and the owner hears it in WordPress [R14]', async ( {
	page,
} ) => {
	const client = '+33199003104';
	await desk.set( { ...nobodyLeft, fallback: { type: 'voicemail' } } );
	await askToBeCalled( page, stack, client );
	await lab.answer( client );
	await lab.refuse( companyNumber );
	await lab.hears( client, 'Laissez-nous un message après le bip' );
	await expect(
		page.locator( '[data-state="leaving_message"]' )
	).toBeVisible();
	await lab.hears( client, 'beep' );
	await lab.say( client, 'Mon fauteuil a perdu un pied.' );
	// After some seconds of silence.
	await lab.hears( client, 'Merci de votre message' );
	await expect( page.locator( '[data-state="done"]' ) ).toBeVisible();

	await desk.request( client );
	await desk.listen( 'Écouter le message' );
} );

test( 'nobody is free: the client gets a text message with the link to book [R14]', async ( {
	page,
} ) => {
	const client = '+33612343105';
	const bookingUrl = 'https://example.org/rendez-vous';
	await desk.set( {
		...nobodyLeft,
		fallback: { type: 'text_message', bookingUrl },
	} );
	await askToBeCalled( page, stack, client );
	await lab.answer( client );
	await lab.refuse( companyNumber );
	await lab.hears( client, 'Nous vous envoyons un SMS' );
	await expect(
		page.locator( '[data-state="booking_link_sent"]' )
	).toBeVisible();
	await expect( lab.phone( client ).locator( '.message' ) ).toContainText(
		`Choisissez un horaire qui vous convient : ${ bookingUrl }`
	);
} );
