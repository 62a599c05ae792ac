import type { Language } from '@rappel/contract';

/** A text of the owner's, by language; one that is absent is Rappel's own in that language. */
export type OwnTexts = Partial< Record< Language, string > >;

/** What is typed in one language; nothing typed is not there, so that an emptied field is as it was at first. */
export function withText(
	texts: OwnTexts,
	language: Language,
	text: string
): OwnTexts {
	const { [ language ]: old, ...others } = texts;
	return text ? { ...others, [ language ]: text } : others;
}

/** Without the blank ones, which stand for Rappel's own. */
export const withoutBlanks = ( texts: OwnTexts ): OwnTexts =>
	Object.fromEntries(
		Object.entries( texts ).filter( ( [ , text ] ) => text.trim() )
	);

/** The owner's words; empty where there are none in this language. */
export const ownText = ( texts: OwnTexts, language: Language ): string =>
	texts[ language ]?.trim() ?? '';

/** In how many of them the owner wrote something in this language. */
export const countOwn = ( texts: OwnTexts[], language: Language ): number =>
	texts.filter( ( text ) => ownText( text, language ) ).length;
