import { availableParallelism } from 'node:os';

// One transform for every workspace; ESM-only packages are turned into CommonJS beside our own sources, since Jest's
// module registry does not load ES modules without a flag that Node still calls experimental.
const esmPackages = [
	'agenda',
	'node-fetch',
	'data-uri-to-buffer',
	'fetch-blob',
	'formdata-polyfill',
	'better-sse',
	'@wordpress/interactivity',
	'@wordpress/theme',
	'@preact',
	'preact',
	'uuid',
	'marked',
	'temporal-polyfill',
	'temporal-utils',
];

const swcOptions = {
	jsc: {
		parser: { syntax: 'typescript', tsx: true },
		target: 'es2022',
		transform: { react: { runtime: 'automatic' } },
	},
	module: { type: 'commonjs' },
};

const common = {
	transform: { '^.+\\.(ts|tsx|js|mjs)$': [ '@swc/jest', swcOptions ] },
	transformIgnorePatterns: [
		`/node_modules/(?!(.+/node_modules/)?(${ esmPackages.join( '|' ) })/)`,
	],
	moduleNameMapper: {
		'^(\\.{1,2}/.*)\\.js$': '$1',
		'^@rappel/contract$': '<rootDir>/../contract/src/index.ts',
	},
};

const node = ( name ) => ( {
	...common,
	displayName: name,
	rootDir: name,
	testEnvironment: 'node',
	testMatch: [ '<rootDir>/**/*.test.ts' ],
	testPathIgnorePatterns: [ '/node_modules/', '/dist/', '<rootDir>/e2e/' ],
} );

const browser = ( name ) => ( {
	...common,
	displayName: name,
	rootDir: name,
	testEnvironment: 'jsdom',
	testMatch: [ '<rootDir>/**/*.test.ts', '<rootDir>/**/*.test.tsx' ],
	testPathIgnorePatterns: [ '/node_modules/', '/build/' ],
	transform: {
		'/@wordpress/interactivity/.+\\.mjs$': [
			'<rootDir>/../blocks/testing/interactivity-transform.mjs',
			swcOptions,
		],
		...common.transform,
	},
	moduleNameMapper: {
		...common.moduleNameMapper,
		// It has no entry for `require`, which is what Jest turns every import into.
		'^@wordpress/interactivity$':
			'<rootDir>/../node_modules/@wordpress/interactivity/build-module/index.mjs',
	},
} );

export default {
	// Agenda leaves a timer of half a lock's life behind each job it ran, which would keep Jest for half a minute.
	forceExit: true,
	// Jest's own choice, one fewer than there are cores, leaves one of two idle; most tests wait for a database now and then.
	maxWorkers: Math.max( 2, availableParallelism() - 1 ),
	// A busy machine with two cores opens a database in seconds.
	testTimeout: 120_000,
	projects: [
		node( 'contract' ),
		{
			...node( 'service' ),
			// A private MariaDB for the stores and jobs, when one is installed.
			globalSetup: '<rootDir>/src/persistence/testing/mariadb-server.ts',
			globalTeardown:
				'<rootDir>/src/persistence/testing/jest-global-teardown.ts',
		},
		node( 'phone-lab' ),
		browser( 'blocks' ),
		browser( 'plugin' ),
	],
};
