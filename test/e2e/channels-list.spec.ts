import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectNoBarrier } from '../support/barriers.js';
import { siteIn } from '../support/channel-settings/index.js';
import { expect, test } from '../support/e2e.js';
import { type Stack, startStack } from '../support/stack.js';

for ( const [ language, locale ] of [
	[ 'en', 'en_US' ],
	[ 'fr', 'fr_FR' ],
] as const ) {
	test.describe( `a site in ${ locale }`, () => {
		const { say } = siteIn( language );
		const first = say( 'Switchboard', 'Standard' );
		const paused = say( 'Paused', 'En pause' );
		let stack: Stack;

		test.beforeAll( async () => {
			test.setTimeout( 120_000 );
			stack = await startStack( { locale } );
		} );

		test.afterAll( () => stack.stop() );

		async function openList( page: Page ): Promise< void > {
			// The question whether one goes online stands over what is at the top right.
			await page.addLocatorHandler(
				page.getByRole( 'button', {
					name: say( 'Not now', 'Pas maintenant' ),
				} ),
				( notNow ) => notNow.click()
			);
			await page.goto( await stack.adminLink() );
			await page.goto(
				`${ stack.site }/wp-admin/admin.php?page=rappel-channels`
			);
			await expect( card( page, first ) ).toBeVisible();
		}

		async function choose( page: Page, name: string, deed: string ) {
			await page
				.getByRole( 'button', {
					name: say(
						`More actions: ${ name }`,
						`Autres actions : ${ name }`
					),
					exact: true,
				} )
				.click();
			await page
				.getByRole( 'menuitem', { name: deed, exact: true } )
				.click();
		}

		test( `a channel begins with a template, paused, and its settings are open, in ${ language }`, async ( {
			page,
		} ) => {
			await openList( page );
			await expectNoBarrier( page, '#rappel-admin' );
			await page
				.getByRole( 'button', {
					name: say( 'Add a channel', 'Ajouter un canal' ),
				} )
				.click();
			await page
				.getByRole( 'radio', {
					name: say( 'Booking only', 'Sur rendez-vous' ),
				} )
				.check();
			await expectNoBarrier( page, '[role=dialog]' );
			await page
				.getByLabel( say( 'Name', 'Nom' ), { exact: true } )
				.fill( 'Atelier' );
			await page
				.getByRole( 'button', {
					name: say( 'Create the channel', 'Créer le canal' ),
				} )
				.click();

			await expect(
				page.getByRole( 'heading', { level: 1, name: 'Atelier' } )
			).toBeVisible();
			await openList( page );
			await expect( card( page, 'Atelier' ) ).toContainText(
				say( /Paused|Incomplete/, /En pause|Incomplet/ )
			);
		} );

		test( `a channel is paused, put live, copied, and taken to a file and back, in ${ language }`, async ( {
			page,
		} ) => {
			const copy = say( `${ first } (copy)`, `${ first } (copie)` );
			await openList( page );
			await choose(
				page,
				first,
				say( 'Pause the channel', 'Mettre le canal en pause' )
			);
			await expect( card( page, first ) ).toContainText( paused );
			await choose(
				page,
				first,
				say( 'Put the channel live', 'Mettre le canal en service' )
			);
			await expect( card( page, first ) ).toContainText(
				say( 'Live', 'En service' )
			);

			await choose( page, first, say( 'Duplicate', 'Dupliquer' ) );
			await expect( card( page, copy ) ).toContainText( paused );

			const downloading = page.waitForEvent( 'download' );
			await choose( page, copy, say( 'Export', 'Exporter' ) );
			const text = await readFile(
				await ( await downloading ).path(),
				'utf8'
			);
			expect( text ).toContain( '"rappel-channels"' );
			expect( text ).not.toMatch( /secret|userId/i );

			await importFile( page, text.replaceAll( copy, 'From a file' ) );
			await expect( card( page, 'From a file' ) ).toContainText( paused );

			await importFile(
				page,
				text.replace( '"company_first"', '"nobody_first"' )
			);
			await expect(
				page.getByText( 'channels.0.calls.dialOrder', { exact: true } )
			).toBeVisible();
		} );

		test( `deleting says where a channel is placed and what ends, and then it is gone, in ${ language }`, async ( {
			page,
		} ) => {
			await openList( page );
			await expect( card( page, first ) ).toContainText(
				say( 'Where it is placed', 'Où il est placé' )
			);
			await choose( page, first, say( 'Duplicate', 'Dupliquer' ) );
			const copy = page.getByRole( 'button', {
				name: say( /^Switchboard \(copy/, /^Standard \(copie/ ),
			} );
			await expect( copy.first() ).toBeVisible();
			const name = ( await copy.first().textContent() ) ?? '';
			const remove = say( 'Delete', 'Supprimer' );
			await choose( page, name, remove );
			const dialog = page.getByRole( 'dialog', {
				name: say( `Delete “${ name }”?`, `Supprimer « ${ name } » ?` ),
			} );
			await expect( dialog ).toContainText(
				say( 'Its past requests', 'Ses demandes passées' )
			);
			await expectNoBarrier( page, '[role=dialog]' );
			await dialog
				.getByRole( 'button', { name: remove, exact: true } )
				.click();

			await expect( dialog ).toBeHidden();
			await expect(
				page.getByRole( 'button', { name, exact: true } )
			).toHaveCount( 0 );
		} );
	} );
}

/** A channel of the list, by its exact name. */
const card = ( page: Page, name: string ) =>
	page.getByRole( 'listitem' ).filter( {
		has: page.getByRole( 'button', { name, exact: true } ),
	} );

const importFile = ( page: Page, text: string ) =>
	page.locator( 'input[type=file]' ).setInputFiles( {
		name: 'channels.json',
		mimeType: 'application/json',
		buffer: Buffer.from( text ),
	} );
