import { e164Schema } from '@rappel/contract';
import type {
	CallerNews,
	CallNews,
	HumanNews,
	IncomingMessageNews,
	IncomingNews,
	KeyNews,
	MessageNews,
	PresenceNews,
	RecordingNews,
	RoomNews,
	VoicemailNews,
} from '../call-events.js';
import { keyQuestions } from '../call-script.js';
import { refusalOf } from './errors.js';
import { guestLabel } from './rooms.js';
import { instantOf, secondsOf, type Parameters } from './parameters.js';
import {
	callStatusOf,
	leavingOf,
	messageStatusOf,
	verdictOf,
} from './status.js';

/** What a caller's number is when they withhold it: a word spelt on the keys. https://help.twilio.com/articles/223179988 */
const withheld = new Set( [
	'+266696687',
	'+7378742833',
	'+2562533',
	'+8656696',
	'+86282452253',
] );

/** Null when it names no call, or a status that Twilio has not documented. */
export function callerNewsOf( parameters: Parameters ): CallerNews | null {
	const status = callStatusOf(
		parameters.CallStatus,
		parameters.SipResponseCode
	);
	return status && parameters.CallSid
		? {
				callSid: parameters.CallSid,
				status,
				occurredAt: instantOf( parameters.Timestamp ),
				code:
					parameters.ErrorCode ?? parameters.SipResponseCode ?? null,
			}
		: null;
}

/** Null as {@link callerNewsOf} says. */
export function callNewsOf(
	legId: string,
	parameters: Parameters
): CallNews | null {
	const news = callerNewsOf( parameters );
	return news && { legId, ...news };
}

/** A Gather is over, with a key or without: https://www.twilio.com/docs/voice/twiml/gather#action */
export function keyNewsOf(
	legId: string,
	asked: string,
	parameters: Parameters
): KeyNews | null {
	const news = callNewsOf( legId, parameters );
	const question = keyQuestions.find( ( known ) => known === asked );
	return (
		news &&
		( question
			? { ...news, question, digits: parameters.Digits || null }
			: null )
	);
}

/** A Record is over; without a recording nothing was said: https://www.twilio.com/docs/voice/twiml/record#action */
export function voicemailNewsOf(
	legId: string,
	parameters: Parameters
): VoicemailNews | null {
	const news = callNewsOf( legId, parameters );
	return (
		news && {
			...news,
			recordingSid: recordingSidOf( parameters ),
			seconds: secondsOf( parameters.RecordingDuration ),
		}
	);
}

/** The parameters that are documented name the recording by its address; the id itself comes too. */
function recordingSidOf( parameters: Parameters ): string | null {
	return (
		parameters.RecordingSid ??
		/\/Recordings\/(RE[0-9a-f]{32})/i.exec(
			parameters.RecordingUrl ?? ''
		)?.[ 1 ] ??
		null
	);
}

/** Null for one that cannot be fetched. https://www.twilio.com/docs/voice/api/recording#recordingstatuscallback */
export function recordingNewsOf(
	legId: string,
	kind: string,
	parameters: Parameters
): RecordingNews | null {
	const { CallSid: callSid, RecordingStatus: status } = parameters;
	const recordingSid = recordingSidOf( parameters );
	return callSid &&
		recordingSid &&
		( status ?? 'completed' ) === 'completed' &&
		( kind === 'conversation' || kind === 'voicemail' )
		? {
				legId,
				callSid,
				kind,
				recordingSid,
				seconds: secondsOf( parameters.RecordingDuration ),
			}
		: null;
}

export function humanNewsOf(
	legId: string,
	parameters: Parameters
): HumanNews | null {
	return parameters.CallSid
		? {
				legId,
				callSid: parameters.CallSid,
				verdict: verdictOf( parameters.AnsweredBy ),
			}
		: null;
}

/** Null when it names no call. */
export function presenceNewsOf(
	round: string,
	parameters: Parameters
): PresenceNews | null {
	const news = incomingNewsOf( parameters );
	return (
		news && {
			...news,
			digits: parameters.Digits || null,
			again: round === 'again',
		}
	);
}

export function incomingNewsOf( parameters: Parameters ): IncomingNews | null {
	const { CallSid: callSid, From: from, To: to } = parameters;
	return callSid && to
		? {
				callSid,
				from:
					from &&
					e164Schema.safeParse( from ).success &&
					! withheld.has( from )
						? from
						: null,
				to,
			}
		: null;
}

/**
 * Null for what names no sender that could be answered: a short code, or a channel that is no telephone's ("whatsapp:…").
 * https://www.twilio.com/docs/messaging/guides/webhook-request
 */
export function incomingMessageNewsOf(
	parameters: Parameters
): IncomingMessageNews | null {
	const { MessageSid: messageSid, From: from, To: to } = parameters;
	return messageSid && from && to && e164Schema.safeParse( from ).success
		? { messageSid, from, to, text: parameters.Body ?? '' }
		: null;
}

/** Null for a status that Twilio has not documented. https://www.twilio.com/docs/messaging/guides/track-outbound-message-status */
export function messageNewsOf(
	messageId: string,
	parameters: Parameters
): MessageNews | null {
	const status = messageStatusOf( parameters.MessageStatus );
	const code = parameters.ErrorCode ?? null;
	return (
		status && {
			messageId,
			status,
			code,
			failure:
				status === 'undelivered' || status === 'failed'
					? refusalOf( code === null ? null : Number( code ) )
					: null,
		}
	);
}

/** Null for what says nothing about who is in the room. */
export function roomNewsOf(
	attemptId: string,
	parameters: Parameters
): RoomNews | null {
	const occurredAt = instantOf( parameters.Timestamp );
	if ( parameters.StatusCallbackEvent === 'conference-start' ) {
		return { attemptId, participant: null, occurredAt };
	}
	const what = movementOf( parameters );
	const isGuest = parameters.ParticipantLabel?.startsWith( guestLabel );
	return what && parameters.CallSid && ! isGuest
		? {
				attemptId,
				participant: {
					legId: parameters.ParticipantLabel ?? null,
					callSid: parameters.CallSid,
					what,
				},
				occurredAt,
			}
		: null;
}

function movementOf( parameters: Parameters ) {
	switch ( parameters.StatusCallbackEvent ) {
		case 'participant-join':
			return 'entered';
		case 'participant-leave':
			return leavingOf( parameters.ReasonParticipantLeft );
		default:
			return null;
	}
}
