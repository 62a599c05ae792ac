import { expect, test } from '../support/e2e.js';
import { eventually } from '../support/eventually.js';
import { companyNumber, type Stack, startStack } from '../support/stack.js';
import { openPage } from '../support/visitor.js';

let stack: Stack;

test.beforeAll( async () => {
	test.setTimeout( 120_000 );
	stack = await startStack();
} );

test.afterAll( () => stack.stop() );

test( 'two clicks on the button are one request [R18, S11]', async ( {
	page,
} ) => {
	await page.goto( stack.page );
	await page.getByLabel( 'Your phone number' ).fill( '01 99 00 32 01' );
	await page.getByRole( 'button', { name: 'Call me back now' } ).dblclick();
	await stack.phones.until( companyNumber, 'ringing' );
	await expect(
		page.locator( '[data-state="calling_company"]' )
	).toBeVisible();
	expect( await stack.phones.callsTo( companyNumber ) ).toHaveLength( 1 );
	await stack.phones.refuse( companyNumber );
	await expect(
		page.locator( '[data-state="company_unavailable"]' )
	).toBeVisible();
} );

test( 'a visitor whose connection fails loses nothing and sends again with the same press [S01]', async ( {
	page,
	context,
} ) => {
	const before = ( await stack.phones.callsTo( companyNumber ) ).length;
	await openPage( page, stack );
	await page.getByLabel( 'Your phone number' ).fill( '01 99 00 32 02' );
	await context.setOffline( true );
	await page.getByRole( 'button', { name: 'Call me back now' } ).click();
	await expect( page.getByRole( 'alert' ) ).toContainText(
		'Your number is still here'
	);
	await expect( page.getByLabel( 'Your phone number' ) ).toHaveValue(
		'01 99 00 32 02'
	);
	await context.setOffline( false );
	await page.getByRole( 'button', { name: 'Try again' } ).click();
	await stack.phones.until( companyNumber, 'ringing' );
	expect( await stack.phones.callsTo( companyNumber ) ).toHaveLength(
		before + 1
	);
	await stack.phones.refuse( companyNumber );
	await expect(
		page.locator( '[data-state="company_unavailable"]' )
	).toBeVisible();
} );

test( 'while the service is away WordPress keeps the request, says so, and delivers it once [N16]', async ( {
	page,
} ) => {
	const before = ( await stack.phones.callsTo( companyNumber ) ).length;
	await page.goto( stack.page );
	await stack.service.end( 'SIGKILL' );
	await page.getByLabel( 'Your phone number' ).fill( '01 99 00 32 03' );
	await page.getByRole( 'button', { name: 'Call me back now' } ).click();
	await expect( page.locator( '[data-state="kept"]' ) ).toBeVisible();
	await expect( page.getByRole( 'status' ) ).toContainText(
		/kept|saved|have your/i
	);

	await stack.startService();
	await stack.phones.until( companyNumber, 'ringing', 40 );
	await expect(
		page.locator( '[data-state="calling_company"]' )
	).toBeVisible();
	expect( await stack.phones.callsTo( companyNumber ) ).toHaveLength(
		before + 1
	);
	await stack.phones.refuse( companyNumber );
	await expect(
		page.locator( '[data-state="company_unavailable"]' )
	).toBeVisible();
} );

test( 'a visitor cancels while the company rings, and no phone rings any more [R21]', async ( {
	page,
} ) => {
	await page.goto( stack.page );
	await page.getByLabel( 'Your phone number' ).fill( '01 99 00 32 04' );
	await page.getByRole( 'button', { name: 'Call me back now' } ).click();
	await stack.phones.until( companyNumber, 'ringing' );
	await page.getByRole( 'button', { name: /cancel/i } ).click();
	await expect( page.locator( '[data-state="cancelled"]' ) ).toBeVisible();
	await stack.phones.until( companyNumber, 'idle' );
	expect( await stack.phones.callsTo( '+33199003204' ) ).toHaveLength( 0 );
} );

test( 'a visitor sees a wrong number in time, corrects it, and the right one is called [R21]', async ( {
	page,
} ) => {
	await page.goto( stack.page );
	await page.getByLabel( 'Your phone number' ).fill( '01 99 00 32 05' );
	await page.getByRole( 'button', { name: 'Call me back now' } ).click();
	await stack.phones.until( companyNumber, 'ringing' );
	await expect( page.getByRole( 'status' ) ).toContainText(
		'01 99 00 32 05'
	);
	await page.getByRole( 'button', { name: /wrong number/i } ).click();
	await expect( page.getByLabel( 'Your phone number' ) ).toHaveValue(
		'01 99 00 32 05'
	);
	await stack.phones.until( companyNumber, 'idle' );
	await page.getByLabel( 'Your phone number' ).fill( '01 99 00 32 06' );
	await page.getByRole( 'button', { name: 'Call me back now' } ).click();
	await stack.phones.until( companyNumber, 'ringing' );
	await stack.phones.answer( companyNumber );
	await stack.phones.until( '+33199003206', 'ringing' );
	await stack.phones.refuse( '+33199003206' );
	await expect(
		page.locator( '[data-state="client_not_reached"]' )
	).toBeVisible();
	expect( await stack.phones.callsTo( '+33199003205' ) ).toHaveLength( 0 );
	await stack.phones.until( companyNumber, 'idle' );
} );

test( 'wrong credentials at the telephone network: the request is kept, and the owner is told [N12, N16]', async ( {
	page,
	browser,
} ) => {
	await stack.service.end();
	await stack.startService( { TWILIO_AUTH_TOKEN: 'f'.repeat( 32 ) } );
	await page.goto( stack.page );
	await page.getByLabel( 'Your phone number' ).fill( '01 99 00 32 07' );
	await page.getByRole( 'button', { name: 'Call me back now' } ).click();
	await expect( page.locator( '[data-state="waiting"]' ) ).toBeVisible();

	const admin = await browser.newPage();
	await admin.goto( await stack.adminLink() );
	await admin.goto(
		`${ stack.site }/wp-admin/admin.php?page=rappel-connection`
	);
	await expect(
		admin.getByText( /credentials|account sid|auth token/i ).first()
	).toBeVisible();
	await admin.close();

	await stack.service.end();
	await stack.startService();
	await eventually(
		'the company rings after all',
		async () =>
			( await stack.phones.phone( companyNumber ) )?.state === 'ringing',
		100
	);
	await stack.phones.refuse( companyNumber );
	await expect(
		page.locator( '[data-state="company_unavailable"]' )
	).toBeVisible();
} );
