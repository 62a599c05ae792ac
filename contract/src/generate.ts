/**
 * Writes what other languages read of the contract. `npx tsx contract/src/generate.ts` writes; with `--check` it only compares, and
 * fails when a file is not what it would write.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './generation/generated-files.js';

const repository = path.join(
	path.dirname( fileURLToPath( import.meta.url ) ),
	'..',
	'..'
);

function contentOf( file: string ): string | null {
	try {
		return readFileSync( file, 'utf8' );
	} catch {
		return null;
	}
}

const stale = generatedFiles().filter(
	( { file, content } ) =>
		contentOf( path.join( repository, file ) ) !== content
);

if ( process.argv.includes( '--check' ) ) {
	if ( stale.length > 0 ) {
		process.stderr.write(
			`The contract has changed since these files were generated: ${ stale.map( ( { file } ) => file ).join( ', ' ) }. Run: npx tsx contract/src/generate.ts\n`
		);
		process.exitCode = 1;
	}
} else {
	for ( const { file, content } of stale ) {
		const target = path.join( repository, file );
		mkdirSync( path.dirname( target ), { recursive: true } );
		writeFileSync( target, content );
		process.stdout.write( `${ file }\n` );
	}
}
