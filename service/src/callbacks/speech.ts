import type {
	ChannelSettings,
	Language,
	SpokenTextKey,
} from '@rappel/contract';
import { spokenText, type SpokenValues } from '../messages/spoken.js';
import type { Speech } from '../telephony/call-script.js';

/**
 * How a channel says each sentence in a language: the owner's own words, else Rappel's. A waiting message that is written for
 * the whole channel is in the channel's language.
 */
export function speechOf(
	settings: ChannelSettings | undefined,
	language: Language
): ( key: SpokenTextKey, values?: SpokenValues ) => Speech {
	const calls = settings?.calls;
	const own = ( key: SpokenTextKey ): string | undefined =>
		calls?.spokenTexts[ language ]?.[ key ] ??
		( key.startsWith( 'waiting_' ) && settings?.language === language
			? ( calls?.waitingMessage ?? undefined )
			: undefined );
	return ( key, values = {} ) => ( {
		text: spokenText( key, language, { own: own( key ), values } ),
		language,
		voice: calls?.voice ?? 'woman',
	} );
}
