/**
 * `npm run pictures`: docs/pictures, taken from the running product, in English and French.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { repository } from '../../scripts/wordpress/paths.js';
import { international } from '../support/lab-page.js';
import { chromium as systemChromium } from '../support/playwright-config.js';
import { companyNumber, type Stack, startStack } from '../support/stack.js';
import { TimePicker } from '../support/time-picker.js';
import { takeSetUp } from './set-up-pictures.js';
import { takeTeam } from './team-pictures.js';
import { takeWidget } from './widget-pictures.js';

/** In the order of the editor, without the one that has pictures of its own. */
const channelSections = [
	'form',
	'vocabulary',
	'team',
	'calls',
	'voice',
	'booking',
	'sms',
	'survey',
	'live',
];

const folder = join( repository, 'docs', 'pictures' );
const client = '+33612345678';
const bookingClient = '+33612345679';

await mkdir( folder, { recursive: true } );
const browser = await chromium.launch( systemChromium );
try {
	for ( const locale of [ 'en_US', 'fr_FR' ] as const ) {
		const stack = await startStack( { locale } );
		try {
			await take( browser, stack, locale.slice( 0, 2 ) );
		} finally {
			await stack.stop();
		}
	}
} finally {
	await browser.close();
}

/** One call from the page to its timeline, with a picture at each thing worth seeing. */
async function take(
	with_: Browser,
	stack: Stack,
	language: string
): Promise< void > {
	const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
	const open = ( width: number, height: number ) =>
		with_.newPage( {
			locale,
			viewport: { width, height },
			timezoneId: 'Europe/Paris',
		} );
	const save = async ( page: Page, name: string ) => {
		await page
			.locator( '.rappel-loading' )
			.first()
			.waitFor( { state: 'hidden' } );
		// The animations of a page stand still in its picture.
		await page.screenshot( {
			path: join( folder, `${ name }-${ language }.png` ),
			animations: 'disabled',
		} );
	};

	const visitor = await open( 1280, 800 );
	await visitor.goto( stack.page );
	await save( visitor, 'page' );
	const narrow = await open( 320, 640 );
	await narrow.goto( stack.page );
	await save( narrow, 'page-320' );

	const lab = await open( 1280, 900 );
	await lab.goto( stack.phones.url );
	await visitor.locator( 'input[type=tel]' ).fill( '06 12 34 56 78' );
	await visitor.locator( '.rappel-callback__button' ).click();
	await stack.phones.until( companyNumber, 'ringing' );
	await visitor.locator( '[data-state="calling_company"]' ).waitFor();
	await save( visitor, 'page-calling' );
	await save( lab, 'phone-lab-ringing' );
	await stack.phones.answer( companyNumber );
	await stack.phones.until( client, 'ringing' );
	await stack.phones.answer( client );
	await visitor.locator( '[data-state="talking"]' ).waitFor();
	await save( visitor, 'page-talking' );
	await save( lab, 'phone-lab-talking' );
	await stack.phones.hangUp( client );
	await visitor.locator( '[data-state="done"]' ).waitFor();

	const picker = await TimePicker.open( narrow, stack );
	// A whole day, whatever the time is now.
	await picker.days.nth( 2 ).click();
	await save( narrow, 'times-320' );
	await narrow.setViewportSize( { width: 1280, height: 1100 } );
	await picker.choose( 40 );
	await picker.number.scrollIntoViewIfNeeded();
	await save( narrow, 'times' );
	await picker.send( bookingClient );
	await narrow.locator( '[data-state="scheduled"]' ).waitFor();
	await save( narrow, 'booked' );
	const sms = lab.locator(
		`article[aria-labelledby="phone-${ bookingClient.slice( 1 ) }"] .message`
	);
	await sms.waitFor();
	await save( lab, 'phone-lab-sms' );
	const [ link ] = /https?:\/\/\S+/.exec( await sms.innerText() ) ?? [];
	await narrow.goto( String( link ) );
	await save( narrow, 'booking-page' );

	const admin = await open( 1280, 900 );
	await admin.goto( await stack.adminLink() );
	await admin.goto(
		`${ stack.site }/wp-admin/admin.php?page=rappel-requests`
	);
	await admin.getByRole( 'row' ).nth( 1 ).waitFor();
	await save( admin, 'requests' );
	await admin
		.getByRole( 'row' )
		.filter( { hasText: international( client ) } )
		.getByRole( 'button' )
		.first()
		.click();
	await admin.locator( '.rappel-timeline' ).waitFor();
	await save( admin, 'request-timeline' );
	await admin.goto(
		`${ stack.site }/wp-admin/admin.php?page=rappel-channels`
	);
	await admin.waitForLoadState( 'networkidle' );
	await save( admin, 'channel' );
	const openSection = async ( section: string ) => {
		await admin.goto(
			`${ stack.site }/wp-admin/admin.php?page=rappel-channels&channel=${ stack.channelId }&section=${ section }`
		);
		await admin.waitForLoadState( 'networkidle' );
	};
	for ( const section of channelSections ) {
		await openSection( section );
		await save( admin, `channel-${ section }` );
	}
	await openSection( 'hours' );
	await admin
		.locator( '#rappel-hours input[type=radio][value=weekly]' )
		.check();
	// The bar with the buttons keeps to the foot of the window.
	await admin.setViewportSize( { width: 1280, height: 1600 } );
	for ( const part of [ 'hours', 'special-days' ] ) {
		await admin.locator( `#rappel-${ part }` ).screenshot( {
			path: join( folder, `${ part }-${ language }.png` ),
			animations: 'disabled',
		} );
	}
	await admin.setViewportSize( { width: 1280, height: 900 } );
	await admin.goto(
		`${ stack.site }/wp-admin/post.php?post=${ await pageId( stack ) }&action=edit`
	);
	await admin
		.locator( 'iframe[name="editor-canvas"]' )
		.contentFrame()
		.locator( '.rappel-callback' )
		.waitFor();
	await admin.keyboard.press( 'Escape' );
	await save( admin, 'block-editor' );
	const phone = await open( 320, 640 );
	await takeTeam( { admin, visitor, phone }, stack, save );
	await takeWidget( with_, admin, stack, { folder, language } );
	await takeSetUp( {
		locale: language === 'fr' ? 'fr_FR' : 'en_US',
		open,
		save,
	} );
}

async function pageId( stack: Stack ): Promise< number > {
	const answer = await fetch( `${ stack.site }/wp-json/wp/v2/pages` );
	const [ page ] = ( await answer.json() ) as { id: number }[];
	if ( ! page ) {
		throw new Error( 'The demo page is gone.' );
	}
	return page.id;
}
