import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { repository } from '../wordpress/paths.js';
import { extractBlock } from './extract-block.js';
import { extractPhp } from './extract-php.js';
import { extractScript } from './extract-script.js';
import type { Message } from './message.js';

export const languages = join( repository, 'plugin/languages' );

/** Folders and files with texts, and those within them that people never read. */
const roots = [ 'plugin', 'blocks/callback' ];
const ignored =
	/(^|\/)(node_modules|build|vendor|tests?|languages|generated)(\/|$)|\.test\.tsx?$/;

/** Every text of the plugin and its block, in a stable order. */
export async function readMessages(): Promise< Message[] > {
	const files: string[] = [];
	for ( const root of roots ) {
		const found = await readdir( join( repository, root ), {
			recursive: true,
			withFileTypes: true,
		} );
		files.push(
			...found
				.filter( ( entry ) => entry.isFile() )
				.map( ( entry ) =>
					relative( repository, join( entry.parentPath, entry.name ) )
				)
				.filter( ( file ) => ! ignored.test( file ) )
		);
	}
	const messages = await Promise.all( files.sort().map( extract ) );
	return messages.flat();
}

function extract( file: string ): Promise< Message[] > {
	const path = join( repository, file );
	if ( /\.php$/.test( file ) ) {
		return extractPhp( path, file );
	}
	if ( /\.tsx?$/.test( file ) && ! file.endsWith( '.d.ts' ) ) {
		return extractScript( path, file );
	}
	return file.endsWith( '/block.json' )
		? extractBlock( path, file )
		: Promise.resolve( [] );
}
