import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { repository } from './paths.mjs';
import { step } from './progress.mjs';
import { run } from './run.mjs';

const stamp = join( repository, 'node_modules', '.rappel-installed' );

/** SQLite's driver as Node loads it. */
export const sqliteBinary = join(
	repository,
	'node_modules',
	'sqlite3',
	'build',
	'Release',
	'node_sqlite3.node'
);

/**
 * Installs the packages of the lock file, once per lock file. Install scripts are not run (most fetch binaries that the
 * packages carry already); the one that is needed, SQLite's driver, is `compileSqlite`, so that it can go on beside the builds.
 */
export async function installPackages() {
	const lock = createHash( 'sha256' )
		.update( await readFile( join( repository, 'package-lock.json' ) ) )
		.digest( 'hex' );
	if ( ( await readFile( stamp, 'utf8' ).catch( () => '' ) ) === lock ) {
		return;
	}
	await step( 'Packages (the first time this takes a few minutes)', () =>
		run(
			'npm',
			[
				'ci',
				'--ignore-scripts',
				'--no-audit',
				'--no-fund',
				'--prefer-offline',
			],
			{
				cwd: repository,
				hint: 'Check that this machine reaches the npm registry (npm ping), then run the command again.',
			}
		)
	);
	await writeFile( stamp, lock );
}

/** Compiles SQLite's driver (1–2 minutes) or takes the one an earlier clone compiled for the same Node. */
export async function compileSqlite() {
	if ( existsSync( sqliteBinary ) ) {
		return;
	}
	const kept = await keptSqliteBinary();
	if ( await isFile( kept ) ) {
		await mkdir( dirname( sqliteBinary ), { recursive: true } );
		await copyFile( kept, sqliteBinary );
		return;
	}
	await run( 'npm', [ 'rebuild', 'sqlite3' ], {
		cwd: repository,
		// As SQLite itself is built; the driver's own -O3 takes twice as long to compile. The last one given counts.
		env: { CFLAGS: '-O2', CXXFLAGS: '-O2' },
		hint: 'SQLite’s driver could not be compiled. On Debian or Ubuntu: sudo apt-get install build-essential python3',
	} );
	await mkdir( dirname( kept ), { recursive: true } );
	await copyFile( sqliteBinary, kept );
}

async function keptSqliteBinary() {
	const { version } = JSON.parse(
		await readFile(
			join( repository, 'node_modules', 'sqlite3', 'package.json' ),
			'utf8'
		)
	);
	const cache = process.env.XDG_CACHE_HOME || join( homedir(), '.cache' );
	return join(
		cache,
		'rappel',
		`sqlite3-${ version }-node-${ process.versions.modules }-${ process.platform }-${ process.arch }.node`
	);
}

/** @param {string} path */
async function isFile( path ) {
	return stat( path ).then(
		( found ) => found.isFile(),
		() => false
	);
}
