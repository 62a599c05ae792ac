import type { Language } from '@rappel/contract';
import type {
	IncomingMessageNews,
	MessageNews,
	SupervisorNews,
	TestCallNews,
} from '../telephony/call-events.js';

export interface RequestRef {
	siteId: string;
	channelId: string;
	requestId: string;
}

/**
 * What comes after a call, or beside it. Each joins the current transaction and leaves to jobs what takes time; each may be
 * told twice of the same.
 */
export interface AfterCall {
	/** The client has answered the survey: a bad score is told to the recipients. */
	surveyScored: (
		of: RequestRef & {
			/** The agent who took the call; null: a number of the channel. */
			userId: number | null;
			score: number;
		}
	) => Promise< void >;
	/** Nobody could take the call: the client gets a link to book. */
	bookingLinkWanted: (
		of: RequestRef & {
			/** Of the client, E.164. */
			number: string;
			callerId: string;
			language: Language;
			pageUrl: string | null;
		}
	) => Promise< void >;
	/** A recording can be heard at the network, or a message was left there. */
	recorded: (
		of: RequestRef & {
			legId: string;
			kind: 'conversation' | 'voicemail';
			recordingSid: string;
			seconds: number;
		}
	) => Promise< void >;
	/** An agent's phone rang and they did not take the call. Busy is not missed, nor is a call that was taken back. */
	callMissed: (
		of: RequestRef & {
			legId: string;
			userId: number;
			/** When their call was over. */
			at: Date;
		}
	) => Promise< void >;
	/** What became of the call of somebody who is to hear two talk. */
	supervisorChanged: ( news: SupervisorNews ) => Promise< void >;
	/** What became of the call by which a channel is tried. */
	testCallChanged: ( news: TestCallNews ) => Promise< void >;
	/** What became of a text message. */
	messageChanged: ( news: MessageNews ) => Promise< void >;
	/** Somebody wrote to a number of ours. */
	messageReceived: ( news: IncomingMessageNews ) => Promise< void >;
}

/** Nothing comes after a call. */
export const nothingAfter: AfterCall = {
	surveyScored: async () => undefined,
	bookingLinkWanted: async () => undefined,
	recorded: async () => undefined,
	callMissed: async () => undefined,
	supervisorChanged: async () => undefined,
	testCallChanged: async () => undefined,
	messageChanged: async () => undefined,
	messageReceived: async () => undefined,
};
