import { expectNoBarrier } from '../support/barriers.js';
import { bookable } from '../support/bookable.js';
import { Desk } from '../support/desk.js';
import { expect, test } from '../support/e2e.js';
import { LabPage } from '../support/lab-page.js';
import type { Stack } from '../support/stack.js';
import { TimePicker } from '../support/time-picker.js';

let stack: Stack;
let lab: LabPage;

test.beforeAll( async ( { browser, movedStack } ) => {
	test.setTimeout( 180_000 );
	stack = movedStack;
	const desk = await Desk.open( browser, stack, bookable );
	await desk.set( {} );
	await desk.close();
	lab = await LabPage.open( browser, stack.phones );
} );
test.afterAll( () => lab.close() );

const block = '.rappel-callback';

test( 'by keyboard alone, each step announced and without a barrier [S09, N04]', async ( {
	page,
} ) => {
	const { keyboard } = page;
	await page.goto( stack.page );
	await page.locator( 'input[type=tel]' ).focus();
	await keyboard.type( '06 12 34 64 01' );
	const picker = await reachTimes( page );
	await expectNoBarrier( page, block );

	await tabTo( page, 'input[name="day"]' );
	await keyboard.press( 'ArrowRight' );
	await tabTo( page, 'input[name="slot"]' );
	await keyboard.press( 'Space' );
	await keyboard.press( 'ArrowRight' );
	await expect( page.locator( 'input[name="slot"]:checked' ) ).toHaveCount(
		1
	);
	await expectNoBarrier( page, block );
	await keyboard.press( 'Enter' );
	await expect( page.locator( '[data-state="scheduled"]' ) ).toBeVisible();
	await expect( page.getByRole( 'status' ) ).toContainText(
		'01 99 00 20 00'
	);
	await expectNoBarrier( page, block );
	await expect( picker.bookButton ).toBeHidden();
	await TimePicker.cancel( page );
} );

test( 'at 320 pixels nothing is cut off and nothing scrolls sideways [S09, N07]', async ( {
	page,
} ) => {
	const client = '+33612346402';
	await page.setViewportSize( { width: 320, height: 640 } );
	const picker = await TimePicker.open( page, stack );
	await expectToFit( page );
	await picker.choose( 1 );
	await expectToFit( page );
	await picker.send( client );
	await expect( page.locator( '[data-state="scheduled"]' ) ).toBeVisible();
	await expectToFit( page );
	await page.goto( await lab.linkInSms( client ) );
	await expectToFit( page );
	await page.goBack();
	await TimePicker.cancel( page );
} );

test( 'the page of a booking has no barrier [N07]', async ( { page } ) => {
	const client = '+33612346403';
	await TimePicker.book( page, stack, client, 1 );
	await page.goto( await lab.linkInSms( client ) );
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeVisible();
	await expectNoBarrier( page, 'main' );
	await page.goBack();
	await TimePicker.cancel( page );
} );

type Page = TimePicker[ 'page' ];

/** Opens the times by keyboard from the number's field. */
async function reachTimes( page: Page ): Promise< TimePicker > {
	await tabTo( page, '.rappel-callback__later' );
	await page.keyboard.press( 'Enter' );
	const picker = TimePicker.on( page, stack );
	await expect( picker.times.first() ).toBeVisible();
	return picker;
}

/** Presses Tab until it has the focus, as somebody does who sees where it is. */
async function tabTo( page: Page, selector: string ): Promise< void > {
	for ( let presses = 0; presses < 20; presses++ ) {
		if ( await page.locator( `${ selector }:focus` ).count() ) {
			return;
		}
		await page.keyboard.press( 'Tab' );
	}
	throw new Error( `The keyboard does not reach ${ selector }.` );
}

async function expectToFit( page: Page ): Promise< void > {
	const { scrollWidth, clientWidth } = await page.evaluate( () => ( {
		scrollWidth: document.documentElement.scrollWidth,
		clientWidth: document.documentElement.clientWidth,
	} ) );
	expect( scrollWidth ).toBeLessThanOrEqual( clientWidth );
}
