import { readFile } from 'node:fs/promises';
import { readJest, readJunit, readPlaywright } from './reports.js';
import type { TestResult } from './test-result.js';

export interface Stage {
	/** A word, to run it alone: `npm test -- types lint`. */
	name: string;
	/** Each is run in order; the stage fails at the first that fails. */
	commands: string[][];
	/** The first package of a need of the system without which the stage is skipped. */
	needs?: string[];
	/** Reads the tests it ran; without it the stage counts as one test. */
	results?: () => Promise< TestResult[] >;
}

const read = ( file: string ) => readFile( file, 'utf8' );

/** In the order in which a fault is cheapest to find. */
export const stages: Stage[] = [
	{
		name: 'contract',
		commands: [ [ 'npx', 'tsx', 'contract/src/generate.ts', '--check' ] ],
	},
	{ name: 'types', commands: [ [ 'npx', 'tsc', '-b' ] ] },
	{
		name: 'lint',
		commands: [
			[ 'npx', 'wp-scripts', 'lint-js', '.' ],
			[
				'npx',
				'wp-scripts',
				'lint-style',
				'{blocks,plugin/src,plugin/assets}/**/*.{css,scss}',
			],
		],
	},
	{
		name: 'dependencies',
		commands: [
			[
				'npx',
				'depcruise',
				'--config',
				'.dependency-cruiser.cjs',
				'contract/src',
				'service/src',
				'phone-lab/src',
				'blocks/callback',
				'plugin/src',
			],
		],
	},
	{
		name: 'translations',
		commands: [ [ 'npx', 'tsx', 'scripts/i18n/extract.ts', '--check' ] ],
	},
	{
		name: 'docs',
		commands: [
			[ 'npx', 'tsx', 'scripts/docs/state-table.ts', '--check' ],
			[ 'npx', 'tsx', 'scripts/docs/call-script.ts', '--check' ],
		],
	},
	{
		name: 'php-quality',
		needs: [ 'composer', 'php-cli' ],
		commands: [
			[
				'composer',
				'install',
				'--no-interaction',
				'--no-progress',
				'--quiet',
			],
			[ 'vendor/bin/phpcs' ],
			[
				'vendor/bin/phpstan',
				'analyse',
				'--no-progress',
				'--memory-limit=1G',
			],
		],
	},
	{
		name: 'units',
		commands: [
			[
				'npx',
				'jest',
				'--ci',
				'--json',
				'--outputFile=test-results/jest.json',
			],
		],
		results: async () => readJest( await read( 'test-results/jest.json' ) ),
	},
	{
		name: 'wordpress',
		needs: [ 'php-cli', 'phpunit' ],
		commands: [
			[
				'npx',
				'tsx',
				'test/wordpress/run.ts',
				'--log-junit',
				'test-results/phpunit.xml',
			],
		],
		results: async () =>
			readJunit( await read( 'test-results/phpunit.xml' ) ),
	},
	{
		// The lowest PHP that the plugin promises, brought by Playground.
		name: 'wordpress-floor',
		commands: [
			[
				'npx',
				'tsx',
				'test/wordpress/run-on-floor.ts',
				'--log-junit',
				'test-results/phpunit-floor.xml',
			],
		],
		results: async () =>
			readJunit( await read( 'test-results/phpunit-floor.xml' ) ),
	},
	{
		name: 'faults',
		commands: [
			[
				'npx',
				'playwright',
				'test',
				'--config',
				'test/faults/playwright.config.ts',
			],
		],
		results: async () =>
			readPlaywright( await read( 'test-results/faults.json' ) ),
	},
	{
		name: 'browser',
		needs: [ 'chromium', 'php-cli' ],
		commands: [
			[
				'npx',
				'playwright',
				'test',
				'--config',
				'test/e2e/playwright.config.ts',
			],
		],
		results: async () =>
			readPlaywright( await read( 'test-results/e2e.json' ) ),
	},
	{
		name: 'start',
		needs: [ 'chromium' ],
		commands: [
			[
				'npx',
				'playwright',
				'test',
				'--config',
				'test/start/playwright.config.ts',
			],
		],
		results: async () =>
			readPlaywright( await read( 'test-results/start.json' ) ),
	},
];
