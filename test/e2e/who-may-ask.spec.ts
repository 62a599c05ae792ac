import type { Page } from '@playwright/test';
import { AgentDesk } from '../support/agent-desk.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage } from '../support/lab-page.js';
import { companyNumber, type Stack, startStack } from '../support/stack.js';
import { askToBeCalled, openPage, sendNumber } from '../support/visitor.js';

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

const button = ( page: Page ) =>
	page.getByRole( 'button', { name: 'Rappelez-moi maintenant' } );

test( 'the queue is full: who asks is told so, and who comes finds no button [R07]', async ( {
	page,
	browser,
} ) => {
	await desk.set( { queue: { processing: false, maximumWaiting: 1 } } );
	const late = await browser.newPage();
	await openPage( late, stack );
	await askToBeCalled( page, stack, '+33199003401' );
	await expect( page.locator( '[data-state="waiting"]' ) ).toBeVisible();

	await sendNumber( late, '+33199003402' );
	await expect( late.getByRole( 'alert' ) ).toContainText(
		'Beaucoup de personnes attendent déjà d’être rappelées.'
	);
	await late.reload();
	await expect(
		late.getByText( 'Nous ne pouvons pas vous rappeler tout de suite.' )
	).toBeVisible();
	await expect( button( late ) ).toBeHidden();
	await late.close();

	await page.getByRole( 'button', { name: /Annuler/ } ).click();
	await expect( page.locator( '[data-state="cancelled"]' ) ).toBeVisible();
} );

test( 'it closes soon: who asks is told so, and who comes reads when it opens again [R07]', async ( {
	page,
} ) => {
	await desk.set( {} );
	await openPage( page, stack );
	await desk.set( {
		openingHours: { always: false, weekly: aroundNow() },
		queue: { minutesBeforeClosing: 60 },
	} );
	await sendNumber( page, '+33199003403' );
	await expect( page.getByRole( 'alert' ) ).toContainText(
		'Nous fermons bientôt et ne pouvons plus vous rappeler tout de suite.'
	);
	await page.reload();
	await expect(
		page.getByText( 'Nous ne pouvons pas vous rappeler tout de suite.' )
	).toBeVisible();
	await expect( button( page ) ).toBeHidden();
	expect( await stack.phones.callsTo( companyNumber ) ).toEqual( [] );
} );

test( 'nobody is online: no button; the owner comes online: there it is, and the phone rings [S13]', async ( {
	page,
} ) => {
	await desk.set( { calls: { checkAvailability: true } } );
	await page.goto( stack.page );
	await expect(
		page.getByText( 'Nous ne pouvons pas vous rappeler tout de suite.' )
	).toBeVisible();
	await expect( button( page ) ).toBeHidden();

	await desk.page.goto( `${ stack.site }/wp-admin/profile.php` );
	await desk.page
		.locator( 'input[name="rappel_number"]' )
		.fill( '01 99 00 11 34' );
	await desk.page.locator( '#submit' ).click();
	await desk.screen( 'rappel-requests' );
	await AgentDesk.at( desk.page, stack ).set( 'online' );

	await page.reload();
	await expect( button( page ) ).toBeVisible();
	await sendNumber( page, '+33199003404' );
	await lab.refuse( companyNumber );
	await expect(
		page.locator( '[data-state="company_unavailable"]' )
	).toBeVisible();
} );

/** Open since two hours and for half an hour more, by the clock of Paris, on every day. */
function aroundNow() {
	const from = clock( -120 );
	const to = clock( 30 );
	return [ 1, 2, 3, 4, 5, 6, 7 ].map( ( day ) => ( { day, from, to } ) );
}

/** The time in Paris so many minutes from now. */
const clock = ( minutes: number ) =>
	new Date( Date.now() + minutes * 60_000 ).toLocaleTimeString( 'fr-FR', {
		timeZone: 'Europe/Paris',
		hour: '2-digit',
		minute: '2-digit',
	} );
