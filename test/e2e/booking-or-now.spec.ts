import type { Page } from '@playwright/test';
import { bookable } from '../support/bookable.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage } from '../support/lab-page.js';
import { companyNumber, type Stack } from '../support/stack.js';
import { TimePicker } from '../support/time-picker.js';
import { askToBeCalled } from '../support/visitor.js';

let stack: Stack;
let desk: Desk;
let lab: LabPage;

test.beforeAll( async ( { browser, movedStack } ) => {
	test.setTimeout( 180_000 );
	stack = movedStack;
	desk = await Desk.open( browser, stack, bookable );
	lab = await LabPage.open( browser, stack.phones );
} );
test.afterAll( async () => {
	await desk.set( {} );
	await desk.close();
	await lab.close();
} );

const now = ( page: Page ) =>
	page.getByRole( 'button', { name: 'Rappelez-moi maintenant' } );
const later = ( page: Page ) => page.locator( '.rappel-callback__later' );

test( 'both in one form: one visitor is called now, another books [S09, S10]', async ( {
	page,
	browser,
} ) => {
	await desk.set( { callTypes: 'both' } );
	await page.goto( stack.page );
	await expect( now( page ) ).toBeVisible();
	await expect( later( page ) ).toBeVisible();
	await TimePicker.book( page, stack, '+33612346301', 2 );
	await TimePicker.cancel( page );

	const other = await browser.newPage();
	await askToBeCalled( other, stack, '+33612346302' );
	await lab.rings( companyNumber );
	await lab.refuse( companyNumber );
	await expect(
		other.locator( '[data-state="company_unavailable"]' )
	).toBeVisible();
	await other.close();
} );

test( 'at once only: no time is offered [S10]', async ( { page } ) => {
	await desk.set( { callTypes: 'immediate' } );
	await page.goto( stack.page );
	await expect( now( page ) ).toBeVisible();
	await expect( later( page ) ).toBeHidden();
} );

test( 'at a chosen time only: nobody is called now, and nothing is said of it [S10]', async ( {
	page,
} ) => {
	await desk.set( { callTypes: 'deferred' } );
	await page.goto( stack.page );
	await expect( later( page ) ).toBeVisible();
	await expect( now( page ) ).toBeHidden();
	await TimePicker.book( page, stack, '+33612346303', 2 );
	expect( await stack.phones.callsTo( '+33612346303' ) ).toEqual( [] );
	await TimePicker.cancel( page );
} );

test( 'closed: the owner’s sentence says when it opens again, and a time can be booked [S08, S09]', async ( {
	page,
} ) => {
	await desk.set( {
		openingHours: {
			always: false,
			// Saturdays and Sundays; the clock of these tests stands on a working day.
			weekly: [ 6, 7 ].map( ( day ) => ( {
				day,
				from: '10:00',
				to: '12:00',
			} ) ),
		},
		bookingTexts: {
			unavailable: { fr: 'L’atelier dort. Il rouvre {opening}.' },
		},
	} );
	await page.goto( stack.page );
	await expect(
		page.getByText( /L’atelier dort\. Il rouvre samedi .*10\sh/ )
	).toBeVisible();
	await expect( now( page ) ).toBeHidden();
	const startsAt = await TimePicker.book( page, stack, '+33612346304', 0 );
	expect( startsAt ).toBe( '2027-03-27T09:00:00.000Z' );
	await TimePicker.cancel( page );
} );

test( 'paused: a sentence, and no button at all [S08, R07]', async ( {
	page,
} ) => {
	await desk.set( { state: 'paused' } );
	await page.goto( stack.page );
	await expect( page.locator( '.rappel-callback__closed' ) ).toBeVisible();
	await expect( now( page ) ).toBeHidden();
	await expect( later( page ) ).toBeHidden();
} );
