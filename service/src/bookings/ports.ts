import type { AlternativeSlot, Language } from '@rappel/contract';
import type { Channel } from '../channels/channel.js';
import type { Site } from '../sites/site.js';

/** A request as a text message to its client needs it. */
export interface ToldRequest {
	siteId: string;
	channelId: string;
	requestId: string;
	/** Of the client, E.164. */
	number: string;
	name: string | null;
	language: Language;
	/** The client's zone; null: not known. */
	timeZone: string | null;
	/** The number that calls, E.164: messages come from it, unless the channel has a sender's name. */
	callerId: string;
	/** Where they asked to be called. */
	pageUrl: string | null;
	/** The booked time; null: it was never booked. */
	startsAt: Date | null;
}

/**
 * What the client is to be told of their booking. Each is called in the transaction that did it, as it is afterwards, and may
 * be called twice of the same. Whether a message is sent is decided there: by the channel's switches, by what the number is, by
 * whether its owner wants any.
 */
export interface BookingNotices {
	/** The confirmation at once, and the reminder at its time. */
	booked: ( request: ToldRequest ) => Promise< void >;
	/** To `startsAt`; its reminder moves with it. */
	moved: ( request: ToldRequest ) => Promise< void >;
	cancelled: ( request: ToldRequest ) => Promise< void >;
	/** The last attempt failed on the client's side, of a booking or of an immediate request. */
	notReached: ( request: ToldRequest ) => Promise< void >;
}

/** What messages about bookings, and the answers to them, ask of the requests. */
export interface BookedRequests {
	/** `scheduled`: it is booked and waits for its time. Null: there is no such request. */
	find: (
		requestId: string
	) => Promise< { request: ToldRequest; scheduled: boolean } | null >;
	/** Every booking of this number that waits for its time, on any site, the earliest first. */
	scheduledOf: ( number: string ) => Promise< ToldRequest[] >;
	/** As the client does by their link. False: it can no longer be cancelled. Joins the current transaction. */
	cancel: ( request: ToldRequest ) => Promise< boolean >;
	/** Where the client may change their booking, without an account. */
	changeUrl: ( request: ToldRequest ) => Promise< string >;
	/** Into its timeline. Joins the current transaction. */
	note: (
		requestId: string,
		what: Noted,
		detail: string | null
	) => Promise< void >;
}

/** What is noted in a request's timeline from outside of its calls. */
export type Noted =
	| 'booking_uncovered'
	| 'booking_confirmed'
	| 'text_message_sent'
	| 'text_message_not_sent';

/** What the visitor reads about their text messages, and whether they want any. Each joins the current transaction. */
export interface TextMessagesOfVisitor {
	/** What became, or will become, of the confirmation of a booking, as a sentence; null: none is sent. */
	sentenceOf: (
		request: ToldRequest,
		language: Language
	) => Promise< string | null >;
	/** Whether this number gets messages of the site at all; null: it cannot (a landline). */
	areWanted: ( siteId: string, number: string ) => Promise< boolean | null >;
	saveWanted: (
		siteId: string,
		number: string,
		wanted: boolean
	) => Promise< void >;
}

/** Nobody is told anything. */
export const noNotices: BookingNotices & TextMessagesOfVisitor = {
	booked: async () => undefined,
	moved: async () => undefined,
	cancelled: async () => undefined,
	notReached: async () => undefined,
	sentenceOf: async () => null,
	areWanted: async () => null,
	saveWanted: async () => undefined,
};

export interface SlotQuestion {
	site: Site;
	channel: Channel;
	now: Date;
	/** The booking that is to be moved: its own places are free for it. Absent: a new one. */
	movedRequestId?: string;
}

/** What the rules of a channel offer. Each joins the current transaction. */
export interface OfferedSlots {
	/**
	 * How many may be booked at the same time all through the call that starts then (buffers may lie outside of the hours); null:
	 * the rules offer no slot then (hours, steps, window, minimum delay, leave). Whether it is taken is not asked here.
	 */
	placesAt: (
		question: SlotQuestion,
		startsAt: Date
	) => Promise< number | null >;
	/**
	 * How many of the team have hours all through that time, whatever the rules offer; null: it does not depend on anybody's hours.
	 */
	coverAt: (
		question: SlotQuestion,
		from: Date,
		until: Date
	) => Promise< number | null >;
	/** The free starts nearest to that time, by time. */
	nearest: (
		question: SlotQuestion,
		startsAt: Date,
		limit: number
	) => Promise< Date[] >;
	/** As told to a visitor in their zone; null: the site's. */
	tell: (
		site: Site,
		starts: readonly Date[],
		visitor: { timeZone: string | null; language: Language }
	) => AlternativeSlot[];
}

/** Part of the time of a channel that is taken, as the rules of slots count it. Epoch milliseconds. */
export interface TakenTime {
	requestId: string;
	startsAt: number;
	/** With its buffers. */
	from: number;
	until: number;
	/** Whether its places are taken; a booking that is over keeps none. */
	held: boolean;
	/** Whether it counts against the limits of its day and week; one that was cancelled does not. */
	counted: boolean;
}
