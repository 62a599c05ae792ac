import type { Locator } from '@playwright/test';
import { expectNoBarrier } from '../support/barriers.js';
import { bookable } from '../support/bookable.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage, national } from '../support/lab-page.js';
import type { Stack } from '../support/stack.js';
import { TimePicker } from '../support/time-picker.js';

let stack: Stack;
let desk: Desk;
let lab: LabPage;

test.beforeAll( async ( { browser, movedStack } ) => {
	test.setTimeout( 180_000 );
	stack = movedStack;
	desk = await Desk.open( browser, stack, bookable );
	await desk.set( { form: { askName: true } } );
	lab = await LabPage.open( browser, stack.phones );
} );
test.afterAll( async () => {
	await desk.set( {} );
	await desk.close();
	await lab.close();
} );

const field = (): Locator =>
	desk.page.getByRole( 'textbox', { name: 'Texte de la confirmation' } );
const shownAs = () =>
	desk.page.getByRole( 'group', {
		name: 'Aperçu : Texte de la confirmation',
	} );
const preview = () => shownAs().locator( '.rappel-sms__bubble' );
const facts = () => shownAs().locator( '.rappel-sms__facts' );

async function openMessages(): Promise< void > {
	await desk.screen(
		`rappel-channels&channel=${ stack.channelId }&section=sms`
	);
	await expect( preview() ).not.toHaveText( '…' );
}

/** The secret of each link is another one. */
const withoutToken = ( text: string ) =>
	text.replace( /rappel_booking=[\w-]+/, 'rappel_booking=…' );

test( 'what the editor shows is what arrives, to the letter, and as many segments [S27]', async ( {
	page,
} ) => {
	const client = '+33612346501';
	const own =
		'{name}, {company} vous appelle {datetime}. {date}, {time} : {link}';
	await openMessages();
	await field().fill( own );
	await expect( preview() ).toContainText( 'Camille Martin, Atelier' );
	const shown = await preview().innerText();
	const segments = Number(
		/(\d+)\sSMS/.exec( await facts().innerText() )?.[ 1 ]
	);
	const saved = desk.page.waitForResponse(
		( response ) => response.request().method() !== 'GET' && response.ok()
	);
	await desk.page
		.getByRole( 'button', { name: 'Mettre à jour', exact: true } )
		.click();
	await saved;

	// The example of the editor: in three days at two in the afternoon.
	const picker = await TimePicker.open( page, stack );
	const date = new Date( stack.clock.now() + 3 * 86_400_000 )
		.toISOString()
		.slice( 0, 10 );
	await picker.day( date ).click();
	await picker.times.filter( { hasText: /^14\sh$/ } ).click();
	await page.getByLabel( /nom/i ).fill( 'Camille Martin' );
	await picker.send( client );
	await expect( page.locator( '[data-state="scheduled"]' ) ).toBeVisible();

	await expect( lab.sms( client ) ).toBeVisible();
	const arrived = await lab.sms( client ).locator( 'p' ).innerText();
	expect( withoutToken( arrived ) ).toBe( withoutToken( shown ) );
	const [ message ] = ( await stack.phones.messagesTo( client ) ).slice( -1 );
	expect( message?.segments ).toBe( segments );
} );

test( 'a letter that makes the SMS dearer is named, and so is a place that is not known [S27, S28]', async () => {
	await openMessages();
	await field().fill( 'Votre appel : {time}' );
	await expect( facts() ).not.toContainText( '«' );
	await field().fill( 'Votre rendez-vous sera bientôt là : {heure}' );
	await expect( facts() ).toContainText( 'ô' );
	await expect( facts() ).toContainText( '{heure}' );
	await expectNoBarrier( desk.page, '#rappel-text-messages' );
} );

test( 'a visitor’s number is written as it is dialled, and never where others read it [N15]', async ( {
	page,
} ) => {
	const client = '+33612346502';
	await TimePicker.book( page, stack, client, 2 );
	await page.goto( await lab.linkInSms( client ) );
	await expect( page.locator( 'main' ) ).not.toContainText(
		national( client )
	);
} );
