import type { Language } from '@rappel/contract';
import type { Voice } from './telephony.js';

/** Who speaks, in which language; both are always set, since a network's own defaults are English. */
export interface Speech {
	text: string;
	language: Language;
	voice: Voice;
}

/** What one side of a call hears and what happens to it, in our words; a provider's adapter turns it into its own. */
export type CallScript =
	/** Hears the message once, then music in the room until the other joins. */
	| {
			type: 'wait_in_room';
			/** Opaque: the attempt's id, no personal data. */
			room: string;
			legId: string;
			message: Speech;
			/** An address of audio; null: Rappel's own music. */
			musicUrl: string | null;
	  }
	/** Enters the room at once and opens it: the two talk. */
	| {
			type: 'join_room';
			room: string;
			legId: string;
			maximumTalkSeconds: number;
	  }
	/** Hears one sentence, then the call is ended politely. */
	| { type: 'say_and_hang_up'; message: Speech }
	| { type: 'hang_up' };
