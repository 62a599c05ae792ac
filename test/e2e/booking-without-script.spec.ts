import { bookable } from '../support/bookable.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage, national } from '../support/lab-page.js';
import {
	calendarInstant,
	calendarOf,
	calledAndTalking,
	justBefore,
	said,
} from '../support/moved-clock.js';
import type { Stack } from '../support/stack.js';
import { TimePicker } from '../support/time-picker.js';

test.use( { javaScriptEnabled: false } );

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

const hour = 60 * 60_000;

test( 'the form books, and comes back with the confirmation [S04, S09]', async ( {
	page,
} ) => {
	const client = '+33612346701';
	await page.goto( stack.page );
	await page
		.getByLabel( 'Votre numéro de téléphone' )
		.fill( national( client ) );
	await page.locator( '.rappel-callback__later' ).click();
	await expect( page.getByLabel( 'Votre numéro de téléphone' ) ).toHaveValue(
		national( client )
	);
	const times = page.getByLabel( 'Jour et heure de l’appel' );
	const startsAt = await times
		.locator( 'option' )
		.nth( 3 )
		.getAttribute( 'value' );
	await times.selectOption( { index: 3 } );
	await page.locator( '.rappel-callback__action button' ).click();
	await expect( page.locator( '[data-state="scheduled"]' ) ).toContainText(
		said( String( startsAt ) )
	);
	await expect( lab.sms( client ) ).toContainText(
		said( String( startsAt ) )
	);
	await lab.writes( client, '2' );
	await expect( lab.sms( client ) ).toContainText( 'annulé' );
} );

test( 'by the link of the SMS the booking moves, and SMS, reminder, calendar file and call with it [N07, S28]', async ( {
	page,
	browser,
} ) => {
	const client = '+33612346702';
	const visitor = await browser.newPage( { javaScriptEnabled: true } );
	const before = await TimePicker.book( visitor, stack, client, 3 );
	await page.goto( await lab.linkInSms( client ) );
	await expect( page.locator( 'time' ) ).toHaveText( said( before ) );
	const first = await calendarOf( page );
	expect( first.DTSTART ).toBe( calendarInstant( before ) );

	await page
		.getByRole( 'link', { name: 'Choisir un autre horaire' } )
		.click();
	await page
		.getByRole( 'listitem' )
		.getByRole( 'link', { name: /horaires? libres?/ } )
		.first()
		.click();
	const choice = page.locator(
		`input[type=radio][value="${ new Date( Date.parse( before ) + hour ).toISOString() }"]`
	);
	const after = await choice.inputValue();
	await choice.check();
	await page
		.getByRole( 'button', { name: 'Déplacer mon rappel à cet horaire' } )
		.click();
	await expect(
		page.getByText( 'C’est fait : l’horaire de votre rappel est changé.' )
	).toBeVisible();
	await expect( page.locator( 'time' ) ).toHaveText( said( after ) );
	const moved = await calendarOf( page );
	expect( moved.DTSTART ).toBe( calendarInstant( after ) );
	expect( moved.UID ).toBe( first.UID );
	expect( Number( moved.SEQUENCE ) ).toBeGreaterThan(
		Number( first.SEQUENCE )
	);
	await expect( lab.sms( client ) ).toContainText( /c.est changé/ );
	await expect( lab.sms( client ) ).toContainText( said( after ) );
	await visitor.reload();
	await expect(
		visitor.getByRole( 'status' ).filter( { hasText: said( after ) } )
	).toBeVisible();
	await desk.request( client );
	await expect( desk.page.getByText( /déplacé/i ).first() ).toBeVisible();

	const messages = lab.phone( client ).locator( '.message.theirs' );
	const count = await messages.count();
	stack.clock.goTo( Date.parse( after ) - 1.25 * hour );
	expect( await stack.phones.callsTo( client ) ).toEqual( [] );
	expect( await messages.count() ).toBe( count );
	stack.clock.goTo( Date.parse( after ) - hour );
	await expect( lab.sms( client ) ).toContainText( 'Répondez 1' );
	await expect( lab.sms( client ) ).toContainText( said( after ) );
	justBefore( stack, after );
	await calledAndTalking( lab, client, after );
	expect( await stack.phones.callsTo( client ) ).toHaveLength( 1 );
	await visitor.close();
} );

test( 'by the link the booking is cancelled, once asked, and its time is free again; SMS end by the same page [N07, R08]', async ( {
	page,
	browser,
} ) => {
	const client = '+33612346703';
	const visitor = await browser.newPage( { javaScriptEnabled: true } );
	const startsAt = await TimePicker.book( visitor, stack, client, 3 );
	await page.goto( await lab.linkInSms( client ) );
	await page.getByRole( 'link', { name: 'Annuler ce rappel' } ).click();
	await expect(
		page.getByText( 'Voulez-vous vraiment annuler ce rappel' )
	).toBeVisible();
	await page.getByRole( 'button', { name: 'Oui, l’annuler' } ).click();
	await expect(
		page.getByText( 'C’est fait : votre rappel est annulé.' )
	).toBeVisible();
	await expect( lab.sms( client ) ).toContainText( 'annulé' );
	await visitor.reload();
	await expect( visitor.locator( '[data-state="cancelled"]' ) ).toBeVisible();
	expect(
		await ( await TimePicker.open( visitor, stack ) ).free()
	).toContain( startsAt );

	await page
		.getByRole( 'button', { name: 'Ne plus m’envoyer de SMS' } )
		.click();
	await expect(
		page.getByText( 'C’est fait : vous ne recevrez plus de SMS' )
	).toBeVisible();
	await TimePicker.book( visitor, stack, client, 4 );
	await expect( visitor.getByRole( 'status' ) ).toContainText(
		'Pas de SMS : vous avez demandé à ne plus en recevoir.'
	);
	await TimePicker.cancel( visitor );
	await visitor.close();
} );

test( 'a link that nobody was given answers like one that has expired, and no search engine keeps it [N07]', async ( {
	page,
} ) => {
	const answer = await page.goto(
		`${ stack.site }/?rappel_booking=${ 'A'.repeat( 22 ) }`
	);
	expect( answer?.status() ).toBe( 404 );
	await expect(
		page.getByRole( 'heading', { name: 'Ce lien n’est plus valable' } )
	).toBeVisible();
	expect( answer?.headers()[ 'referrer-policy' ] ).toBe( 'no-referrer' );
	expect( answer?.headers()[ 'cache-control' ] ).toContain( 'no-store' );
	await expect( page.locator( 'meta[name=robots]' ) ).toHaveAttribute(
		'content',
		/noindex/
	);
} );
