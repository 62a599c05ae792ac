import {
	type Browser,
	type BrowserContextOptions,
	expect,
	type Page,
} from '@playwright/test';
import type { Stack } from './stack.js';

export const statusWords = {
	online: 'En ligne',
	away: 'Absent',
	offline: 'Hors ligne',
};
export type Status = keyof typeof statusWords;

/** An agent, logged in to a French WordPress in a browser of their own. */
export class AgentDesk {
	private constructor(
		readonly page: Page,
		private readonly stack: Stack
	) {}

	static async open(
		browser: Browser,
		stack: Stack,
		{ login, password }: { login: string; password: string },
		own: BrowserContextOptions = {}
	): Promise< AgentDesk > {
		const context = await browser.newContext( {
			locale: 'fr-FR',
			timezoneId: 'Europe/Paris',
			javaScriptEnabled: true,
			...own,
		} );
		const page = await context.newPage();
		await page.goto( `${ stack.site }/wp-login.php` );
		// Its script empties and focuses the first field once it is loaded.
		await expect( page.locator( '#user_login' ) ).toBeFocused();
		await page.locator( '#user_login' ).fill( login );
		await page.locator( '#user_pass' ).fill( password );
		await page.locator( '#wp-submit' ).click();
		await page.waitForURL( /wp-admin/ );
		return new AgentDesk( page, stack );
	}

	/** Of somebody who is logged in on this page already. */
	static at = ( page: Page, stack: Stack ) => new AgentDesk( page, stack );

	close = () => this.page.context().close();

	screen = ( name: string ) =>
		this.page.goto(
			`${ this.stack.site }/wp-admin/admin.php?page=${ name }`
		);

	/** The presence menu in WordPress's bar. */
	get menu() {
		return this.page
			.locator( '#wp-admin-bar-rappel-presence' )
			.locator( '.rappel-presence-menu__button' );
	}

	/** Sets it by the bar, as a mouse does. */
	async set( status: Status ): Promise< void > {
		await this.menu.hover();
		await this.page
			.locator( '#wp-admin-bar-rappel-presence' )
			.getByRole( 'menuitemradio', { name: statusWords[ status ] } )
			.click();
		await this.is( status );
	}

	/** From the next page on its clock can be moved by `looksAgain`. */
	movesClock = () => this.page.clock.install();

	/** Moves the clock of the page on to when the bar asks WordPress again (`seenMilliseconds` of presence-store.ts). */
	looksAgain = () => this.page.clock.fastForward( 15_000 );

	/** The bar says so, without the page being opened again. */
	async is( status: Status ): Promise< void > {
		await expect( this.menu ).toHaveText( statusWords[ status ] );
	}
}
