import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectNoBarrier } from '../support/barriers.js';
import { expect, test } from '../support/e2e.js';
import { type Stack, startStack } from '../support/stack.js';

let stack: Stack;

test.beforeAll( async () => {
	test.setTimeout( 120_000 );
	stack = await startStack();
} );

test.afterAll( () => stack.stop() );

async function openList( page: Page ): Promise< void > {
	// The question whether one goes online stands over what is at the top right.
	await page.addLocatorHandler(
		page.getByRole( 'button', { name: 'Not now' } ),
		( notNow ) => notNow.click()
	);
	await page.goto( await stack.adminLink() );
	await page.goto(
		`${ stack.site }/wp-admin/admin.php?page=rappel-channels`
	);
	await expect( card( page, 'Switchboard' ) ).toBeVisible();
}

/** A channel of the list, by its exact name. */
const card = ( page: Page, name: string ) =>
	page.getByRole( 'listitem' ).filter( {
		has: page.getByRole( 'button', { name, exact: true } ),
	} );

async function choose( page: Page, name: string, deed: string ) {
	await page
		.getByRole( 'button', { name: `More actions: ${ name }`, exact: true } )
		.click();
	await page.getByRole( 'menuitem', { name: deed, exact: true } ).click();
}

test( 'a channel begins with a template, paused, and its settings are open', async ( {
	page,
} ) => {
	await openList( page );
	await expectNoBarrier( page, '#rappel-admin' );
	await page.getByRole( 'button', { name: 'Add a channel' } ).click();
	await page.getByRole( 'radio', { name: 'Booking only' } ).check();
	await expectNoBarrier( page, '[role=dialog]' );
	await page.getByLabel( 'Name', { exact: true } ).fill( 'Workshop' );
	await page.getByRole( 'button', { name: 'Create the channel' } ).click();

	await expect(
		page.getByRole( 'heading', { level: 1, name: 'Workshop' } )
	).toBeVisible();
	await openList( page );
	await expect( card( page, 'Workshop' ) ).toContainText(
		/Paused|Incomplete/
	);
} );

test( 'a channel is paused, put live, copied, and taken to a file and back', async ( {
	page,
} ) => {
	await openList( page );
	const own = card( page, 'Switchboard' );
	await choose( page, 'Switchboard', 'Pause the channel' );
	await expect( own ).toContainText( 'Paused' );
	await choose( page, 'Switchboard', 'Put the channel live' );
	await expect( own ).toContainText( 'Live' );

	await choose( page, 'Switchboard', 'Duplicate' );
	await expect( card( page, 'Switchboard (copy)' ) ).toContainText(
		'Paused'
	);

	const downloading = page.waitForEvent( 'download' );
	await choose( page, 'Switchboard (copy)', 'Export' );
	const file = await ( await downloading ).path();
	const text = await readFile( file, 'utf8' );
	expect( text ).toContain( '"rappel-channels"' );
	expect( text ).not.toMatch( /secret|userId/i );

	await page.locator( 'input[type=file]' ).setInputFiles( {
		name: 'channels.json',
		mimeType: 'application/json',
		buffer: Buffer.from(
			text.replaceAll( 'Switchboard (copy)', 'From a file' )
		),
	} );
	await expect( card( page, 'From a file' ) ).toContainText( 'Paused' );

	await page.locator( 'input[type=file]' ).setInputFiles( {
		name: 'broken.json',
		mimeType: 'application/json',
		buffer: Buffer.from(
			text.replace( '"company_first"', '"nobody_first"' )
		),
	} );
	await expect(
		page.getByText( 'channels.0.calls.dialOrder', { exact: true } )
	).toBeVisible();
} );

test( 'deleting says where a channel is placed and what ends, and then it is gone', async ( {
	page,
} ) => {
	await openList( page );
	await expect( card( page, 'Switchboard' ) ).toContainText(
		'Where it is placed'
	);
	await choose( page, 'Switchboard', 'Duplicate' );
	const copy = page.getByRole( 'button', {
		name: /^Switchboard \(copy/,
	} );
	await expect( copy.first() ).toBeVisible();
	const name = ( await copy.first().textContent() ) ?? '';
	await choose( page, name, 'Delete' );
	const dialog = page.getByRole( 'dialog', { name: `Delete “${ name }”?` } );
	await expect( dialog ).toContainText( 'Its past requests' );
	await expectNoBarrier( page, '[role=dialog]' );
	await dialog.getByRole( 'button', { name: 'Delete', exact: true } ).click();

	await expect( dialog ).toBeHidden();
	await expect(
		page.getByRole( 'button', { name, exact: true } )
	).toHaveCount( 0 );
} );
