import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { say, step } from './progress.mjs';

/**
 * What tests need from the system, how it is noticed, and what cannot be tested without it.
 *
 * @type {{ packages: string[], isThere: () => boolean, without: string }[]}
 */
const needs = [
	{
		packages: [ 'mariadb-server' ],
		isThere: () => has( 'mariadbd', '--version' ),
		without:
			'the stores and jobs are tested on SQLite only, not on MariaDB',
	},
	{
		packages: [ 'chromium' ],
		isThere: () =>
			existsSync( process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' ),
		without: 'nothing is tested in a browser',
	},
	{
		packages: [
			'php-cli',
			'php-sqlite3',
			'php-curl',
			'php-mbstring',
			'php-xml',
			'php-intl',
		],
		isThere: () =>
			phpHas( 'pdo_sqlite', 'curl', 'mbstring', 'dom', 'intl' ),
		without: 'the plugin is not tested in WordPress',
	},
	{
		packages: [ 'composer' ],
		isThere: () => has( 'composer', '--version' ),
		without: 'PHP is neither analysed nor linted',
	},
	{
		packages: [ 'phpunit' ],
		isThere: () => has( 'phpunit', '--version' ),
		without: 'PHPUnit’s tests are not run',
	},
];

/**
 * Installs what is missing where it may (Debian, as root); elsewhere says in a line each what is skipped and how to get it.
 *
 * @return {Promise<Set<string>>} The first package of each need that is still missing.
 */
export async function installSystemPackages() {
	const missing = needs.filter( ( need ) => ! need.isThere() );
	if (
		missing.length > 0 &&
		existsSync( '/etc/debian_version' ) &&
		process.getuid?.() === 0
	) {
		const packages = missing.flatMap( ( need ) => need.packages );
		const env = { DEBIAN_FRONTEND: 'noninteractive' };
		await step( `System packages: ${ packages.join( ', ' ) }`, async () => {
			await run( 'apt-get', [ 'update', '-qq' ], { env } );
			await run(
				'apt-get',
				[
					'install',
					'-y',
					'-qq',
					'--no-install-recommends',
					...packages,
				],
				{ env }
			);
		} );
	}
	const absent = needs.filter( ( need ) => ! need.isThere() );
	for ( const { packages, without } of absent ) {
		say(
			`  ! ${ packages.join( ', ' ) } missing, so ${ without }. On Debian: sudo apt-get install ${ packages.join( ' ' ) }`
		);
	}
	return new Set( absent.map( ( need ) => need.packages[ 0 ] ?? '' ) );
}

/** @param {string[]} command */
function has( ...command ) {
	const [ name = '', ...args ] = command;
	return spawnSync( name, args, { stdio: 'ignore' } ).status === 0;
}

/** @param {string[]} extensions */
function phpHas( ...extensions ) {
	const { status, stdout } = spawnSync( 'php', [ '-m' ], {
		encoding: 'utf8',
	} );
	const loaded = new Set( ( stdout ?? '' ).toLowerCase().split( '\n' ) );
	return (
		status === 0 &&
		extensions.every( ( extension ) => loaded.has( extension ) )
	);
}
