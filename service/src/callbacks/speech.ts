import type {
	ChannelSettings,
	Language,
	SpokenTextKey,
} from '@rappel/contract';
import { ownText } from '../channels/domain/own-text.js';
import { spokenText, type SpokenValues } from '../messages/spoken.js';
import type { Speech } from '../telephony/call-script.js';

/** How a channel says each sentence in a language: the owner's own words in it, else Rappel's. */
export function speechOf(
	settings: ChannelSettings | undefined,
	language: Language
): ( key: SpokenTextKey, values?: SpokenValues ) => Speech {
	const calls = settings?.calls;
	const own = ( key: SpokenTextKey ): string | undefined =>
		calls?.spokenTexts[ language ]?.[ key ] ??
		( calls && key.startsWith( 'waiting_' )
			? ( ownText( calls.waitingMessage, language ) ?? undefined )
			: undefined );
	return ( key, values = {} ) => ( {
		text: spokenText( key, language, { own: own( key ), values } ),
		language,
		voice: calls?.voice ?? 'woman',
	} );
}
