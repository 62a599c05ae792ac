import { randomUUID } from 'node:crypto';
import type { Browser, Locator, Page } from '@playwright/test';
import { national } from './lab-page.js';
import type { Stack } from './stack.js';

/** On the French page: types a number and asks to be called back. */
export async function askToBeCalled(
	page: Page,
	stack: Stack,
	number: string
): Promise< void > {
	await page.goto( stack.page );
	await sendNumber( page, number );
}

/** The page, once it knows whether somebody can be called: what changes afterwards it does not know. */
export async function openPage(
	page: Page,
	stack: Pick< Stack, 'page' >
): Promise< void > {
	const known = page.waitForResponse( /channels\/.*\/availability/ );
	await page.goto( stack.page );
	await known;
}

/** The same on the page that is open already. */
export async function sendNumber(
	page: Page,
	number: string
): Promise< void > {
	await page
		.getByLabel( 'Votre numéro de téléphone' )
		.fill( national( number ) );
	await callMeNow( page ).click();
}

/** A second visitor, on a page of their own. */
export async function anotherAsks(
	browser: Browser,
	stack: Stack,
	number: string
): Promise< Page > {
	const page = await browser.newPage();
	await askToBeCalled( page, stack, number );
	return page;
}

/** What the page shows while a request is in that state. */
export const state = ( page: Page, name: string ): Locator =>
	page.locator( `[data-state="${ name }"]` );

/** On the French page: asks for a call at once; hidden while nobody can be called. */
export const callMeNow = ( page: Page ): Locator =>
	page.getByRole( 'button', { name: 'Rappelez-moi maintenant' } );

/** A request that names its agent, as the site asks the service for it. */
export async function askForAgent(
	stack: Stack,
	ownerUserId: number,
	number: string
): Promise< void > {
	await stack.callService( {
		method: 'POST',
		path: '/v1/callback-requests',
		body: {
			key: randomUUID(),
			channelId: stack.channelId,
			number,
			ownerUserId,
			visitorAddress: '192.0.2.31',
			requestedAt: new Date( stack.clock.now() ).toISOString(),
		},
	} );
}
