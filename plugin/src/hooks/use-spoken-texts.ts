import { useCallback } from '@wordpress/element';
import type { Language, SpokenTextDefaults } from '@rappel/contract';
import { readSpokenTexts } from '../api/channels';
import { useLoaded } from './use-loaded';

/** The default sentences of a language; null until they are there, and while the service cannot be asked. */
export function useSpokenTexts(
	language: Language
): Partial< SpokenTextDefaults[ 'texts' ] > | null {
	const { value } = useLoaded(
		useCallback(
			async () => ( {
				language,
				...( await readSpokenTexts( language ) ),
			} ),
			[ language ]
		)
	);
	return value?.language === language ? ( value.texts ?? null ) : null;
}
