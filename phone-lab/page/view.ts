/** What the lab sends its page: the whole of it at each change, over GET /lab/events. Instants are ISO 8601. */
export type PhoneState = 'idle' | 'ringing' | 'calling' | 'talking';

export interface HeardView {
	at: string | null;
	callSid: string;
	kind: 'say' | 'play' | 'music' | 'silence' | 'speech';
	text: string | null;
	url: string | null;
	language: string | null;
	voice: string | null;
	times: number;
}

export interface PhoneView {
	number: string;
	shown: string;
	state: PhoneState;
	behaviour: string;
	attended: boolean;
	callSid: string | null;
	from: string | null;
	fromShown: string | null;
	since: string | null;
	/** fetching, prompt, gather, record, dial-number, bridged, waiting, conference; null while nothing runs. */
	activity: string | null;
	heard: HeardView[];
	conference: string | null;
	conferenceSid: string | null;
	/** Numbers this phone hears. */
	with: string[];
	messages: MessageView[];
	recordings: RecordingView[];
}

export interface MessageView {
	sid: string;
	to: string;
	from: string;
	body: string;
	direction: 'inbound' | 'outbound-api' | 'outbound-reply';
	status: string;
	/** How many parts it is sent in. */
	segments: number;
	errorCode: number | null;
	at: string | null;
}

export interface RecordingView {
	sid: string;
	source: string;
	status: string;
	at: string | null;
	seconds: number;
	said: string;
	url: string;
}

/** A number of the account. */
export interface NumberView {
	number: string;
	shown: string;
	voiceUrl: string | null;
	smsUrl: string | null;
}

export interface WarningView {
	at: string | null;
	code: number;
	message: string;
}

export interface CallView {
	sid: string;
	phone: string;
	to: string;
	from: string;
	status: string;
	answeredBy: string | null;
	/** When detection said who answered. */
	verdictAt: string | null;
	createdAt: string | null;
	endedAt: string | null;
	hungUpBy: string | null;
	warnings: WarningView[];
}

export interface ConferenceView {
	sid: string;
	friendlyName: string;
	status: 'init' | 'in-progress' | 'completed';
	participants: {
		callSid: string;
		number: string | null;
		label: string | null;
		muted: boolean;
		coaches: string | null;
		hold: boolean;
		waiting: boolean;
	}[];
}

export interface RequestView {
	id: string;
	at: string | null;
	method: string;
	path: string;
	parameters: Record< string, string | string[] >;
	status: number | null;
	errorCode: number | null;
	durationMilliseconds: number | null;
	fault: string | null;
}

export interface WebhookView {
	id: string;
	at: string | null;
	kind: 'callback' | 'twiml';
	event: string;
	url: string;
	method: string;
	parameters: Record< string, string >;
	state: 'pending' | 'delivered' | 'failed' | 'lost';
	status: number | null;
	error: string | null;
	attempts: number;
	durationMilliseconds: number | null;
	fault: string | null;
}

export interface PageView {
	clock: { mode: 'real' | 'virtual'; now: string | null };
	/** The latest called first. */
	phones: PhoneView[];
	/** Those not over. */
	conferences: ConferenceView[];
	calls: CallView[];
	requests: RequestView[];
	webhooks: WebhookView[];
	numbers: NumberView[];
	faults: { kind: string }[];
}

/** GET /lab/setup: what does not change while the lab runs. */
export interface PageSetup {
	applicationUrl: string | null;
	accountSid: string;
	numbers: { number: string; behaviour: string }[];
}
