import type { Page } from '@playwright/test';
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
	await page
		.getByRole( 'button', { name: 'Rappelez-moi maintenant' } )
		.click();
}
