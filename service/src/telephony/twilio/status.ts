import type { HumanNews, MessageNews } from '../call-events.js';
import type { CallStatus } from '../telephony.js';

/** SIP's answers of a person who declines: 603 Decline (RFC 3261, 21.6.2), 607 Unwanted (RFC 8197). */
const declined = new Set( [ '603', '607' ] );

/**
 * Twilio's word for a call in ours, in this one place: https://www.twilio.com/docs/voice/api/call-resource#call-status-values
 *
 * @param status          "in-progress", "no-answer"…; `initiated` comes in callbacks only.
 * @param sipResponseCode Of the final callback: a declined call is `busy` to Twilio.
 * @return Null for a word that Twilio has not documented.
 */
export function callStatusOf(
	status: string | undefined,
	sipResponseCode?: string
): CallStatus | null {
	switch ( status ) {
		case 'queued':
		case 'initiated':
			return 'queued';
		case 'ringing':
			return 'ringing';
		case 'in-progress':
		case 'answered':
			return 'in_progress';
		case 'completed':
			return 'completed';
		case 'busy':
		case 'failed':
			return declined.has( sipResponseCode ?? '' ) ? 'refused' : status;
		case 'no-answer':
			return 'no_answer';
		case 'canceled':
			return 'cancelled';
		default:
			return null;
	}
}

/**
 * Why a participant left, as far as it says who hung up; null for a leaving of our own making.
 * https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallback
 */
export function leavingOf(
	reason: string | undefined
): 'hung_up' | 'removed' | null {
	switch ( reason ) {
		case 'participant_hung_up':
			return 'hung_up';
		case 'moderator_ended_conference':
			return 'removed';
		default:
			return null;
	}
}

/** https://www.twilio.com/docs/voice/answering-machine-detection#answeredby; what is not in that list is not known. */
export function verdictOf(
	answeredBy: string | undefined
): HumanNews[ 'verdict' ] {
	if ( answeredBy?.startsWith( 'machine_' ) ) {
		return 'machine';
	}
	return answeredBy === 'human' || answeredBy === 'fax'
		? answeredBy
		: 'unknown';
}

/**
 * https://www.twilio.com/docs/messaging/api/message-resource#message-status-values
 *
 * @return Null for a word that Twilio has not documented.
 */
export function messageStatusOf(
	status: string | undefined
): MessageNews[ 'status' ] | null {
	switch ( status ) {
		case 'accepted':
		case 'scheduled':
		case 'queued':
		case 'sending':
			return 'queued';
		case 'sent':
		case 'delivered':
		case 'undelivered':
		case 'failed':
			return status;
		case 'read':
			return 'delivered';
		case 'canceled':
			return 'failed';
		default:
			return null;
	}
}
