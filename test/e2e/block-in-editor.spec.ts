import type { FrameLocator } from '@playwright/test';
import { expectNoBarrier } from '../support/barriers.js';
import { layClassicTheme } from '../support/classic-theme.js';
import { EditorDesk } from '../support/editor-desk.js';
import { expect, test } from '../support/e2e.js';
import { type Stack, startStack } from '../support/stack.js';

let stack: Stack;

test.beforeAll( async () => {
	test.setTimeout( 120_000 );
	stack = await startStack();
} );

test.afterAll( () => stack.stop() );

const plain = '<!-- wp:rappel/callback {"channelId":"{channel}"} /-->';

const blockIn = ( canvas: FrameLocator ) =>
	canvas.locator( '[data-type="rappel/callback"]' );

test( 'an editor puts the form behind a button and changes its texts; each is marked, and one goes back to the channel’s [S02, R10]', async ( {
	page,
	browser,
} ) => {
	const desk = await EditorDesk.open( page, stack );
	const written = await desk.write( plain );
	const canvas = await desk.edit( written );
	await expect(
		blockIn( canvas ).getByText( 'This is a preview' )
	).toBeVisible();
	await desk.select();
	await page
		.getByLabel( 'Where the form is' )
		.selectOption( { label: 'In a dialog that a button opens' } );
	await page.getByRole( 'button', { name: 'Texts of this block' } ).click();
	await page
		.getByLabel( 'Button that opens the form' )
		.fill( 'Ring the workshop' );
	await page.getByLabel( 'Introduction' ).fill( 'Ask our workshop.' );
	await page
		.getByLabel( 'Label of the phone number' )
		.fill( 'Mobile, please' );
	await expect(
		page.getByText( /The channel says: “Leave your number/ )
	).toBeVisible();
	await expectNoBarrier( page, '.block-editor-block-inspector' );
	await page
		.getByRole( 'button', {
			name: 'Label of the phone number: use the channel’s text',
		} )
		.click();
	await expect(
		blockIn( canvas ).getByText( 'Ask our workshop.' )
	).toBeVisible();
	await desk.save();

	const visitor = await browser.newPage();
	await visitor.goto( written.link );
	await visitor.getByRole( 'button', { name: 'Ring the workshop' } ).click();
	await expect( visitor.getByText( 'Ask our workshop.' ) ).toBeVisible();
	await expect( visitor.getByLabel( 'Your phone number' ) ).toBeVisible();
	await visitor.close();
} );

test( 'an editor is led to the settings of the channel, and sees that it is paused or was deleted', async ( {
	page,
} ) => {
	const desk = await EditorDesk.open( page, stack );
	const canvas = await desk.edit(
		await desk.write( plain.replace( '{channel}', crypto.randomUUID() ) )
	);
	await expect(
		blockIn( canvas ).getByText( 'The channel of this block was deleted' )
	).toBeVisible();
	await blockIn( canvas ).getByLabel( 'Channel' ).selectOption( {
		label: 'Switchboard',
	} );
	await expect(
		blockIn( canvas ).locator( '.rappel-callback__button' )
	).toBeVisible();
	await desk.select();
	await expect(
		page.getByRole( 'link', { name: 'Settings of “Switchboard”' } )
	).toHaveAttribute( 'href', new RegExp( stack.channelId ) );

	for ( const [ state, warnings ] of [
		[ 'paused', 1 ],
		[ 'live', 0 ],
	] as const ) {
		await desk.setChannel( state );
		const again = await desk.edit( await desk.write( plain ) );
		await expect(
			blockIn( again ).locator( '.rappel-callback__form' )
		).toBeVisible();
		await expect(
			blockIn( again ).getByText( 'This channel is paused' )
		).toHaveCount( warnings );
	}
} );

test( 'a paragraph becomes the form and a form a shortcode; variations and patterns are in the inserter', async ( {
	page,
} ) => {
	const desk = await EditorDesk.open( page, stack );
	await desk.edit( await desk.write( plain ) );
	const found = await page.evaluate( () => {
		interface Block {
			name: string;
			attributes: { texts?: object; text?: string };
		}
		interface Wp {
			blocks: {
				createBlock: ( name: string, attributes: object ) => Block;
				switchToBlockType: ( block: Block, name: string ) => Block[];
				getBlockVariations: ( name: string ) => { name: string }[];
			};
			data: {
				resolveSelect: ( store: string ) => {
					getBlockPatterns: () => Promise< { name: string }[] >;
				};
			};
		}
		const { blocks, data } = ( window as unknown as { wp: Wp } ).wp;
		const turn = ( name: string, attributes: object, into: string ) =>
			blocks.switchToBlockType(
				blocks.createBlock( name, attributes ),
				into
			)[ 0 ]!.attributes;
		return data
			.resolveSelect( 'core' )
			.getBlockPatterns()
			.then( ( patterns ) => ( {
				fromParagraph: turn(
					'core/paragraph',
					{ content: 'Ask <em>us</em>.' },
					'rappel/callback'
				).texts,
				toShortcode: turn(
					'rappel/callback',
					{ channelId: 'c1', display: 'button' },
					'core/shortcode'
				).text,
				variations: blocks
					.getBlockVariations( 'rappel/callback' )
					.map( ( { name } ) => name ),
				patterns: patterns
					.map( ( { name } ) => name )
					.filter( ( name ) => name.startsWith( 'rappel/' ) ),
			} ) );
	} );
	expect( found ).toEqual( {
		fromParagraph: { introduction: 'Ask us.' },
		toShortcode: '[rappel channel="c1" display="button"]',
		variations: [ 'inline', 'button', 'floating' ],
		patterns: [
			'rappel/form-beside-text',
			'rappel/button-in-a-banner',
			'rappel/contact-section',
		],
	} );
} );

test( 'in a classic theme the form has the theme’s colours, and pages without it load nothing of it [R10]', async ( {
	page,
	browser,
} ) => {
	await layClassicTheme( stack.wordpress );
	const desk = await EditorDesk.open( page, stack );
	const withForm = await desk.write(
		'<!-- wp:rappel/callback {"channelId":"{channel}","display":"button","style":{"color":{"background":"#112233"}}} /-->'
	);
	const without = await desk.write( '<p>Nothing here.</p>' );
	await page.goto( `${ stack.site }/wp-admin/themes.php` );
	await page
		.getByRole( 'link', { name: 'Activate Classic' } )
		.dispatchEvent( 'click' );
	await expect( page.getByText( 'New theme activated' ) ).toBeVisible();

	// axe asks for a context of its own.
	const visitors = await browser.newContext();
	const visitor = await visitors.newPage();
	await visitor.goto( withForm.link );
	await expect(
		visitor
			.locator( 'head style, head link[rel="stylesheet"]' )
			.and( visitor.locator( '[id^="rappel-callback-style"]' ) )
	).not.toHaveCount( 0 );
	await visitor.getByRole( 'button', { name: 'Call me back' } ).click();
	const surface = visitor.locator(
		'.rappel-callback__dialog .rappel-callback__surface'
	);
	await expect( surface ).toHaveCSS( 'background-color', 'rgb(17, 34, 51)' );
	await expect( surface ).toHaveCSS( 'color', 'rgb(240, 240, 241)' );
	await expectNoBarrier( visitor, '.rappel-callback__dialog' );

	expect( await ( await fetch( without.link ) ).text() ).not.toContain(
		'/plugins/rappel/'
	);
	await visitors.close();
} );
