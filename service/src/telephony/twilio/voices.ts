import type { Language } from '@rappel/contract';
import type { SayAttributes } from 'twilio/lib/twiml/VoiceResponse.js';
import type { Voice } from '../telephony.js';

/** Twilio's names of the voices: https://www.twilio.com/docs/voice/twiml/say/text-speech#available-voices-and-languages */
const voices: Record<
	Language,
	{ language: string; voices: Record< Voice, string > }
> = {
	fr: {
		language: 'fr-FR',
		voices: { woman: 'Polly.Lea-Neural', man: 'Polly.Remi-Neural' },
	},
	en: {
		language: 'en-GB',
		voices: { woman: 'Polly.Amy-Neural', man: 'Polly.Brian-Neural' },
	},
};

/** Voice and language are always both set: a voice without its language reads French with English rules. */
export function sayAttributes(
	language: Language,
	voice: Voice
): SayAttributes {
	const known = voices[ language ];
	return {
		language: known.language,
		voice: known.voices[ voice ],
	} as SayAttributes;
}
