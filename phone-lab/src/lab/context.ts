import type { AudioLengths } from '../audio/audio-lengths.js';
import type { Clock } from '../clock/clock.js';
import type { Timers } from '../clock/timers.js';
import type { LabState } from '../state/lab-state.js';
import type {
	CallRecord,
	CallStatus,
	ConferenceRecord,
	HttpMethod,
	RecordingRecord,
} from '../state/records.js';
import type { TwimlElement } from '../twiml/element.js';
import type { Webhooks } from '../webhooks/webhooks.js';

export interface Account {
	accountSid: string;
	authToken: string;
}

/**
 * What parts of a call's life ask of each other. Handed over here rather than imported, since a call ends in a
 * conference, a conference leads back to TwiML, and TwiML ends a call.
 */
export interface CallActions {
	/** Ends a call, whatever it is doing; nothing happens when it is over. */
	endCall: (
		call: CallRecord,
		status: CallStatus,
		details: {
			hungUpBy?: CallRecord[ 'hungUpBy' ];
			sipResponseCode?: number;
		}
	) => void;
	/** Puts a TwiML document in place of what the call is doing. */
	runDocument: (
		call: CallRecord,
		document: {
			verbs: TwimlElement[];
			url: string | null;
			method: HttpMethod;
		}
	) => void;
	/** Rings the phone of a queued call. */
	placeCall: ( call: CallRecord ) => void;
	/** Goes on behind the verb that is over. */
	nextVerb: ( call: CallRecord ) => void;
}

/** What the parts of the lab share. Made once, in lab.ts. */
export interface Lab {
	account: Account;
	/** Where the lab listens, without a slash at the end. */
	baseUrl: () => string;
	state: LabState;
	calls: Map< string, CallRecord >;
	/** The calls that are not over, in the order they were made. */
	live: Set< CallRecord >;
	conferences: Map< string, ConferenceRecord >;
	recordings: Map< string, RecordingRecord >;
	clock: Clock;
	timers: Timers;
	webhooks: Webhooks;
	audio: AudioLengths;
	actions: CallActions;
	/** How many times as fast as people the network's voices speak. */
	voiceRate: number;
	/** Set once the lab stops: from then on a failed request says nothing about the application. */
	stopping: AbortSignal;
	/** Something changed: the page is told and the file written, both soon. */
	changed: () => void;
	/** Resolves when all changes so far are on disk. */
	saved: () => Promise< void >;
	/** Counts a promise among those a virtual clock waits for before it goes on. */
	track: < T >( work: Promise< T > ) => Promise< T >;
}
