import { test as base } from '@playwright/test';
import { type Stack, startStack } from './stack.js';

/** Playwright's `test` with the whole product: one in English, one in French, each made when first asked for, per worker. */
export const test = base.extend< object, { english: Stack; french: Stack } >( {
	english: [
		// Playwright reads the names of fixtures from the first argument's pattern.

		async ( {}, use ) => {
			const stack = await startStack();
			await use( stack );
			await stack.stop();
		},
		{ scope: 'worker', timeout: 120_000 },
	],
	french: [
		async ( {}, use ) => {
			const stack = await startStack( { locale: 'fr_FR' } );
			await use( stack );
			await stack.stop();
		},
		{ scope: 'worker', timeout: 120_000 },
	],
} );

export { expect } from '@playwright/test';
