import {
	cp,
	mkdir,
	readFile,
	rename,
	rm,
	stat,
	writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { inPackage } from './paths.js';

/** 6.7-alpha: the newest core that npm carries. Its zip has PHP; its `public` folder has the scripts, styles and pictures. */
const coreBuild = 'wp-nightly';

/**
 * Lays WordPress's core and the SQLite drop-in into `directory`, from npm packages only, once: a folder that has them is
 * left as it is. The core is laid beside and renamed at the end, so that an interrupted run leaves no half of it.
 */
export async function layCore( directory: string ): Promise< void > {
	if ( await exists( join( directory, 'wp-load.php' ) ) ) {
		return;
	}
	const beside = `${ directory }.new`;
	await rm( beside, { recursive: true, force: true } );
	await unzip(
		inPackage(
			'@wp-playground/wordpress-builds',
			'src',
			'wordpress',
			`${ coreBuild }.zip`
		),
		beside
	);
	await cp(
		inPackage( '@wp-playground/wordpress-builds', 'public', coreBuild ),
		beside,
		{ recursive: true }
	);
	// Both carry a ready database of their own; ours is made by the installer.
	await rm( join( beside, 'wp-content', 'database' ), {
		recursive: true,
		force: true,
	} );
	await laySqliteDropIn( beside );
	await mkdir( dirname( directory ), { recursive: true } );
	await rm( directory, { recursive: true, force: true } );
	await rename( beside, directory );
}

async function laySqliteDropIn( directory: string ): Promise< void > {
	const dropIn = join(
		directory,
		'wp-content',
		'sqlite-database-integration'
	);
	await unzip(
		inPackage( '@wp-playground/cli', 'sqlite-database-integration.zip' ),
		dropIn,
		/^[^/]+\//
	);
	const template = await readFile( join( dropIn, 'db.copy' ), 'utf8' );
	await writeFile(
		join( directory, 'wp-content', 'db.php' ),
		template
			.replace(
				"'{SQLITE_IMPLEMENTATION_FOLDER_PATH}'",
				"__DIR__ . '/sqlite-database-integration'"
			)
			.replace(
				'{SQLITE_PLUGIN}',
				'sqlite-database-integration/load.php'
			)
	);
}

/** Unpacks an archive; what `prefix` matches at the start of each name is left away. */
async function unzip(
	archive: string,
	directory: string,
	prefix: RegExp | string = ''
): Promise< void > {
	const files = Object.entries( unzipSync( await readFile( archive ) ) )
		.filter( ( [ name ] ) => ! name.endsWith( '/' ) )
		.map(
			( [ name, content ] ) =>
				[ name.replace( prefix, '' ), content ] as const
		);
	const folders = new Set(
		files.map( ( [ name ] ) => dirname( join( directory, name ) ) )
	);
	await Promise.all(
		[ ...folders ].map( ( folder ) => mkdir( folder, { recursive: true } ) )
	);
	for ( const [ name, content ] of files ) {
		await writeFile( join( directory, name ), content );
	}
}

async function exists( path: string ): Promise< boolean > {
	return stat( path ).then(
		() => true,
		() => false
	);
}
