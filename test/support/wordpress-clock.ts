import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../../scripts/wordpress/paths.js';
import type { SharedClock } from './shared-clock.js';

/**
 * Lets the plugin go by a shared clock; WordPress itself keeps the machine's, by which browsers hold cookies. PHP looks for a function
 * in the namespace of its caller first, so each namespace of the plugin gets a `time()` and a `microtime()` of its own.
 * https://www.php.net/manual/en/language.namespaces.fallback.php
 *
 * @param directory Where WordPress lives.
 * @param clock     As long as its file is there.
 */
export async function followClock(
	directory: string,
	clock: SharedClock
): Promise< void > {
	const functions = ( await namespacesOfPlugin() ).map(
		( name ) => `namespace ${ name } {
	function microtime( bool $as_float = false ): float { return \\rappel_shared_time(); }
	function time(): int { return (int) \\rappel_shared_time(); }
}`
	);
	await writeFile(
		join(
			directory,
			'wp-content',
			'mu-plugins',
			'rappel-shared-clock.php'
		),
		`<?php
namespace {
	function rappel_shared_time(): float {
		return microtime( true ) + unpack( 'e', file_get_contents( '${ clock.path }' ) )[1] / 1000;
	}
}
${ functions.join( '\n' ) }
`
	);
}

async function namespacesOfPlugin(): Promise< string[] > {
	const includes = join( repository, 'plugin', 'includes' );
	const files = await readdir( includes, { recursive: true } );
	const found = await Promise.all(
		files
			.filter( ( file ) => file.endsWith( '.php' ) )
			.map( async ( file ) => {
				const code = await readFile( join( includes, file ), 'utf8' );
				return /^namespace (Rappel[\w\\]*);/m.exec( code )?.[ 1 ];
			} )
	);
	return [ ...new Set( found ) ].filter( ( name ) => name !== undefined );
}
