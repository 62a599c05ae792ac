import type { Language, SpokenTextKey } from '@rappel/contract';
import { text } from './texts.js';

/** What a sentence may name; null: not known. `waited` by {@link waitedText}, `note` by {@link typedText}. */
export type SpokenValues = Partial<
	Record< 'channel' | 'page' | 'waited' | 'name' | 'note', string | null >
>;

/**
 * A sentence of a call: the owner's own words, else Rappel's. `{…}` is filled in; a sentence whose value is not known is left out
 * whole, so that nobody hears half of one.
 */
export function spokenText(
	key: SpokenTextKey,
	language: Language,
	{
		own,
		values = {},
	}: { own?: string | undefined; values?: SpokenValues } = {}
): string {
	// Nothing left of the owner's words is nothing to say.
	return (
		( own && filled( own, values ) ) ||
		filled( defaultText( key, language ), values )
	);
}

/** Rappel's sentence with its `{…}`, as the editor shows it. */
export function defaultText( key: SpokenTextKey, language: Language ): string {
	return text( `spoken.${ key }`, language );
}

/** How long somebody has waited, to be read aloud: "3 minutes", "40 secondes". */
export function waitedText( seconds: number, language: Language ): string {
	const inMinutes = seconds >= 60;
	return new Intl.NumberFormat( language, {
		style: 'unit',
		unit: inMinutes ? 'minute' : 'second',
		unitDisplay: 'long',
		maximumFractionDigits: 0,
	} ).format(
		inMinutes ? Math.round( seconds / 60 ) : Math.max( 1, seconds )
	);
}

/**
 * What somebody typed freely, within a sentence that is read aloud: on one line, and without a full stop of its own before
 * the sentence's. '' when nothing of it can be spoken.
 */
export function typedText( typed: string ): string {
	return typed
		.replaceAll( /[\s\p{Cc}]+/gu, ' ' )
		.trim()
		.replace( /[\s.]+$/u, '' );
}

function filled( words: string, values: SpokenValues ): string {
	const known = new Map( Object.entries( values ) );
	return sentencesOf( words )
		.filter( ( sentence ) =>
			placeholdersOf( sentence ).every( ( name ) => known.get( name ) )
		)
		.map( ( sentence ) =>
			sentence.replaceAll(
				/\{(\w+)\}/g,
				( _placeholder, name: string ) => known.get( name ) ?? ''
			)
		)
		.join( ' ' );
}

function sentencesOf( words: string ): string[] {
	return words.split( /(?<=[.!?…])\s+/u );
}

function placeholdersOf( sentence: string ): string[] {
	return [ ...sentence.matchAll( /\{(\w+)\}/g ) ].map(
		( [ , name = '' ] ) => name
	);
}
