/**
 * Runs PHPUnit inside a real WordPress, laid anew for each run:
 *
 *     npx tsx test/wordpress/run.ts [any option of phpunit, such as --filter Outbox]
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../../scripts/wordpress/paths.js';
import { freePorts } from '../support/free-ports.js';
import { run } from './run-command.js';

const composers = join( repository, 'vendor/bin/phpunit' );

const directory = await mkdtemp( join( tmpdir(), 'rappel-phpunit-' ) );
try {
	const [ port ] = await freePorts( 1 );
	const prepared = await run( 'npx', [
		'tsx',
		'scripts/wordpress/prepare.ts',
		'--dir',
		directory,
		'--url',
		`http://127.0.0.1:${ port }`,
	] );
	process.exitCode =
		prepared ||
		( await run(
			existsSync( composers ) ? composers : 'phpunit',
			process.argv.slice( 2 ),
			{
				RAPPEL_TEST_WORDPRESS: directory,
			}
		) );
} finally {
	await rm( directory, { recursive: true, force: true } );
}
