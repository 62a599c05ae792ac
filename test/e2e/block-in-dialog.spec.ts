import type { Page } from '@playwright/test';
import { expectNoBarrier } from '../support/barriers.js';
import { EditorDesk } from '../support/editor-desk.js';
import { expect, test, type Tongue } from '../support/e2e.js';
import { companyNumber, type Stack } from '../support/stack.js';

const words = {
	english: {
		open: 'Call me back',
		follow: 'See my request',
		number: 'Your phone number',
		now: 'Call me back now',
		later: 'Choose a time for the call',
		close: 'Close',
		preview: 'This is a preview: nothing is sent and nobody is called.',
	},
	french: {
		open: 'Être rappelé',
		follow: 'Suivre ma demande',
		number: 'Votre numéro de téléphone',
		now: 'Rappelez-moi maintenant',
		later: 'Choisir l’heure de l’appel',
		close: 'Fermer',
		preview:
			'Ceci est un aperçu : rien n’est envoyé et personne n’est appelé.',
	},
};

/** As the owner writes it, in a browser of their own. */
async function pageWith(
	page: Page,
	stack: Stack,
	content: string,
	status?: 'draft'
) {
	const owner = await page.context().browser()!.newPage();
	const desk = await EditorDesk.open( owner, stack );
	const { link } = await desk.write( content, status );
	await owner.close();
	return link;
}

const behindButton =
	'<!-- wp:paragraph --><p>…</p><!-- /wp:paragraph --><!-- wp:rappel/callback {"channelId":"{channel}","display":"button"} /-->';
const floating =
	'<!-- wp:paragraph --><p>…</p><!-- /wp:paragraph --><!-- wp:rappel/callback {"channelId":"{channel}","display":"floating"} /-->';

const open = ( page: Page, { open: name }: { open: string } ) =>
	page.getByRole( 'button', { name, exact: true } );

for ( const tongue of [ 'english', 'french' ] satisfies Tongue[] ) {
	const said = words[ tongue ];

	test( `a button opens the form in a dialog, by the keyboard alone, and the call is made, in ${ tongue } [R10, R21]`, async ( {
		page,
		stackIn,
	} ) => {
		const stack = await stackIn( tongue );
		await page.goto( await pageWith( page, stack, behindButton ) );
		const dialog = page.getByRole( 'dialog', { name: said.open } );
		await expect( dialog ).toBeHidden();
		await open( page, said ).focus();
		await page.keyboard.press( 'Enter' );
		await expect( dialog ).toBeVisible();
		const number = dialog.getByLabel( said.number );
		await expect( number ).toBeFocused();
		await expectNoBarrier( page, '.rappel-callback__dialog' );

		// Escape closes it, the button has the focus again, and what was typed is still there.
		await page.keyboard.type( '01 99 00' );
		await page.keyboard.press( 'Escape' );
		await expect( dialog ).toBeHidden();
		await expect( open( page, said ) ).toBeFocused();
		await page.keyboard.press( 'Enter' );
		await expect( number ).toHaveValue( '01 99 00' );

		await number.fill(
			tongue === 'english' ? '01 99 00 35 01' : '01 99 00 35 02'
		);
		await page.keyboard.press( 'Enter' );
		await stack.phones.until( companyNumber, 'ringing' );
		await expect(
			dialog.locator( '[data-state="calling_company"]' )
		).toBeVisible();
		await expectNoBarrier( page, '.rappel-callback__dialog' );

		// Closed meanwhile, the button leads back to the request.
		await dialog.getByRole( 'button', { name: said.close } ).click();
		await page.getByRole( 'button', { name: said.follow } ).click();
		await expect(
			dialog.locator( '[data-state="calling_company"]' )
		).toBeVisible();
		await stack.phones.refuse( companyNumber );
		await expect(
			dialog.locator( '[data-state="company_unavailable"]' )
		).toBeVisible();
	} );

	test( `a draft calls nobody and says so, in ${ tongue }`, async ( {
		page,
		stackIn,
	} ) => {
		const stack = await stackIn( tongue );
		const desk = await EditorDesk.open( page, stack );
		const { link } = await desk.write(
			'<!-- wp:rappel/callback {"channelId":"{channel}"} /-->',
			'draft'
		);
		await page.goto( link );
		await expect( page.getByText( said.preview ) ).toBeVisible();
		const before = ( await stack.phones.state() ).calls.length;
		await page.getByLabel( said.number ).fill( '01 99 00 35 03' );
		await page.getByRole( 'button', { name: said.now } ).click();
		await expect( page.getByRole( 'alert' ) ).toHaveText( said.preview );
		expect( ( await stack.phones.state() ).calls ).toHaveLength( before );
	} );
}

test( 'free times are chosen in the dialog, and a press beside it closes it [S09]', async ( {
	page,
	stackIn,
} ) => {
	const stack = await stackIn( 'french' );
	await page.goto( await pageWith( page, stack, behindButton ) );
	await open( page, words.french ).click();
	await page.getByRole( 'button', { name: words.french.later } ).click();
	const times = page.locator( '.rappel-callback__dialog input[name="slot"]' );
	await expect( times.first() ).toBeAttached();
	await expectNoBarrier( page, '.rappel-callback__dialog' );
	await page.mouse.click( 5, 5 );
	await expect( page.locator( '.rappel-callback__dialog' ) ).toBeHidden();
} );

for ( const width of [ 320, 768, 1280 ] ) {
	test( `a floating button stays at the bottom and cuts nothing off at ${ width } pixels [R10]`, async ( {
		page,
		stackIn,
	} ) => {
		await page.setViewportSize( { width, height: 640 } );
		await page.goto(
			await pageWith( page, await stackIn( 'french' ), floating )
		);
		const button = open( page, words.french );
		const box = ( await button.boundingBox() )!;
		expect( box.x + box.width ).toBeLessThanOrEqual( width );
		expect( box.x ).toBeGreaterThan( width / 2 - 100 );
		expect( box.y + box.height ).toBeGreaterThan( 560 );
		await expectNoBarrier( page, '.rappel-callback' );
		await button.click();
		const dialog = page.locator( '.rappel-callback__dialog' );
		// It moves in from below.
		await expect
			.poll( async () => isWithin( await dialog.boundingBox(), width ) )
			.toBe( true );
	} );
}

const isWithin = (
	box: { x: number; y: number; width: number; height: number } | null,
	width: number
) =>
	box !== null &&
	box.x >= 0 &&
	box.x + box.width <= width &&
	box.y + box.height <= 640;

test( 'nothing moves in the dialog for a visitor who asked for reduced motion', async ( {
	page,
	stackIn,
} ) => {
	await page.emulateMedia( { reducedMotion: 'reduce' } );
	await page.goto(
		await pageWith( page, await stackIn( 'english' ), behindButton )
	);
	await open( page, words.english ).click();
	const dialog = page.locator( '.rappel-callback__dialog' );
	await expect( dialog ).toBeVisible();
	expect(
		await dialog.evaluate(
			( element ) => getComputedStyle( element ).animationName
		)
	).toBe( 'none' );
} );

test( 'a deleted channel leaves nothing on the page, and a shortcode shows what the block shows', async ( {
	page,
	stackIn,
} ) => {
	const stack = await stackIn( 'english' );
	await page.goto(
		await pageWith(
			page,
			stack,
			'<!-- wp:rappel/callback {"channelId":"aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee","style":{"spacing":{"padding":{"top":"5em"}}}} /--><!-- wp:shortcode -->[rappel channel="{channel}" display="button" open_label="Ring the workshop"]<!-- /wp:shortcode -->'
		)
	);
	await expect(
		page.getByRole( 'button', { name: 'Ring the workshop' } )
	).toBeVisible();
	await expect( page.locator( '.rappel-callback' ) ).toHaveCount( 1 );
	await expect( page.locator( '.wp-block-rappel-callback' ) ).toHaveCount(
		1
	);
} );

test.describe( 'without JavaScript', () => {
	test.use( { javaScriptEnabled: false } );

	for ( const [ name, content ] of Object.entries( {
		button: behindButton,
		floating,
	} ) ) {
		test( `the form of a ${ name } stands in the page, posts and answers with a page`, async ( {
			page,
			browser,
			stackIn,
		} ) => {
			const stack = await stackIn( 'english' );
			const scripted = await browser.newContext( {
				javaScriptEnabled: true,
			} );
			const owner = await scripted.newPage();
			const desk = await EditorDesk.open( owner, stack );
			const { link } = await desk.write( content );
			await scripted.close();
			await page.goto( link );
			await expect( open( page, words.english ) ).toBeHidden();
			await page.getByLabel( words.english.number ).fill( '06 12' );
			await page
				.getByRole( 'button', { name: words.english.now } )
				.click();
			await expect( page ).toHaveURL( /rappel=/ );
			await expect( page.getByText( /too short/i ) ).toBeVisible();
			await expect( page.getByLabel( words.english.number ) ).toHaveValue(
				'06 12'
			);
		} );
	}
} );
