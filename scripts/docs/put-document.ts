import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes a generated page of docs/. With `--check` it writes nothing, and ends with 1 when the page is stale.
 *
 * @param name "call-states.md".
 * @param text Markdown.
 */
export async function putDocument(
	name: string,
	text: string
): Promise< void > {
	const path = join( import.meta.dirname, '../../docs', name );
	const page = `${ text.trim() }\n`;
	if ( ! process.argv.includes( '--check' ) ) {
		await writeFile( path, page );
		return;
	}
	const found = await readFile( path, 'utf8' ).catch( () => '' );
	if ( found === page ) {
		process.stdout.write( `docs/${ name } is up to date.\n` );
	} else {
		process.stderr.write(
			`docs/${ name } is stale: npm run docs:generate\n`
		);
		process.exitCode = 1;
	}
}

/** A table of Markdown; the cells may hold anything but line breaks. */
export function table(
	head: readonly string[],
	rows: readonly ( readonly string[] )[]
): string {
	const line = ( cells: readonly string[] ) =>
		`| ${ cells.map( ( cell ) => cell.replaceAll( '|', '\\|' ) ).join( ' | ' ) } |`;
	return [
		line( head ),
		line( head.map( () => '---' ) ),
		...rows.map( line ),
	].join( '\n' );
}
