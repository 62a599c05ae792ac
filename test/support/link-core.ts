import { rmSync } from 'node:fs';
import { copyFile, link, mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layCore } from '../../scripts/wordpress/lay-core.js';

/** What WordPress and its installer write into: each site has a file of its own there. */
const ownFolders = [ '', 'wp-content' ];

let original: Promise< string > | undefined;

/**
 * Lays WordPress's core into a folder, most of it as links to one copy, which this process unpacks when the first is asked for and
 * takes away at its end.
 */
export async function linkCore( directory: string ): Promise< void > {
	original ??= unpacked();
	await linkFolder( await original, directory );
}

async function unpacked(): Promise< string > {
	const folder = await mkdtemp( join( tmpdir(), 'rappel-core-' ) );
	process.once( 'exit', () =>
		rmSync( folder, { recursive: true, force: true } )
	);
	const core = join( folder, 'wordpress' );
	await layCore( core );
	return core;
}

async function linkFolder(
	core: string,
	site: string,
	folder = ''
): Promise< void > {
	await mkdir( join( site, folder ), { recursive: true } );
	const lay = ownFolders.includes( folder ) ? copyFile : link;
	const entries = await readdir( join( core, folder ), {
		withFileTypes: true,
	} );
	await Promise.all(
		entries.map( ( entry ) => {
			const path = join( folder, entry.name );
			return entry.isDirectory()
				? linkFolder( core, site, path )
				: lay( join( core, path ), join( site, path ) );
		} )
	);
}
