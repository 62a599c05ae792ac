import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './paths.mjs';
import { step } from './progress.mjs';
import { run } from './run.mjs';

/**
 * @typedef {Object} Build
 * @property {string}   title   What people read.
 * @property {string[]} command Run in the root of the checkout.
 * @property {string[]} sources Folders and files whose content decides whether it is run again.
 * @property {string[]} results Files that must be there for it not to be run again.
 */

/** @type {Build} */
const serviceBuild = {
	title: 'Service and phone lab',
	command: [ 'npx', 'tsc', '-b', 'contract', 'service', 'phone-lab' ],
	sources: [ 'contract', 'service', 'phone-lab', 'tsconfig.json' ],
	results: [
		'contract/dist/index.js',
		'service/dist/main.js',
		'phone-lab/dist/main.js',
	],
};

/** @type {Build[]} */
const builds = [
	serviceBuild,
	{
		title: 'Block',
		command: [ 'npm', 'run', 'build', '-w', '@rappel/blocks' ],
		sources: [ 'blocks', 'contract/src' ],
		results: [ 'plugin/build/blocks/callback/block.json' ],
	},
	{
		title: 'Screens of wp-admin',
		command: [ 'npm', 'run', 'build', '-w', '@rappel/plugin' ],
		sources: [ 'plugin/src', 'plugin/package.json', 'contract/src' ],
		results: [
			'plugin/build/admin/index.asset.php',
			'plugin/build/admin-bar/index.asset.php',
			'plugin/build/profile/index.asset.php',
		],
	},
	{
		title: 'Translations',
		command: [ 'npx', 'tsx', 'scripts/i18n/compile.ts' ],
		sources: [ 'plugin/languages', 'scripts/i18n' ],
		results: [ 'plugin/languages/rappel-fr_FR.l10n.php' ],
	},
];

const builtFolders = new Set( [
	'node_modules',
	'dist',
	'build',
	'generated',
] );

/** Builds what changed since its last build. */
export async function buildAll() {
	for ( const build of builds ) {
		await buildUnlessThere( build );
	}
}

/** The same, of the service alone. */
export async function buildService() {
	await buildUnlessThere( serviceBuild );
}

/** @param {Build} build */
async function buildUnlessThere( build ) {
	const stamp = join(
		repository,
		'node_modules',
		`.rappel-built-${ build.title.replaceAll( ' ', '-' ) }`
	);
	const now = await fingerprint( build );
	const before = await readFile( stamp, 'utf8' ).catch( () => '' );
	const isThere = build.results.every( ( result ) =>
		existsSync( join( repository, result ) )
	);
	if ( now === before && isThere ) {
		return;
	}
	const [ command = '', ...args ] = build.command;
	await step( build.title, () => run( command, args, { cwd: repository } ) );
	await writeFile( stamp, now );
}

/** @param {Build} build */
async function fingerprint( build ) {
	const hash = createHash( 'sha256' ).update(
		await readFile( join( repository, 'package-lock.json' ) )
	);
	for ( const source of build.sources ) {
		for ( const file of await filesUnder( source ) ) {
			hash.update( file ).update(
				await readFile( join( repository, file ) )
			);
		}
	}
	return hash.digest( 'hex' );
}

/**
 * @param {string} path A file or a folder, from the root of the checkout.
 * @return {Promise<string[]>} Source files, in a fixed order.
 */
async function filesUnder( path ) {
	const entries = await readdir( join( repository, path ), {
		withFileTypes: true,
	} ).catch( () => null );
	if ( entries === null ) {
		return existsSync( join( repository, path ) ) ? [ path ] : [];
	}
	const kept = entries.filter(
		( entry ) =>
			! builtFolders.has( entry.name ) &&
			! /\.mo$|\.l10n\.php$|^rappel-.*\.json$/.test( entry.name )
	);
	const lists = await Promise.all(
		kept
			.sort( ( a, b ) => ( a.name < b.name ? -1 : 1 ) )
			.map( ( entry ) =>
				entry.isDirectory()
					? filesUnder( `${ path }/${ entry.name }` )
					: [ `${ path }/${ entry.name }` ]
			)
	);
	return lists.flat();
}
