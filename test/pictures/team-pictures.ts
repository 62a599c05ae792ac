import type { Page } from '@playwright/test';
import { companyNumber, type Stack } from '../support/stack.js';

/** What agents and supervisors see: the Live dashboard while a phone rings, results, profile and personal page. */
export async function takeTeam(
	{ admin, visitor, phone }: { admin: Page; visitor: Page; phone: Page },
	stack: Stack,
	save: ( page: Page, name: string ) => Promise< void >
): Promise< void > {
	const screen = ( path: string ) =>
		admin.goto( `${ stack.site }/wp-admin/${ path }` );
	await screen( 'profile.php' );
	await admin.locator( '#rappel_number' ).fill( '01 99 00 10 01' );
	await admin.locator( '#submit' ).click();
	await admin.locator( '#rappel-personal-page button' ).first().click();
	const link = await admin
		.locator( '#rappel-personal-page input' )
		.inputValue();
	await admin.locator( '#rappel' ).scrollIntoViewIfNeeded();
	await save( admin, 'profile' );
	await phone.goto( link );
	await phone.locator( 'button[value=online]' ).click();
	await phone.locator( '.rappel-page__status.is-online' ).waitFor();
	await save( phone, 'personal-page-320' );

	await visitor.goto( stack.page );
	await visitor.locator( 'input[type=tel]' ).fill( '06 12 34 56 70' );
	await visitor.locator( '.rappel-callback__button' ).click();
	await stack.phones.until( companyNumber, 'ringing' );
	await screen( 'admin.php?page=rappel' );
	await admin.locator( '.rappel-live-row' ).first().waitFor();
	await save( admin, 'live' );
	await stack.phones.refuse( companyNumber );
	await screen( 'admin.php?page=rappel-results' );
	await admin.waitForLoadState( 'networkidle' );
	await save( admin, 'results' );
}
