import { bookable } from '../support/bookable.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage } from '../support/lab-page.js';
import {
	calendarInstant,
	calendarOf,
	calledAndTalking,
	justBefore,
	said,
} from '../support/moved-clock.js';
import { companyNumber, type Stack } from '../support/stack.js';
import { TimePicker } from '../support/time-picker.js';

let stack: Stack;
let desk: Desk;
let lab: LabPage;

test.beforeAll( async ( { browser, movedStack } ) => {
	test.setTimeout( 180_000 );
	stack = movedStack;
	desk = await Desk.open( browser, stack, bookable );
	lab = await LabPage.open( browser, stack.phones );
} );
test.beforeEach( () => desk.set( {} ) );
test.afterAll( async () => {
	await desk.close();
	await lab.close();
} );

test( 'a visitor books a time, reads when and by which number, gets SMS and calendar file, and is called then [S04, S09, S27, S28]', async ( {
	page,
} ) => {
	const client = '+33612346001';
	const startsAt = await TimePicker.book( page, stack, client, 4 );
	const status = page.getByRole( 'status' );
	await expect( status ).toContainText( said( startsAt ) );
	await expect( status ).toContainText( '01 99 00 20 00' );
	await expect( status ).toContainText( 'SMS' );
	expect( await calendarOf( page ) ).toMatchObject( {
		DTSTART: calendarInstant( startsAt ),
		STATUS: 'CONFIRMED',
	} );

	await expect( lab.sms( client ) ).toContainText( said( startsAt ) );
	expect( await lab.linkInSms( client ) ).toContain( stack.site );
	await expect( await desk.row( client ) ).toContainText( 'Planifi' );

	stack.clock.goTo( Date.parse( startsAt ) - 60 * 60_000 );
	await expect( lab.sms( client ) ).toContainText( 'Répondez 1' );
	expect( await stack.phones.callsTo( client ) ).toEqual( [] );

	justBefore( stack, startsAt );
	await calledAndTalking( lab, client, startsAt );
	await page.reload();
	await expect( page.locator( '[data-state="done"]' ) ).toBeVisible();
	expect( await stack.phones.callsTo( client ) ).toHaveLength( 1 );
} );

test( 'answering 2 cancels the booking, and its time is free again; answering 1 confirms [N08]', async ( {
	page,
	browser,
} ) => {
	const leaves = '+33612346002';
	const stays = '+33612346003';
	const startsAt = await TimePicker.book( page, stack, leaves, 2 );
	await expect( lab.sms( leaves ) ).toContainText( 'Répondez 2' );
	await lab.writes( leaves, '2' );
	await expect( lab.sms( leaves ) ).toContainText( 'annulé' );
	// The page asks now and then only, while the time is far.
	await page.reload();
	await expect( page.locator( '[data-state="cancelled"]' ) ).toBeVisible();

	const other = await browser.newPage();
	const again = await TimePicker.book( other, stack, stays, 2 );
	expect( again ).toBe( startsAt );
	await expect( lab.sms( stays ) ).toContainText( said( startsAt ) );
	await lab.writes( stays, ' 1 ' );
	await expect( lab.sms( stays ) ).toContainText( 'confirmé' );
	await desk.request( stays );
	await expect(
		desk.page.getByText( 'Le client confirme par SMS.' )
	).toBeVisible();

	justBefore( stack, startsAt );
	await calledAndTalking( lab, stays, startsAt );
	expect( await stack.phones.callsTo( leaves ) ).toEqual( [] );
	await other.close();
} );

test( 'who answers STOP gets no SMS any more, and the page says so; START begins again [R08]', async ( {
	page,
	browser,
} ) => {
	const client = '+33612346004';
	await TimePicker.book( page, stack, client, 2 );
	await expect( lab.sms( client ) ).toContainText( 'Répondez 2' );
	await lab.writes( client, '2' );
	await expect( lab.sms( client ) ).toContainText( 'annulé' );
	await lab.writes( client, 'Stop' );
	const messages = lab.phone( client ).locator( '.message.theirs' );
	const count = await messages.count();

	const other = await browser.newPage();
	await TimePicker.book( other, stack, client, 2 );
	await expect( other.getByRole( 'status' ) ).toContainText(
		'Pas de SMS : vous avez demandé à ne plus en recevoir.'
	);
	await expect( await desk.row( client ) ).toContainText( 'Planifi' );
	expect( await messages.count() ).toBe( count );
	await TimePicker.cancel( other );

	await lab.writes( client, 'START' );
	await TimePicker.book( other, stack, client, 2 );
	await expect( lab.sms( client ) ).toContainText( 'Répondez 2' );
	await TimePicker.cancel( other );
	await other.close();
} );

test( 'a landline gets no SMS, and the page says so; a message that is switched off is not sent [S27]', async ( {
	page,
	browser,
} ) => {
	const landline = '+33199003601';
	await TimePicker.book( page, stack, landline, 2 );
	await expect( page.getByRole( 'status' ) ).toContainText(
		'Pas de SMS : ce numéro est celui d’un téléphone fixe.'
	);

	await TimePicker.cancel( page );
	const client = '+33612346005';
	await desk.set( { textMessages: { confirmation: { enabled: false } } } );
	const other = await browser.newPage();
	await TimePicker.book( other, stack, client, 2 );
	await expect( other.getByRole( 'status' ) ).not.toContainText( 'SMS' );
	await expect( lab.sms( client ) ).toHaveCount( 0 );
	await TimePicker.cancel( other );
	await other.close();
} );

test( 'nobody could reach the client: they get an SMS with a link to book again [R08]', async ( {
	page,
	browser,
} ) => {
	const client = '+33612346006';
	const startsAt = await TimePicker.book( page, stack, client, 2 );
	justBefore( stack, startsAt );
	await lab.answer( companyNumber );
	await lab.rings( client );
	// It rings in vain.
	stack.clock.jump( 90_000 );
	await expect( lab.sms( client ) ).toContainText( 'sans succès' );
	const phone = await browser.newPage();
	await phone.goto( await lab.linkInSms( client ) );
	await expect(
		phone.getByLabel( 'Votre numéro de téléphone' )
	).toBeVisible();
	await phone.close();
} );
