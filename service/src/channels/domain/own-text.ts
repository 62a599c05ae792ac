import type { Language } from '@rappel/contract';

/** What the owner wrote of one text, by language. */
export type OwnTexts = Readonly< Partial< Record< Language, string > > >;

/** The owner's words in a language, never those of another one; null: Rappel's own are said. */
export function ownText( texts: OwnTexts, language: Language ): string | null {
	return texts[ language ] ?? null;
}
