import type { Page } from '@playwright/test';
import { type BareSite, startBareSite } from '../support/bare-site.js';
import { national } from '../support/lab-page.js';
import { companyNumber } from '../support/stack.js';

/** The steps of the set-up, of a site of its own on which nothing was done yet. */
export async function takeSetUp( {
	locale,
	open,
	save,
}: {
	locale: 'en_US' | 'fr_FR';
	open: ( width: number, height: number ) => Promise< Page >;
	save: ( page: Page, name: string ) => Promise< void >;
} ): Promise< void > {
	const bare = await startBareSite( locale );
	try {
		const page = await open( 1280, 1000 );
		await page.goto( await bare.adminLink() );
		await page.goto( stepAddress( bare, 'service' ) );
		await page.locator( '.rappel-needed' ).waitFor();
		await save( page, 'set-up-service' );
		const code = await offeredCode( page );
		await save( page, 'set-up-own-server' );
		await bare.startService( { PAIRING_CODE: code } );
		await page.locator( 'input[type=url]' ).fill( bare.serviceUrl );
		await goOn( page, 'caller_id' );
		await save( page, 'set-up-number' );
		await page.goto( stepAddress( bare, 'telephony' ) );
		await page.locator( '.rappel-state-list' ).waitFor();
		await save( page, 'set-up-account' );
		await page.goto( stepAddress( bare, 'team' ) );
		await page
			.locator( 'input[type=tel]' )
			.fill( national( companyNumber ) );
		await save( page, 'set-up-team' );
		await goOn( page, 'hours' );
		await page.locator( '.rappel-step [type=radio]' ).first().waitFor();
		await save( page, 'set-up-hours' );
		await page.goto( stepAddress( bare, 'test_call' ) );
		await page.locator( 'input[type=tel]' ).waitFor();
		await save( page, 'set-up-test-call' );
		await page.close();
	} finally {
		await bare.stop();
	}
}

const stepAddress = ( { site }: BareSite, step: string ) =>
	`${ site }/wp-admin/admin.php?page=rappel-set-up&step=${ step }`;

/** By the second way to a service: on a server of one's own. */
async function offeredCode( page: Page ): Promise< string > {
	await page.getByRole( 'radio' ).nth( 1 ).check();
	const command = await page
		.locator( '.rappel-copied textarea' )
		.first()
		.inputValue();
	return /PAIRING_CODE=(\S+)/.exec( command )?.[ 1 ] ?? '';
}

/** Sends the step, and waits for the one that follows it. */
async function goOn( page: Page, next: string ): Promise< void > {
	await page.locator( '.rappel-step button[type=submit]' ).first().click();
	await page
		.locator( `.rappel-steps a[aria-current][href*="step=${ next }"]` )
		.waitFor();
}
