import type { Page } from '@playwright/test';
import { expectNoBarrier } from '../support/barriers.js';
import { ChannelEditor } from '../support/channel-editor.js';
import {
	type SectionName,
	sections,
} from '../support/channel-settings/index.js';
import { expect, test } from '../support/e2e.js';
import { eventually } from '../support/eventually.js';
import { type Stack, startStack } from '../support/stack.js';

let stack: Stack;

test.beforeAll( async () => {
	test.setTimeout( 120_000 );
	stack = await startStack();
} );

test.afterAll( () => stack.stop() );

const screen = ( name: string ) =>
	`${ stack.site }/wp-admin/admin.php?page=${ name }`;

async function openChannel(
	page: Page,
	section: SectionName
): Promise< void > {
	await page.goto( await stack.adminLink() );
	await new ChannelEditor( page, stack ).open( section );
	await expect(
		page.getByRole( 'heading', { level: 1, name: 'Switchboard' } )
	).toBeVisible();
}

/** Without saving: what is typed stays. */
const goTo = ( page: Page, title: string ) =>
	page
		.getByRole( 'navigation', { name: 'Sections of the channel' } )
		.getByRole( 'link', { name: new RegExp( `^${ title }` ) } )
		.click();

async function save( page: Page ): Promise< void > {
	const saved = page.waitForResponse(
		( response ) =>
			response.url().includes( '/rappel/v1/channels/' ) &&
			response.request().method() !== 'GET'
	);
	await page.getByRole( 'button', { name: 'Update', exact: true } ).click();
	expect( ( await saved ).status() ).toBe( 200 );
}

test( 'what the owner writes is what visitors read and the company hears [S01, S02, S03, S05, S11, R19, N15]', async ( {
	page,
	browser,
} ) => {
	await openChannel( page, 'form' );
	await page.getByLabel( 'Ask for the name' ).check();
	await page.getByLabel( 'Consent must be ticked' ).check();
	await goTo( page, 'Vocabulary' );
	await page.getByLabel( 'Introduction' ).fill( 'Ask our workshop.' );
	await page.getByLabel( 'Label of the phone number' ).fill( 'Your mobile' );
	await page.getByLabel( 'Button', { exact: true } ).fill( 'Ring me' );
	await page
		.getByLabel( 'Confirmation', { exact: true } )
		.fill( 'The workshop rings you.' );
	await page
		.getByLabel( 'Consent', { exact: true } )
		.fill( 'You may call me.' );
	const preview = page.getByRole( 'region', { name: 'Preview of the form' } );
	await expect( preview ).toContainText( 'Ask our workshop.' );
	await expect( preview ).toContainText( 'Ring me' );
	await goTo( page, 'Calls' );
	await page.getByLabel( 'Destination number' ).fill( '01 99 00 10 01' );
	await page
		.getByLabel( 'Number shown on both phones' )
		.fill( '01 99 00 20 01' );
	await goTo( page, 'Voice and music' );
	await page
		.getByRole( 'textbox', { name: 'Waiting message' } )
		.fill( 'A client of the workshop.' );
	await save( page );
	await page.reload();
	await goTo( page, 'Vocabulary' );
	await expect( page.getByLabel( 'Introduction' ) ).toHaveValue(
		'Ask our workshop.'
	);
	await goTo( page, 'Calls' );
	await expect( page.getByLabel( 'Destination number' ) ).toHaveValue(
		/99 00 10 01/
	);

	const visitor = await browser.newPage();
	await visitor.goto( stack.page );
	await expect( visitor.getByText( 'Ask our workshop.' ) ).toBeVisible();
	await visitor.getByLabel( 'Your mobile' ).fill( '01 99 00 30 11' );
	await visitor.getByLabel( /name/i ).fill( 'Zoé Martin' );
	await visitor.getByRole( 'button', { name: 'Ring me' } ).click();
	await expect( visitor.getByText( 'Please tick the box' ) ).toBeVisible();
	await visitor.getByLabel( 'You may call me.' ).check();
	await visitor.getByRole( 'button', { name: 'Ring me' } ).click();
	await expect( visitor.getByRole( 'status' ) ).toContainText(
		'The workshop rings you.'
	);

	const workshop = '+33199001001';
	await stack.phones.until( workshop, 'ringing' );
	expect( ( await stack.phones.callsTo( workshop ) )[ 0 ]?.from ).toBe(
		'+33199002001'
	);
	await stack.phones.answer( workshop );
	await eventually( 'the workshop hears its own message', async () =>
		( await stack.phones.phone( workshop ) )?.heard.some(
			( { text } ) => text === 'A client of the workshop.'
		)
	);
	await stack.phones.until( '+33199003011', 'ringing' );
	expect( ( await stack.phones.callsTo( '+33199003011' ) )[ 0 ]?.from ).toBe(
		'+33199002001'
	);
	await stack.phones.refuse( '+33199003011' );
	await stack.phones.until( workshop, 'idle' );

	await page.goto( screen( 'rappel-requests' ) );
	const row = page.getByRole( 'row' ).filter( { hasText: 'Zoé Martin' } );
	await row
		.getByRole( 'button' )
		.or( row.getByRole( 'link' ) )
		.first()
		.click();
	await expect( page.getByText( 'You may call me.' ) ).toBeVisible();
} );

test( 'a number that cannot be called is refused beside its field, and nothing typed is lost [S11, R18, R19]', async ( {
	page,
} ) => {
	await openChannel( page, 'calls' );
	await page.getByLabel( 'Destination number' ).fill( '08 99 12 34 56' );
	await goTo( page, 'Vocabulary' );
	await page.getByLabel( 'Introduction' ).fill( 'Not to be lost.' );
	await page.getByRole( 'button', { name: 'Update', exact: true } ).click();
	await expect( page.getByLabel( 'Destination number' ) ).toHaveAttribute(
		'aria-invalid',
		'true'
	);
	await expect( page.getByLabel( 'Destination number' ) ).toHaveValue(
		'08 99 12 34 56'
	);
	await goTo( page, 'Vocabulary' );
	await expect( page.getByLabel( 'Introduction' ) ).toHaveValue(
		'Not to be lost.'
	);
} );

test( 'a colleague’s save is not overwritten [S31]', async ( {
	page,
	context,
} ) => {
	await openChannel( page, 'vocabulary' );
	const colleague = await context.newPage();
	await colleague.goto( page.url() );
	await colleague.getByLabel( 'Introduction' ).fill( 'From the colleague.' );
	await save( colleague );
	await page.getByLabel( 'Introduction' ).fill( 'From the owner.' );
	await page.getByRole( 'button', { name: 'Update', exact: true } ).click();
	await expect(
		page.getByRole( 'button', { name: 'Show their version' } )
	).toBeVisible();
	await expect( page.getByLabel( 'Introduction' ) ).toHaveValue(
		'From the owner.'
	);
	await page.getByRole( 'button', { name: 'Show their version' } ).click();
	await expect( page.getByLabel( 'Introduction' ) ).toHaveValue(
		'From the colleague.'
	);
} );

test( 'weekly hours close the button, around the clock opens it again [S07, S08]', async ( {
	page,
	browser,
} ) => {
	await openChannel( page, 'hours' );
	await page.getByLabel( 'Hours of the week' ).check();
	// Nothing on any day but one minute a week that is not now.
	const inThreeDays = new Intl.DateTimeFormat( 'en-GB', {
		weekday: 'long',
		timeZone: 'Europe/Paris',
	} ).format( Date.now() + 3 * 86_400_000 );
	for ( const remove of await page
		.getByRole( 'button', { name: /^Remove range/ } )
		.all() ) {
		await page
			.getByRole( 'button', { name: /^Remove range/ } )
			.first()
			.click();
		expect( remove ).toBeTruthy();
	}
	await page
		.getByRole( 'button', { name: `Add a range to ${ inThreeDays }` } )
		.click();
	await save( page );

	const visitor = await browser.newPage();
	await visitor.goto( stack.page );
	await expect(
		visitor.getByText( 'We cannot call you back right now.' )
	).toContainText( inThreeDays );
	await expect( visitor.locator( '.rappel-callback__button' ) ).toBeHidden();

	await page.getByLabel( 'Always open: 24 hours, 7 days' ).check();
	await save( page );
	await visitor.goto( stack.page );
	await expect( visitor.locator( '.rappel-callback__button' ) ).toBeVisible();
} );

test( 'the screens have no barrier [S31]', async ( { page } ) => {
	await page.goto( await stack.adminLink() );
	for ( const name of [
		'rappel',
		'rappel-requests',
		'rappel-results',
		'rappel-channels',
		'rappel-connection',
	] ) {
		await page.goto( screen( name ) );
		await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeVisible();
		await page.waitForLoadState( 'networkidle' );
		await expectNoBarrier( page, '#rappel-admin' );
	}
	const editor = new ChannelEditor( page, stack );
	for ( const section of sections ) {
		await editor.open( section );
		await page.waitForLoadState( 'networkidle' );
		for ( const fold of await page
			.getByRole( 'button', { name: 'Advanced settings' } )
			.all() ) {
			await fold.click();
		}
		await expectNoBarrier( page, '#rappel-admin' );
	}
	await page.goto( screen( 'rappel-requests' ) );
	const row = page.getByRole( 'row' ).nth( 1 );
	await row
		.getByRole( 'button' )
		.or( row.getByRole( 'link' ) )
		.first()
		.click();
	await page.waitForLoadState( 'networkidle' );
	await expectNoBarrier( page, '#rappel-admin' );
} );

test( 'the block is placed with the sole channel chosen already, and the editor calls nobody [S02]', async ( {
	page,
} ) => {
	await page.goto( await stack.adminLink() );
	await page.goto( `${ stack.site }/wp-admin/post-new.php?post_type=page` );
	const canvas = page
		.locator( 'iframe[name="editor-canvas"]' )
		.contentFrame();
	await page.keyboard.press( 'Escape' );
	await canvas
		.getByRole( 'textbox', { name: 'Add title' } )
		.fill( 'Contact' );
	await page.evaluate( () => {
		interface Wp {
			blocks: { createBlock: ( name: string ) => unknown };
			data: {
				dispatch: ( store: string ) => {
					insertBlocks: ( block: unknown ) => void;
				};
			};
		}
		const { blocks, data } = ( window as unknown as { wp: Wp } ).wp;
		data.dispatch( 'core/block-editor' ).insertBlocks(
			blocks.createBlock( 'rappel/callback' )
		);
	} );
	const block = canvas.locator( '[data-type="rappel/callback"]' );
	await expect( block.locator( '.rappel-callback__button' ) ).toBeVisible();
	const before = ( await stack.phones.state() ).calls.length;
	await block.locator( '.rappel-callback__button' ).click( { force: true } );
	await page.getByRole( 'button', { name: 'Publish', exact: true } ).click();
	await page
		.getByLabel( 'Editor publish' )
		.getByRole( 'button', { name: 'Publish', exact: true } )
		.click();
	await page
		.getByLabel( 'Editor publish' )
		.getByRole( 'link', { name: 'View Page' } )
		.click();
	await expect( page.locator( '.rappel-callback__button' ) ).toBeVisible();
	expect( ( await stack.phones.state() ).calls ).toHaveLength( before );
} );
