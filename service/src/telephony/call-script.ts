import type { Language } from '@rappel/contract';
import type { Voice } from './telephony.js';

/** Who speaks, in which language; both are always set, since a network's own defaults are English. */
export interface Speech {
	text: string;
	language: Language;
	voice: Voice;
}

interface InRoom {
	/** Opaque: the attempt's id, no personal data. */
	room: string;
	legId: string;
	/** An address of audio for whoever is alone in the room; null: Rappel's own music. */
	musicUrl: string | null;
	/** How long anybody may stay in the room. */
	maximumTalkSeconds: number;
}

/** What one side of a call hears and what happens to it, in our words; a provider's adapter turns it into its own. */
export type CallScript =
	/** Hears the message once, then music in the room until the other joins. */
	| ( { type: 'wait_in_room'; message: Speech } & InRoom )
	/** Enters the room and opens it: the two talk. */
	| ( { type: 'join_room' } & InRoom )
	/** Hears one sentence, then the call is ended politely. */
	| { type: 'say_and_hang_up'; message: Speech }
	| { type: 'hang_up' };
