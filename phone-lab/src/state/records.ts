import type { TwimlElement } from '../twiml/element.js';

/** Twilio's words for a call's life; `initiated` is told by callbacks only, REST says `queued` for it. */
export type CallStatus =
	| 'queued'
	| 'initiated'
	| 'ringing'
	| 'in-progress'
	| 'completed'
	| 'busy'
	| 'no-answer'
	| 'failed'
	| 'canceled';

export const finalStatuses: readonly CallStatus[] = [
	'completed',
	'busy',
	'no-answer',
	'failed',
	'canceled',
];

export type HttpMethod = 'GET' | 'POST';

export type AnsweredBy =
	| 'human'
	| 'machine_start'
	| 'machine_end_beep'
	| 'machine_end_silence'
	| 'machine_end_other'
	| 'fax'
	| 'unknown';

/** What a call is doing between two instants; everything in it is data, so that a restart can go on from the file. */
export type Activity =
	| {
			kind: 'fetching';
			url: string;
			method: HttpMethod;
			parameters: Record< string, string >;
	  }
	/** A Say, Play or Pause; -1 loops for ever. */
	| { kind: 'prompt'; loopsLeft: number }
	/** `promptIndex` is null once the nested prompts are over or a key cut them short. */
	| {
			kind: 'gather';
			digits: string;
			promptIndex: number | null;
			loopsLeft: number;
	  }
	| { kind: 'dial'; conferenceSid: string; startedAt: number }
	/** Numbers ring; `answeredBy` is the call of the one that was picked up, null before. */
	| {
			kind: 'dial-number';
			callSids: string[];
			answeredBy: string | null;
			startedAt: number;
	  }
	| { kind: 'record'; recordingSid: string };

export interface Script {
	/** Relative addresses are resolved against it; null for TwiML that came with the REST call. */
	documentUrl: string | null;
	documentMethod: HttpMethod;
	verbs: TwimlElement[];
	index: number;
	activity: Activity | null;
	/** Documents run one after the other without any time passing; stops endless redirects. */
	documentsWithoutPause: number;
}

export interface Warning {
	at: number;
	/** Twilio's debugger code. */
	code: number;
	message: string;
}

export interface Detection {
	mode: 'Enable' | 'DetectMessageEnd';
	async: boolean;
	callback: string | null;
	callbackMethod: HttpMethod;
	timeoutSeconds: number;
}

export type CallDirection = 'outbound-api' | 'inbound' | 'outbound-dial';

export interface CallRecord {
	sid: string;
	direction: CallDirection;
	/** The call whose `<Dial>` made this one. */
	parentCallSid: string | null;
	to: string;
	from: string;
	url: string | null;
	method: HttpMethod;
	twiml: string | null;
	fallbackUrl: string | null;
	fallbackMethod: HttpMethod;
	statusCallback: string | null;
	statusCallbackMethod: HttpMethod;
	statusCallbackEvents: string[];
	ringTimeoutSeconds: number;
	timeLimitSeconds: number;
	sendDigits: string | null;
	detection: Detection | null;
	status: CallStatus;
	/** Every status the call went through, with the instant in milliseconds since 1970. */
	statuses: { status: CallStatus; at: number }[];
	createdAt: number;
	updatedAt: number;
	/** When the network began to dial; null while queued. */
	startedAt: number | null;
	answeredAt: number | null;
	endedAt: number | null;
	answeredBy: AnsweredBy | null;
	/** When detection said so; absent before. */
	verdictAt?: number;
	hungUpBy: 'phone' | 'application' | 'api' | 'time-limit' | null;
	sipResponseCode: number | null;
	warnings: Warning[];
	nextSequenceNumber: number;
	script: Script | null;
	/** Rises with each document and prompt: an answer that belongs to an older one is thrown away. */
	generation: number;
}

/** What somebody hears while a conference has not begun, or while on hold. */
export interface WaitRecord {
	purpose: 'wait' | 'hold';
	/** null is the lab's own hold music, an empty string silence. */
	url: string | null;
	method: HttpMethod;
	/** null while the document is being fetched. */
	verbs: TwimlElement[] | null;
	documentUrl: string | null;
	index: number;
	loopsLeft: number;
	generation: number;
	documentsWithoutPause: number;
}

export interface ParticipantRecord {
	callSid: string;
	label: string | null;
	muted: boolean;
	/** The participant that alone hears this one; null when this one is no coach. */
	callSidToCoach: string | null;
	hold: boolean;
	startConferenceOnEnter: boolean;
	endConferenceOnExit: boolean;
	beep: 'true' | 'false' | 'onEnter' | 'onExit';
	/** null is the lab's own hold music, an empty string silence. */
	waitUrl: string | null;
	waitMethod: HttpMethod;
	joinedAt: number;
	updatedAt: number;
	/** Null when this participant hears the conference. */
	wait: WaitRecord | null;
}

export type ConferenceEndReason =
	| 'conference-ended-via-api'
	| 'participant-with-end-conference-on-exit-left'
	| 'participant-with-end-conference-on-exit-kicked'
	| 'last-participant-kicked'
	| 'last-participant-left';

export interface ConferenceRecord {
	sid: string;
	friendlyName: string;
	status: 'init' | 'in-progress' | 'completed';
	createdAt: number;
	updatedAt: number;
	endedAt: number | null;
	reasonEnded: ConferenceEndReason | null;
	callSidEnding: string | null;
	/** Fixed by whoever joined first, as Twilio does. */
	statusCallback: {
		url: string;
		method: HttpMethod;
		events: string[];
	} | null;
	nextSequenceNumber: number;
	participants: ParticipantRecord[];
	/** The calls of everybody who was ever in it. */
	callSids: string[];
}

export interface HeardEntry {
	at: number;
	callSid: string;
	/** `speech` is what a person on the line said. */
	kind: 'say' | 'play' | 'music' | 'silence' | 'speech';
	text: string | null;
	url: string | null;
	language: string | null;
	voice: string | null;
	/** How often it was heard in a row: music that loops is one entry. */
	times: number;
}

/** One REST call the lab received. */
export interface RequestRecord {
	id: string;
	at: number;
	method: string;
	path: string;
	parameters: Record< string, string | string[] >;
	/** Null while it is being answered, or when a fault swallowed the answer. */
	status: number | null;
	errorCode: number | null;
	durationMilliseconds: number | null;
	fault: string | null;
}

/** One request the lab made to the application: a callback, or a fetch of TwiML. */
export interface WebhookRecord {
	id: string;
	at: number;
	kind: 'callback' | 'twiml';
	event: string;
	callSid: string | null;
	conferenceSid: string | null;
	messageSid?: string;
	url: string;
	method: HttpMethod;
	parameters: Record< string, string >;
	idempotencyToken: string;
	/** `pending` survives a restart and is sent then. */
	state: 'pending' | 'delivered' | 'failed' | 'lost';
	/** The application's HTTP status; null when it gave none. */
	status: number | null;
	error: string | null;
	attempts: number;
	durationMilliseconds: number | null;
	fault: string | null;
	/** How many times it is sent; more than once only by a fault. */
	copies: number;
}

/** An address of the application, with how it is asked. */
export interface Address {
	url: string;
	method: HttpMethod;
}

/** Something that sounds in a recording. */
export interface RecordedSound {
	atSeconds: number;
	seconds: number;
	text: string;
	/** `phone`: the person whose call it is; `line`: what that person heard. */
	side: 'phone' | 'line';
}

export interface RecordingRecord {
	sid: string;
	callSid: string;
	source: 'RecordVerb' | 'StartCallRecordingAPI';
	channels: 1 | 2;
	track: 'inbound' | 'outbound' | 'both';
	trimSilence: boolean;
	status: 'in-progress' | 'paused' | 'stopped' | 'completed';
	createdAt: number;
	updatedAt: number;
	/** Null while it goes on. */
	durationSeconds: number | null;
	callback: ( Address & { events: string[] } ) | null;
	sounds: RecordedSound[];
}

export type MessageStatus =
	'queued' | 'sent' | 'delivered' | 'undelivered' | 'received';

export interface MessageRecord {
	sid: string;
	to: string;
	from: string;
	body: string;
	direction: 'inbound' | 'outbound-api' | 'outbound-reply';
	status: MessageStatus;
	statuses: { status: MessageStatus; at: number }[];
	segments: number;
	errorCode: number | null;
	callback: Address | null;
	createdAt: number;
	updatedAt: number;
	sentAt: number | null;
	/** An incoming one whose SmsUrl has not answered yet: a restart asks again. */
	awaitsAnswer: boolean;
}

/** A number of the account, that a phone can call and write to. */
export interface NumberRecord {
	sid: string;
	phoneNumber: string;
	friendlyName: string;
	voice: Address | null;
	voiceFallback: Address | null;
	statusCallback: Address | null;
	sms: Address | null;
	/** Asked when `sms` does not answer. */
	smsFallback: Address | null;
	createdAt: number;
	updatedAt: number;
}

/** What Twilio limits by account; 0 is no limit. */
export interface LabSettings {
	callsPerSecond: number;
	maximumCalls: number;
}
