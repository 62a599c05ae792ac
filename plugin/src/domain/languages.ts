import type { Language } from '@rappel/contract';

const languages: Language[] = [ 'fr', 'en', 'es', 'de', 'it' ];

/** All of them, these first. */
export const languagesFrom = ( first: readonly Language[] ): Language[] => [
	...new Set( [ ...first, ...languages ] ),
];

/** In which language a text is, by its path: "form.introduction.fr" → "fr". */
export const languageAt = ( path: string ): Language | undefined =>
	languages.find( ( language ) => path.split( '.' ).includes( language ) );

/** Those that are spoken on the phone, for a choice, named in the reader's language. */
export function languageOptions(
	locale: string
): { value: Language; label: string }[] {
	const names = new Intl.DisplayNames( [ locale ], { type: 'language' } );
	return languages.map( ( value ) => {
		const name = names.of( value ) ?? value;
		return {
			value,
			label:
				name.charAt( 0 ).toLocaleUpperCase( locale ) + name.slice( 1 ),
		};
	} );
}

/** The language of ours that is nearest to the reader's: "de-AT" → "de"; English where we do not speak it. */
export const languageOf = ( locale: string ): Language =>
	languages.find( ( language ) => locale.startsWith( language ) ) ?? 'en';
