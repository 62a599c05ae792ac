/** What a message may name. */
export const textMessagePlaces = [
	'date',
	'time',
	'datetime',
	'name',
	'company',
	'link',
] as const;
export type TextMessagePlace = ( typeof textMessagePlaces )[ number ];

/** Null: not known, so that nothing stands there. */
export type PlaceValues = Record< TextMessagePlace, string | null >;

const place = /\{(\w+)\}/g;

/** Marks where a value is missing until what stands around it is mended. Of Unicode's private use: it means nothing in a text. */
const gap = '\ue000';

/**
 * A text with its places filled in. What is filled in is never read as a place; a place that is not known stays as it stands. A
 * missing value leaves no double space and no comma of its own: "Bonjour {name}, à demain" becomes "Bonjour, à demain".
 */
export function filledText( text: string, values: PlaceValues ): string {
	return mended(
		text
			.replaceAll( gap, '' )
			.replaceAll( place, ( whole, name: string ) =>
				isPlace( name ) ? values[ name ]?.trim() || gap : whole
			)
	);
}

/** As they stand in the text, each once: "{datum}". */
export function unknownPlacesIn( text: string ): string[] {
	return [
		...new Set(
			[ ...text.matchAll( place ) ].flatMap( ( [ whole, name = '' ] ) =>
				isPlace( name ) ? [] : [ whole ]
			)
		),
	];
}

function isPlace( name: string ): name is TextMessagePlace {
	return textMessagePlaces.some( ( known ) => known === name );
}

function mended( text: string ): string {
	return (
		text
			// "Martin, {name}, à demain": one of the two commas goes with the name.
			.replaceAll(
				/,[ \u00a0\u202f]*\ue000[ \u00a0\u202f]*(?=[,;:.!?])/g,
				''
			)
			// "{name}, bonjour" and "Bonjour. {name}, à demain": nothing to set apart at the start of a sentence.
			.replaceAll(
				/(^|[\n.!?…][ \u00a0\u202f]*)\ue000[ \u00a0\u202f]*[,;:][ \u00a0\u202f]*/g,
				'$1'
			)
			.replaceAll( /(^|\n)\ue000[ \u00a0\u202f]*/g, '$1' )
			// "(chez {name})" keeps its words, "({name})" nothing.
			.replaceAll(
				/[ \u00a0\u202f]*\([ \u00a0\u202f]*\ue000[ \u00a0\u202f]*\)/g,
				''
			)
			// "Bonjour {name}, …": the space before goes, the one after stays.
			.replaceAll( /[ \u00a0\u202f]+\ue000/g, '' )
			.replaceAll( gap, '' )
			.trim()
	);
}
