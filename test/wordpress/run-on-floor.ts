/**
 * Runs the same PHPUnit tests on the oldest PHP that the plugin says it needs, which WordPress Playground brings along as
 * WebAssembly:
 *
 *     npx tsx test/wordpress/run-on-floor.ts [any option of phpunit]
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodeFsMountHandler, loadNodeRuntime } from '@php-wasm/node';
import { PHP, type SupportedPHPVersion } from '@php-wasm/universal';
import { createSpawnHandler } from '@php-wasm/util';
import { repository } from '../../scripts/wordpress/paths.js';
import { freePorts } from '../support/free-ports.js';
import { run } from './run-command.js';

const header = await readFile(
	join( repository, 'plugin/rappel.php' ),
	'utf8'
);
const floor = /Requires PHP:\s*(\S+)/.exec(
	header
)?.[ 1 ] as SupportedPHPVersion;

const directory = await mkdtemp( join( tmpdir(), 'rappel-phpunit-' ) );
try {
	const [ port ] = await freePorts( 1 );
	await run( 'npx', [
		'tsx',
		'scripts/wordpress/prepare.ts',
		'--dir',
		directory,
		'--url',
		`http://127.0.0.1:${ port }`,
	] );
	const php = new PHP(
		await loadNodeRuntime( floor, {
			emscriptenOptions: { processId: process.pid },
		} )
	);
	for ( const folder of [ repository, directory ] ) {
		php.mkdir( folder );
		await php.mount( folder, createNodeFsMountHandler( folder ) );
	}
	// PHPUnit asks stty for the terminal's width; there is no other process in there.
	php.setSpawnHandler(
		createSpawnHandler( ( _command, processApi ) => {
			processApi.notifySpawn();
			processApi.exit( 1 );
		} )
	);
	php.chdir( repository );
	// The one test that is left out opens a server's socket, which WebAssembly has not.
	const answer = await php.cli(
		[
			'php',
			'vendor/bin/phpunit',
			'--colors=never',
			'--columns=80',
			'--filter',
			'/^((?!hanging).)*$/',
			...process.argv.slice( 2 ),
		],
		{ env: { RAPPEL_TEST_WORDPRESS: directory } }
	);
	const print = ( chunk: Uint8Array ) => void process.stdout.write( chunk );
	await Promise.all( [
		answer.stdout.pipeTo( new WritableStream( { write: print } ) ),
		answer.stderr.pipeTo( new WritableStream( { write: print } ) ),
	] );
	process.exitCode = await answer.exitCode;
} finally {
	await rm( directory, { recursive: true, force: true } );
}
process.exit();
