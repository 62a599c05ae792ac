import type { CallScript, KeyQuestion } from './call-script.js';
import type { CallStatus, TelephonyErrorKind } from './telephony.js';

/** Names one message of the network for ever, so that its repetition is recognised. */
export interface Receipt {
	/** Of the call; of the room for what has no call. */
	callSid: string;
	event: string;
	token: string;
}

export interface CallNews {
	legId: string;
	callSid: string;
	status: CallStatus;
	/** By the network's clock; null when it did not say. */
	occurredAt: Date | null;
	/** The network's error or answer code; null when none. */
	code: string | null;
}

/** Of a call that somebody placed to a number of ours: it may belong to no leg. */
export type CallerNews = Omit< CallNews, 'legId' >;

/** Of the call of somebody who is to hear two talk. */
export interface SupervisorNews extends CallerNews {
	supervisionId: string;
}

/** Of the call by which a channel is tried. */
export interface TestCallNews extends CallerNews {
	testCallId: string;
}

export interface RoomNews {
	attemptId: string;
	/** Null: the room itself began to mix voices. */
	participant: {
		/** Null when the network did not repeat the label. */
		legId: string | null;
		callSid: string;
		what: 'entered' | 'hung_up' | 'removed';
	} | null;
	occurredAt: Date | null;
}

export interface KeyNews extends CallNews {
	question: KeyQuestion[ 'question' ];
	/** Null: none in time. */
	digits: string | null;
}

export interface VoicemailNews extends CallNews {
	/** The network's id of what was said; null: nothing was. */
	recordingSid: string | null;
	seconds: number;
}

/** The network's verdict on who answered. */
export interface HumanNews {
	legId: string;
	callSid: string;
	verdict: 'human' | 'machine' | 'fax' | 'unknown';
}

export interface RecordingNews {
	legId: string;
	callSid: string;
	/**
	 * A message that was left is told twice: by `voicemailLeft`, while the caller may still be there, and by this, once it can
	 * be heard and in case the first telling was lost. Its `recordingSid` is the same in both.
	 */
	kind: 'conversation' | 'voicemail';
	recordingSid: string;
	seconds: number;
}

/** Somebody rings a number of ours. */
export interface IncomingNews {
	callSid: string;
	/** E.164; null: withheld. */
	from: string | null;
	to: string;
	/** Of which sites the account that tells may speak; absent: of every one. */
	sites?: ReadonlySet< string >;
}

/** An agent was asked for their presence. */
export interface PresenceNews extends IncomingNews {
	/** Null: no key in time. */
	digits: string | null;
	/** It was the second time. */
	again: boolean;
}

/** What the telephone network tells and asks; a provider's webhooks call it with its words translated. */
export interface CallEvents {
	/** A leg was answered: what does it hear? */
	answered: ( news: CallNews ) => Promise< CallScript >;
	/** A question was answered, or not: what does the leg hear next? */
	keyPressed: ( news: KeyNews ) => Promise< CallScript >;
	/** A message was left, or not. */
	voicemailLeft: ( news: VoicemailNews ) => Promise< CallScript >;
	/** A leg's room has closed and its call goes on: what does it hear? */
	leftRoom: ( news: CallNews ) => Promise< CallScript >;
	/** An incoming call: what does it hear? */
	rangIn: ( news: IncomingNews ) => Promise< CallScript >;
	/** `ask_presence` was answered, or not: what do they hear next? */
	presenceChosen: ( news: PresenceNews ) => Promise< CallScript >;
	statusChanged: ( news: CallNews, receipt: Receipt ) => Promise< void >;
	humanJudged: ( news: HumanNews, receipt: Receipt ) => Promise< void >;
	/** An incoming call is over. */
	callerChanged: ( news: CallerNews, receipt: Receipt ) => Promise< void >;
	/** A recording is complete and can be fetched: of a conversation (`startRecording`), or a message that was left. */
	recorded: ( news: RecordingNews, receipt: Receipt ) => Promise< void >;
	roomChanged: ( news: RoomNews, receipt: Receipt ) => Promise< void >;
	/** Of a call that belongs to no request. */
	supervisorChanged: (
		news: SupervisorNews,
		receipt: Receipt
	) => Promise< void >;
	/** Of a call by which a channel is tried. */
	testCallChanged: (
		news: TestCallNews,
		receipt: Receipt
	) => Promise< void >;
	/** What became of a text message. */
	messageChanged: ( news: MessageNews, receipt: Receipt ) => Promise< void >;
	/** Somebody writes to a number of ours. */
	messageReceived: (
		news: IncomingMessageNews,
		receipt: Receipt
	) => Promise< void >;
}

export interface IncomingMessageNews {
	/** The network's id. */
	messageSid: string;
	/** E.164. */
	from: string;
	to: string;
	text: string;
	/** As {@link IncomingNews} says. */
	sites?: ReadonlySet< string >;
}

export interface MessageFailure {
	kind: Exclude< TelephonyErrorKind, 'unknown' >;
	/** The number is at fault, or its owner wants no messages: nothing is sent to it again. */
	numberInvalid: boolean;
}

export interface MessageNews {
	messageId: string;
	status: 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed';
	/** The network's error number; null: none. */
	code: string | null;
	/** Of `undelivered` and `failed`: what may be done about it; `retryable`: the same text may be sent again, later. */
	failure: MessageFailure | null;
}
