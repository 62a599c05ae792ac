import { rmSync } from 'node:fs';
import { link, mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layCore } from '../../scripts/wordpress/lay-core.js';

let original: Promise< string > | undefined;

/**
 * Lays WordPress's core into a folder as links to one copy, which this process unpacks when the first is asked for and takes away at its
 * end. Nothing writes into a file of the core: what a site has of its own lies beside.
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

async function linkFolder( from: string, to: string ): Promise< void > {
	await mkdir( to, { recursive: true } );
	const entries = await readdir( from, { withFileTypes: true } );
	await Promise.all(
		entries.map( ( entry ) => {
			const [ there, here ] = [
				join( from, entry.name ),
				join( to, entry.name ),
			];
			return entry.isDirectory()
				? linkFolder( there, here )
				: link( there, here );
		} )
	);
}
