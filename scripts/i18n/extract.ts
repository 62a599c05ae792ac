// Writes plugin/languages/rappel.pot from the sources and brings every .po up to date with it.
//   npx tsx scripts/i18n/extract.ts            writes
//   npx tsx scripts/i18n/extract.ts --check    writes nothing; ends with 1 when a file is stale or a translation is missing
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { po, type Catalogue, type Translation } from 'gettext-parser';
import { createTemplate, merge, misplaced, untranslated } from './catalogue.js';
import { languages, readMessages } from './sources.js';

const isCheck = process.argv.includes( '--check' );
const complaints: string[] = [];
const template = createTemplate( await readMessages() );

await put( 'rappel.pot', template );
for ( const name of await readdir( languages ) ) {
	if ( name.endsWith( '.po' ) ) {
		const translated = po.parse(
			await readFile( join( languages, name ) )
		);
		const merged = merge( template, translated );
		await put( name, merged );
		complain( name, 'is not translated or fuzzy', untranslated( merged ) );
		complain( name, 'has other placeholders', misplaced( merged ) );
	}
}

for ( const complaint of complaints ) {
	process.stderr.write( `${ complaint }\n` );
}
if ( isCheck && complaints.length ) {
	process.exitCode = 1;
} else if ( isCheck ) {
	process.stdout.write( 'Translations are complete and up to date.\n' );
}

async function put( name: string, catalogue: Catalogue ): Promise< void > {
	const path = join( languages, name );
	const text = `${ po
		.compile( catalogue, { foldLength: 0 } )
		.toString()
		.trimEnd() }\n`;
	if ( ! isCheck ) {
		await writeFile( path, text );
	} else if (
		text !== ( await readFile( path, 'utf8' ).catch( () => '' ) )
	) {
		complaints.push(
			`plugin/languages/${ name } is stale: run npx tsx scripts/i18n/extract.ts`
		);
	}
}

function complain( name: string, what: string, entries: Translation[] ): void {
	complaints.push(
		...entries.map(
			( { msgid } ) => `${ name }: ${ JSON.stringify( msgid ) } ${ what }`
		)
	);
}
