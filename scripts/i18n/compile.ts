// Makes what WordPress reads from every plugin/languages/*.po: .mo, .l10n.php (WordPress 6.5 and later read it first, and
// faster) and one .json per script.
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mo, po, type Catalogue, type Translation } from 'gettext-parser';
import { entriesOf } from './catalogue.js';
import { textDomain } from './message.js';
import { languages } from './sources.js';

/** Built scripts, by their path in the plugin, and where their sources lie. */
const scripts = {
	'build/admin/index.js': [ 'plugin/src/' ],
	// On every page of whoever takes callbacks: only what it says.
	'build/admin-bar/index.js': [
		'plugin/src/admin-bar/',
		'plugin/src/presence/',
		'plugin/src/domain/presence-sentences.ts',
		'plugin/src/domain/presence-words.ts',
	],
	'build/profile/index.js': [
		'plugin/src/profile/',
		'plugin/src/api/problem.ts',
	],
	'build/blocks/callback/index.js': [ 'blocks/callback/' ],
};

for ( const name of await readdir( languages ) ) {
	if ( /\.(mo|json|l10n\.php)$/.test( name ) ) {
		await rm( join( languages, name ) );
	}
}
for ( const name of await readdir( languages ) ) {
	const locale = /^rappel-(\w+)\.po$/.exec( name )?.[ 1 ];
	if ( locale ) {
		const catalogue = po.parse( await readFile( join( languages, name ) ) );
		await compile( locale, catalogue );
	}
}

async function compile(
	locale: string,
	catalogue: Catalogue
): Promise< void > {
	const base = join( languages, `${ textDomain }-${ locale }` );
	await writeFile( `${ base }.mo`, mo.compile( catalogue ) );
	await writeFile( `${ base }.l10n.php`, phpFile( locale, catalogue ) );
	for ( const [ script, sources ] of Object.entries( scripts ) ) {
		// WordPress names a script's file by the digest of its path (load_script_textdomain).
		const digest = createHash( 'md5' ).update( script ).digest( 'hex' );
		const entries = entriesOf( catalogue ).filter( ( { comments } ) =>
			comments?.reference
				?.split( '\n' )
				.some(
					( file ) =>
						sources.some( ( source ) =>
							file.startsWith( source )
						) && /\.tsx?$/.test( file )
				)
		);
		await writeFile(
			`${ base }-${ digest }.json`,
			jsonFile( locale, catalogue, entries )
		);
	}
}

function pluralForms( { headers }: Catalogue ): string {
	return headers[ 'Plural-Forms' ] ?? 'nplurals=2; plural=(n != 1);';
}

/** Context and text are joined by EOT, as in a .mo. */
function keyOf( { msgctxt, msgid }: Translation ): string {
	return msgctxt ? `${ msgctxt }\u0004${ msgid }` : msgid;
}

function jsonFile(
	locale: string,
	catalogue: Catalogue,
	entries: Translation[]
): string {
	return JSON.stringify( {
		domain: 'messages',
		locale_data: {
			messages: {
				'': {
					domain: 'messages',
					lang: locale,
					'plural-forms': pluralForms( catalogue ),
				},
				...Object.fromEntries(
					entries.map( ( entry ) => [ keyOf( entry ), entry.msgstr ] )
				),
			},
		},
	} );
}

function phpFile( locale: string, catalogue: Catalogue ): string {
	const text = ( value: string ) =>
		value
			// Control characters cannot stand between single quotes.
			.split( /([\0\u0004\n])/ )
			.map( ( part ) =>
				/[\0\u0004\n]/.test( part )
					? { '\0': '"\\0"', '\u0004': '"\\4"', '\n': '"\\n"' }[
							part
						]
					: `'${ part.replace( /[\\']/g, '\\$&' ) }'`
			)
			.filter( ( part, index ) => index % 2 || part !== "''" )
			.join( '.' ) || "''";
	const lines = entriesOf( catalogue ).map(
		( entry ) =>
			`\t\t${ text( keyOf( entry ) ) }=>${ text( entry.msgstr.join( '\0' ) ) },\n`
	);
	return (
		`<?php\nreturn [\n\t'domain'=>'${ textDomain }',\n\t'language'=>'${ locale }',\n` +
		`\t'plural-forms'=>${ text( pluralForms( catalogue ) ) },\n\t'messages'=>[\n${ lines.join( '' ) }\t],\n];\n`
	);
}
