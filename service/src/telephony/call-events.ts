import type { CallScript } from './call-script.js';
import type { CallStatus } from './telephony.js';

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

/** What the telephone network tells and asks; a provider's webhooks call it with its words translated. */
export interface CallEvents {
	/** A leg was answered: what does it hear? */
	answered: ( news: CallNews ) => Promise< CallScript >;
	/** A leg's room has closed and its call goes on: what does it hear? */
	leftRoom: ( news: CallNews ) => Promise< CallScript >;
	statusChanged: ( news: CallNews, receipt: Receipt ) => Promise< void >;
	roomChanged: ( news: RoomNews, receipt: Receipt ) => Promise< void >;
}
