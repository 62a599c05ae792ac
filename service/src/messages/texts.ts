import { languages, type Language } from '@rappel/contract';
import i18next from 'i18next';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };
import type { TextKey } from './text-key.js';

export type { TextKey } from './text-key.js';

/** Every language has every key, or this does not compile. */
export const texts: Record< Language, Record< TextKey, string > > = {
	en,
	fr,
	es,
	de,
	it,
};

const translator = i18next.createInstance();
void translator.init( {
	initAsync: false,
	showSupportNotice: false,
	resources: Object.fromEntries(
		languages.map( ( language ) => [
			language,
			{ translation: texts[ language ] },
		] )
	),
	fallbackLng: 'en',
	keySeparator: false,
	nsSeparator: false,
	pluralSeparator: '|',
	contextSeparator: '|',
	// Whoever writes a sentence into TwiML, JSON or a page escapes it there.
	interpolation: { escapeValue: false },
} );

/** A sentence in a language. `values` fill its {{placeholders}}: not escaped, and never read as a text or a placeholder. */
export function text(
	key: TextKey,
	language: Language,
	values: Record< string, string | number > = {}
): string {
	// i18next would go on filling inside of what it filled in.
	const plain = Object.entries( values ).map( ( [ name, value ] ) => [
		name,
		String( value ).replaceAll( /\{\{+/g, '{' ),
	] );
	return String(
		translator.t( key, {
			lng: language,
			nest: false,
			replace: Object.fromEntries( plain ),
		} )
	);
}
