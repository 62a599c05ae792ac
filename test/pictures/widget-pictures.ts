import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { EditorDesk } from '../support/editor-desk.js';
import type { Stack } from '../support/stack.js';

/** The widths of a phone, a tablet and a computer. */
const widths = [ 320, 768, 1280 ] as const;

const block = ( display: string, more = '' ) =>
	`<!-- wp:rappel/callback {"channelId":"{channel}","display":"${ display }"${ more }} /-->`;

/** As an editor sets it for a dark part of the page, where the theme's dark button would be lost. */
const lightButton =
	',"style":{"elements":{"button":{"color":{"background":"var:preset|color|base","text":"var:preset|color|contrast"}}}}';

/** The block in a theme's own colours, and in the same turned round. */
const shades = {
	light: ( display: string ) => block( display ),
	dark: ( display: string ) =>
		`<!-- wp:group {"align":"full","backgroundColor":"contrast","textColor":"base","style":{"dimensions":{"minHeight":"60vh"}},"layout":{"type":"constrained"}} --><div class="wp-block-group alignfull has-base-color has-contrast-background-color has-text-color has-background" style="min-height:60vh">${ block( display, lightButton ) }</div><!-- /wp:group -->`,
};

/** The widget in the page and in its dialog, at each width, light and dark. */
export async function takeWidget(
	browser: Browser,
	admin: Page,
	stack: Stack,
	{ folder, language }: { folder: string; language: string }
): Promise< void > {
	const desk = await EditorDesk.open( admin, stack );
	const visitor = await browser.newPage( {
		locale: language === 'fr' ? 'fr-FR' : 'en-GB',
		timezoneId: 'Europe/Paris',
	} );
	const page = await desk.write( '' );
	for ( const [ shade, content ] of Object.entries( shades ) ) {
		const save = ( name: string, width: number ) =>
			visitor.screenshot( {
				path: join(
					folder,
					`${ name }-${ width }-${ shade }-${ language }.png`
				),
				animations: 'disabled',
			} );
		const show = async ( width: number ) => {
			await visitor.setViewportSize( { width, height: 720 } );
			await visitor.goto( page.link );
		};
		await desk.rewrite( page, content( 'inline' ) );
		for ( const width of widths ) {
			await show( width );
			await save( 'widget', width );
		}
		await desk.rewrite( page, content( 'floating' ) );
		for ( const width of widths ) {
			await show( width );
			await save( 'widget-floating', width );
			await visitor.locator( '.rappel-callback__open' ).click();
			await visitor.locator( '.rappel-callback__dialog' ).waitFor();
			await save( 'widget-dialog', width );
		}
	}
	await visitor.close();
}
