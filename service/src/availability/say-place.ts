import type { Language } from '@rappel/contract';
import { findZone } from './domain/zone.js';
import names from './place-names.json' with { type: 'json' };

const placeNames: Record<
	Language,
	Partial< Record< string, string > >
> = names;

/** Zones that are no place ("Etc/GMT+5", "UTC", "+02:00") have other beginnings. */
const regions =
	/^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//;

/**
 * The place after which a zone is named, as a language calls it: "Londres" for Europe/London in French.
 *
 * @return Null for an offset, and for a zone that is no place.
 */
export function placeName( zone: string, language: Language ): string | null {
	const known = placeNames[ language ];
	// CLDR names places by ICU's names of zones.
	const current = findZone( zone )?.name ?? zone;
	const place = regions.test( zone ) ? zone : current;
	return (
		known[ zone ] ??
		known[ current ] ??
		( regions.test( place )
			? ( place.split( '/' ).at( -1 ) ?? '' ).replaceAll( '_', ' ' )
			: null )
	);
}

/** As it stands after "the time": "de Paris", "d’Amsterdam", "du Caire"; bare where the language puts nothing before it. */
export function ofPlace( zone: string, language: Language ): string | null {
	const place = placeName( zone, language );
	return place && ( before[ language ]?.( place ) ?? place );
}

const before: Partial< Record< Language, ( place: string ) => string > > = {
	fr: ( place ) =>
		contracted( place, [
			[ /^Le /, 'du ' ],
			[ /^Les /, 'des ' ],
			[
				/^(?=Îles |Açores|Bermudes|Caïmans|Comores|Fidji|Marquises|Palaos)/,
				'des ',
			],
			[ /^(?=Île )/, 'de l’' ],
			[ /^(?=[AEIOUÀÂÄÉÈÊËÎÏÔÖÙÛÜ]|Helsinki|Honolulu)/, 'd’' ],
			[ /^/, 'de ' ],
		] ),
	es: ( place ) => `de ${ place }`,
	it: ( place ) =>
		contracted( place, [
			[ /^Il /, 'del ' ],
			[ /^La /, 'della ' ],
			[ /^L’/, 'dell’' ],
			[ /^(?=Isole )/, 'delle ' ],
			[ /^(?=Isola )/, 'dell’' ],
			[ /^/, 'di ' ],
		] ),
};

function contracted(
	place: string,
	forms: readonly ( readonly [ RegExp, string ] )[]
): string {
	const form = forms.find( ( [ start ] ) => start.test( place ) );
	return form ? place.replace( ...form ) : place;
}
