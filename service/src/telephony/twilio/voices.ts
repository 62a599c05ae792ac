import type { Language } from '@rappel/contract';
import type { SayAttributes } from 'twilio/lib/twiml/VoiceResponse.js';
import type { Voice } from '../telephony.js';

type Said = Required< SayAttributes >;

/**
 * Twilio's names of the voices, one woman's and one man's of each language, all of Amazon Polly's neural kind:
 * https://www.twilio.com/docs/voice/twiml/say/text-speech#available-voices-and-languages and, for whose voice it is,
 * https://docs.aws.amazon.com/polly/latest/dg/neural-voices.html
 */
const voices: Record<
	Language,
	Record< Voice, Said[ 'voice' ] > & { language: Said[ 'language' ] }
> = {
	en: {
		language: 'en-GB',
		woman: 'Polly.Amy-Neural',
		man: 'Polly.Brian-Neural',
	},
	fr: {
		language: 'fr-FR',
		woman: 'Polly.Lea-Neural',
		man: 'Polly.Remi-Neural',
	},
	es: {
		language: 'es-ES',
		woman: 'Polly.Lucia-Neural',
		man: 'Polly.Sergio-Neural',
	},
	de: {
		language: 'de-DE',
		woman: 'Polly.Vicki-Neural',
		man: 'Polly.Daniel-Neural',
	},
	it: {
		language: 'it-IT',
		woman: 'Polly.Bianca-Neural',
		man: 'Polly.Adriano-Neural',
	},
};

/** Voice and language are always both set: a voice without its language reads French with English rules. */
export function sayAttributes(
	language: Language,
	voice: Voice
): Pick< Said, 'language' | 'voice' > {
	const known = voices[ language ];
	return { language: known.language, voice: known[ voice ] };
}
