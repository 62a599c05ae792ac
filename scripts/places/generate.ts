import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { languages } from '@rappel/contract';

/**
 * Writes `service/src/availability/place-names.json`: how each language calls the place after which a zone is named, where that is
 * not the zone's own last part ("Europe/Paris" is "Paris" in French). From Unicode's CLDR:
 *
 *     npm install --no-save cldr-dates-full && npx tsx scripts/places/generate.ts
 */
const require = createRequire( import.meta.url );

type Zones = { [ part: string ]: Zones | string };

function citiesOf( zones: Zones, path: string[] = [] ): [ string, string ][] {
	return Object.entries( zones ).flatMap( ( [ part, inner ] ) => {
		if ( part === 'exemplarCity' && typeof inner === 'string' ) {
			// German hyphenates Reykjavík softly.
			return [ [ path.join( '/' ), inner.replaceAll( '\u00ad', '' ) ] ];
		}
		return typeof inner === 'string'
			? []
			: citiesOf( inner, [ ...path, part ] );
	} );
}

function citiesIn( language: string ): [ string, string ][] {
	const file = require.resolve(
		`cldr-dates-full/main/${ language }/timeZoneNames.json`
	);
	const data = JSON.parse( readFileSync( file, 'utf8' ) ) as {
		main: Record<
			string,
			{ dates: { timeZoneNames: { zone: Zones } } } | undefined
		>;
	};
	const zones = data.main[ language ]?.dates.timeZoneNames.zone ?? {};
	return citiesOf( zones )
		.filter(
			( [ zone, city ] ) =>
				! zone.startsWith( 'Etc/' ) &&
				city !== zone.split( '/' ).at( -1 )?.replaceAll( '_', ' ' )
		)
		.sort( ( [ a ], [ b ] ) => ( a < b ? -1 : 1 ) );
}

const names = Object.fromEntries(
	languages.map( ( language ) => [
		language,
		Object.fromEntries( citiesIn( language ) ),
	] )
);
writeFileSync(
	new URL(
		'../../service/src/availability/place-names.json',
		import.meta.url
	),
	`${ JSON.stringify( names, null, '\t' ) }\n`
);
