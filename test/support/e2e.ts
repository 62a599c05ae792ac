import { test as base } from '@playwright/test';
import { type Stack, startStack } from './stack.js';

export type Tongue = 'english' | 'french';

const locales = { english: 'en_US', french: 'fr_FR' } as const;

/** When the clock of `movedStack` begins: a Thursday at nine in Paris, three days before its summer time. */
const movedStackStartsAt = '2027-03-25T08:00:00.000Z';

/**
 * Playwright's `test` with the whole product: `stackIn` in a language, `movedStack` in French on a clock that tests move on. Each is
 * made when first asked for, one per worker.
 */
export const test = base.extend<
	object,
	{
		stackIn: ( tongue: Tongue ) => Promise< Stack >;
		movedStack: Stack;
	}
>( {
	stackIn: [
		// Playwright reads the names of fixtures from the first argument's pattern.

		async ( {}, use ) => {
			const stacks = new Map< Tongue, Promise< Stack > >();
			await use( ( tongue ) => {
				const stack =
					stacks.get( tongue ) ??
					startStack( { locale: locales[ tongue ] } );
				stacks.set( tongue, stack );
				return stack;
			} );
			for ( const stack of stacks.values() ) {
				await ( await stack ).stop();
			}
		},
		{ scope: 'worker', timeout: 120_000 },
	],
	movedStack: [
		async ( {}, use ) => {
			const stack = await startStack( {
				locale: 'fr_FR',
				startAt: movedStackStartsAt,
			} );
			await use( stack );
			await stack.stop();
		},
		{ scope: 'worker', timeout: 120_000 },
	],
} );

export { expect } from '@playwright/test';
