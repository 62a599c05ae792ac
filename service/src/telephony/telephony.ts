import type { Language } from '@rappel/contract';
import type { Cost } from '../costs/domain/cost.js';
import type { CallScript, Speech } from './call-script.js';

export type Voice = 'woman' | 'man';

/** The telephone network's word for a call, whoever the provider is. */
export type CallStatus =
	/** Accepted, and waiting for its turn to be dialled. */
	| 'queued'
	| 'ringing'
	| 'in_progress'
	/** Was answered and is over. */
	| 'completed'
	| 'busy'
	| 'no_answer'
	/** The person pressed "decline". */
	| 'refused'
	| 'failed'
	/** We ended it before it was answered. */
	| 'cancelled';

/** What the network knows of a call. */
export interface CallReport {
	callSid: string;
	status: CallStatus;
	/** When the network made it, by the network's clock. */
	createdAt: Date;
	/** When it was over, by the network's clock; null while it lives or when not known. */
	endedAt: Date | null;
}

export interface CallOrder {
	/** Ours: in every address that the network will ask, so that a call whose answer was lost is recognised again. */
	legId: string;
	/** E.164. */
	to: string;
	/** E.164: the caller id. */
	from: string;
	/** How long it may ring. */
	ringSeconds: number;
	/** The longest a call lasts once answered, whatever else goes wrong. */
	timeLimitSeconds: number;
	/** In which the static apology speaks when this service does not answer. */
	language: Language;
	voice: Voice;
	/** Tell who answered, without making them wait (`humanJudged`). */
	detectMachine: boolean;
}

/** Whom somebody in a room besides the two who talk is heard by. */
export interface Hearing {
	muted: boolean;
	/** The call that alone hears them; null: everybody does, unless muted. */
	heardByCallSid: string | null;
}

/** A call of somebody who is to hear two talk. */
export interface InvitationOrder extends Hearing {
	/** Ours: in the address that the network tells of this call. */
	supervisionId: string;
	/** The room's name: that of the attempt. */
	room: string;
	/** E.164. */
	to: string;
	/** E.164: the caller id. */
	from: string;
	ringSeconds: number;
	timeLimitSeconds: number;
}

/** A call that says one thing and is over. */
export interface AnnouncementOrder {
	/** Ours: in the address that the network tells of this call. Null: nothing is told. */
	testCallId: string | null;
	to: string;
	from: string;
	ringSeconds: number;
	message: Speech;
}

export interface MessageOrder {
	/** Ours: in the address that the network tells of its delivery. */
	messageId: string;
	to: string;
	from: string;
	text: string;
}

/** What the account holds, in thousandths of its currency. */
export interface Balance {
	milli: number;
	currency: string;
}

/** The account as the network tells it. */
export interface AccountReport {
	/** A trial calls verified numbers only. */
	type: 'trial' | 'full';
	/** False: suspended or closed. */
	active: boolean;
	/** Null: the network does not tell it of this account. */
	balance: Balance | null;
	/** Numbers of the account, and those it has verified. */
	numbers: Array< {
		/** E.164. */
		number: string;
		voice: boolean;
		sms: boolean;
		/** Verified, not owned: may be a caller id, takes no calls. */
		isVerifiedOnly: boolean;
	} >;
	/** ISO 3166-1 of the countries it may call; null: not told. */
	countries: string[] | null;
}

/** `not_yet`: the network does not know yet; `never`: it knows nothing of it. */
export type Price = Cost | 'not_yet' | 'never';

/**
 * What went wrong with a request to the telephone network:
 * - `permanent`: refused for good (a wrong number, an opted-out person). Nothing was called.
 * - `settings`: refused until the owner mends something (credentials, caller id, country). Nothing was called.
 * - `retryable`: never processed (429, or no connection was made): the same request may be sent again.
 * - `unknown`: a time-out, a lost connection or a 5xx: it may or may not have been processed. A call is never sent again.
 */
export type TelephonyErrorKind =
	'permanent' | 'settings' | 'retryable' | 'unknown';

export class TelephonyError extends Error {
	override readonly name = 'TelephonyError';

	constructor(
		readonly kind: TelephonyErrorKind,
		/** Twilio's error number, or "timeout", "http-503", "ECONNREFUSED"…; never a person's number. */
		readonly code: string,
		message: string,
		/** The called number itself is at fault. */
		readonly numberInvalid = false
	) {
		super( message );
	}
}

/**
 * The telephone network. Every method rejects with a {@link TelephonyError} and with nothing else.
 */
export interface Telephony {
	/** Asks for one call, exactly once: it never tries again by itself. Gives the network's id of the call. */
	placeCall: ( order: CallOrder ) => Promise< { callSid: string } >;
	/** Asks for one call that says a sentence, exactly once. */
	placeAnnouncement: (
		order: AnnouncementOrder
	) => Promise< { callSid: string } >;
	/** Ends a call in whatever state it is; a call that is over already is no error. May be repeated. */
	endCall: ( callSid: string ) => Promise< void >;
	/** Lets a living call hear something else from now on; false when the call is over already. May be repeated. */
	redirectCall: ( callSid: string, script: CallScript ) => Promise< boolean >;
	/** Null when the network knows no such call. */
	fetchCall: ( callSid: string ) => Promise< CallReport | null >;
	/** The calls between two numbers, the newest first, at most 50. */
	findCalls: ( wanted: {
		to: string;
		from: string;
	} ) => Promise< CallReport[] >;
	/** Calls somebody into a room in which two talk, exactly once; null when there is no such room any more. */
	inviteToRoom: (
		order: InvitationOrder
	) => Promise< { callSid: string } | null >;
	/** Whom they are heard by from now on; false when they, or the room, are not there. May be repeated. */
	changeHearing: (
		room: string,
		callSid: string,
		hearing: Hearing
	) => Promise< boolean >;
	/** Records both sides of a call from now on, told by `recorded` when it is over. May be repeated while it records. */
	startRecording: ( callSid: string, legId: string ) => Promise< void >;
	/** The sound of a recording; null when the network has none of this id any more. */
	fetchRecording: ( recordingSid: string ) => Promise< {
		contentType: string;
		audio: Uint8Array;
	} | null >;
	/** One that is gone already is no error. */
	deleteRecording: ( recordingSid: string ) => Promise< void >;
	/** Asks for one text message, exactly once. */
	sendMessage: ( order: MessageOrder ) => Promise< { messageSid: string } >;
	/** What a call that is over cost. */
	priceOfCall: ( callSid: string ) => Promise< Price >;
	/** What a text message cost. */
	priceOfMessage: ( messageSid: string ) => Promise< Price >;
	/** What a begun minute of such a call costs by the network's list; null: it has no price for it. */
	minutePrice: ( call: {
		to: string;
		from: string;
	} ) => Promise< Cost | null >;
	/** What a segment of a text message to a mobile of a country (ISO 3166-1) costs at most; null: it has no price for it. */
	segmentPrice: ( country: string ) => Promise< Cost | null >;
	/** Everything of the account that an owner may have to mend. Several questions: for a screen, not for a call. */
	readAccount: () => Promise< AccountReport >;
	/** Null: the network does not tell it of this account. */
	readBalance: () => Promise< Balance | null >;
	/** Resolves when the network knows the account and its token; rejects with `settings` when it does not. */
	checkCredentials: () => Promise< void >;
}

/** A site's calls and messages go over its own account where it has one, else over the service's. */
export type TelephonyOf< Method extends keyof Telephony = keyof Telephony > = (
	siteId: string
) => Pick< Telephony, Method >;
