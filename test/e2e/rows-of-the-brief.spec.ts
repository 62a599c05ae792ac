import { readdir, readFile } from 'node:fs/promises';
import {
	everySetting,
	otherRounds,
	siteIn,
} from '../support/channel-settings/index.js';
import { expect, test } from '../support/e2e.js';

/** S01 to S31. */
const rows = Array.from(
	{ length: 31 },
	( _none, index ) => `S${ String( index + 1 ).padStart( 2, '0' ) }`
);

/** Rows that are about no field of the channel editor, and where they are seen. */
const elsewhere: Record< string, string > = {
	S13: 'who-may-ask',
	S15: 'presence',
	S16: 'heard-while-joining',
	S17: 'end-of-period',
	S18: 'end-of-period',
};

test( 'each row of the brief has a field in the table of settings, or another test in a browser [S01, S31]', async () => {
	const site = siteIn( 'en' );
	const set = [ everySetting( site ), ...otherRounds( site ) ].flatMap(
		( round ) =>
			Object.values( round )
				.flat()
				.map( ( { row } ) => row )
	);
	expect(
		rows.filter( ( row ) => ! set.includes( row ) ),
		'without a field'
	).toEqual( Object.keys( elsewhere ) );

	for ( const [ row, spec ] of Object.entries( elsewhere ) ) {
		expect(
			( await titlesOf( `${ spec }.spec.ts` ) ).join( '\n' )
		).toContain( row );
	}
} );

test( 'no row of the brief is without a test in a browser [S01, S31]', async () => {
	const specs = ( await readdir( folder ) ).filter( ( name ) =>
		name.endsWith( '.spec.ts' )
	);
	const titles = ( await Promise.all( specs.map( titlesOf ) ) ).flat();
	expect(
		rows.filter(
			( row ) => ! titles.some( ( title ) => title.includes( row ) )
		)
	).toEqual( [] );
} );

const folder = new URL( '.', import.meta.url );

async function titlesOf( spec: string ): Promise< string[] > {
	const source = await readFile( new URL( spec, folder ), 'utf8' );
	return source.match( /^\s*test\( [`'].*$/gm ) ?? [];
}
