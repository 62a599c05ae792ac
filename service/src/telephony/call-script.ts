import type { CallSettings, Language } from '@rappel/contract';
import type { Voice } from './telephony.js';

/** Who speaks, in which language; both are always set, since a network's own defaults are English. */
export interface Speech {
	text: string;
	language: Language;
	voice: Voice;
}

/** Music made by Rappel (hold-music/); `none`: a soft tick every few seconds, so that nobody believes the line is dead. */
export type MusicChoice = CallSettings[ 'holdMusic' ];

interface InRoom {
	/** Opaque: the attempt's id, no personal data. */
	room: string;
	legId: string;
	/** Rappel's own music, for whoever is alone in the room. */
	music: MusicChoice;
	/** An address of audio in its place; null: none. */
	musicUrl: string | null;
	/** How long anybody may stay in the room. */
	maximumTalkSeconds: number;
}

export const keyQuestions = [
	'confirm',
	'keys',
	'later',
	'recording',
	'survey',
] as const;

/** A question answered by keys; `again` of the same question is another request of the network. */
export interface KeyQuestion {
	legId: string;
	question: ( typeof keyQuestions )[ number ];
	/** Said before the question, once; null: nothing. */
	before: Speech | null;
	message: Speech;
	/** How long a key is waited for after the last word. */
	keySeconds: number;
}

/** What one side of a call hears and what happens to it, in our words; a provider's adapter turns it into its own. */
export type CallScript =
	/** Hears the message once (after what comes `before`), then music in the room until the other joins. */
	| ( { type: 'wait_in_room'; message: Speech; before?: Speech } & InRoom )
	/** Enters the room, after what comes `before`, and opens it: the two talk. */
	| ( { type: 'join_room'; before?: Speech } & InRoom )
	/** Hears a question and may answer it with a key while it is being said; no key counts as an answer too. */
	| ( { type: 'ask' } & KeyQuestion )
	/** An agent who called a number of ours hears how their presence is, and may set it by a key. */
	| {
			type: 'ask_presence';
			message: Speech;
			keySeconds: number;
			/** It was asked before, in vain. */
			again: boolean;
	  }
	/** Hears the message and a tone; what they say is kept. */
	| {
			type: 'take_voicemail';
			legId: string;
			message: Speech;
			maximumSeconds: number;
	  }
	/** Hears one sentence, then the call is ended politely. */
	| { type: 'say_and_hang_up'; message: Speech }
	/** The call is not answered, and costs nobody anything. */
	| { type: 'refuse' }
	| { type: 'hang_up' };
