import { __, sprintf } from '@wordpress/i18n';
import type { Leg, TimelineEntry } from '@rappel/contract';
import { actionDetail, actionSentence } from './action-entry-words';
import { notSentWords, textMessageWord } from './booking-entry-words';
import { formatDay, formatSeconds, type Reading } from './format';
import { networkCodeWords } from './network-code-words';
import { waitingSentence } from './request-words';

/** « The company », « The client » at the head of a sentence. */
export const partyWord = ( party: Leg[ 'party' ] ) =>
	party === 'company' ? __( 'Company', 'rappel' ) : __( 'Client', 'rappel' );

const pick = ( { party }: TimelineEntry, company: string, client: string ) =>
	party === 'company' ? company : client;

/** With the agent's name where one is known, or without. */
const named = (
	{ agentName }: TimelineEntry,
	/** With a place for the name. */
	agent: string,
	anybody: string
) => ( agentName ? agent.replace( '%s', agentName ) : anybody );

/** What happened, as a sentence. Whole sentences per party: no language can glue them together from words. */
export function timelineSentence( entry: TimelineEntry ): string {
	switch ( entry.type ) {
		case 'requested':
			return __( 'The visitor asked to be called back.', 'rappel' );
		case 'booked':
			return __( 'A time is booked.', 'rappel' );
		case 'booking_moved':
			return __( 'The booking is moved to another time.', 'rappel' );
		case 'booking_uncovered':
			return __(
				'Nobody who can take the call is there for it: your people are told.',
				'rappel'
			);
		case 'booking_confirmed':
			return __( 'The client confirms the time by SMS.', 'rappel' );
		case 'text_message_sent':
			return __( 'The client gets an SMS.', 'rappel' );
		case 'text_message_not_sent':
			return __( 'An SMS is not sent, or did not arrive.', 'rappel' );
		case 'called_late':
			return __(
				'The client is called later than booked, with an apology.',
				'rappel'
			);
		case 'delivered_late':
			return __(
				'The request reached the service late: WordPress had kept it while the service was away.',
				'rappel'
			);
		case 'held_back':
			return __( 'The request waits.', 'rappel' );
		case 'due':
			return __( 'Its time has come.', 'rappel' );
		case 'attempt_started':
			return __( 'An attempt starts.', 'rappel' );
		case 'retry_scheduled':
			return __( 'A new attempt is planned.', 'rappel' );
		case 'trying_again':
			return __(
				'Nobody is free: the team is called again later.',
				'rappel'
			);
		case 'postponed':
			return __( 'The client asks to be called later.', 'rappel' );
		case 'fell_back':
			return __( 'Nobody could take the call.', 'rappel' );
		case 'rang_back':
			return __( 'The client rings back.', 'rappel' );
		case 'machine':
			return pick(
				entry,
				__(
					'An answering machine answers on the company’s side.',
					'rappel'
				),
				__(
					'An answering machine answers on the client’s side.',
					'rappel'
				)
			);
		case 'not_taken':
			return named(
				entry,
				/* translators: %s: name of an agent. */
				__(
					'%s answers, but presses no key to take the call.',
					'rappel'
				),
				__(
					'The company answers, but nobody presses a key to take the call.',
					'rappel'
				)
			);
		case 'withdrawn':
			return named(
				entry,
				/* translators: %s: name of an agent. */
				__( 'The call to %s is taken back.', 'rappel' ),
				__( 'The call is taken back.', 'rappel' )
			);
		case 'key_pressed':
			return pick(
				entry,
				__( 'The company presses a key.', 'rappel' ),
				__( 'The client presses a key.', 'rappel' )
			);
		case 'taken':
			return named(
				entry,
				/* translators: %s: name of an agent. */
				__( '%s takes the call.', 'rappel' ),
				__( 'The company takes the call.', 'rappel' )
			);
		case 'recording_agreed':
			return __( 'The client agrees to be recorded.', 'rappel' );
		case 'recording_declined':
			return __(
				'The client does not want to be recorded: the call goes on without.',
				'rappel'
			);
		case 'survey_answered':
			return __( 'The client answers the survey.', 'rappel' );
		case 'voicemail_left':
			return __( 'The client leaves a message.', 'rappel' );
		case 'dialing':
			return pick(
				entry,
				named(
					entry,
					/* translators: %s: name of an agent. */
					__( '%s is dialled.', 'rappel' ),
					__( 'The company is dialled.', 'rappel' )
				),
				__( 'The client is dialled.', 'rappel' )
			);
		case 'dial_unknown':
			return pick(
				entry,
				__(
					'The network did not say whether the company’s call was placed; it is not dialled twice.',
					'rappel'
				),
				__(
					'The network did not say whether the client’s call was placed; it is not dialled twice.',
					'rappel'
				)
			);
		case 'ringing':
			return pick(
				entry,
				named(
					entry,
					/* translators: %s: name of an agent. */
					__( 'The phone of %s rings.', 'rappel' ),
					__( 'The company’s phone rings.', 'rappel' )
				),
				__( 'The client’s phone rings.', 'rappel' )
			);
		case 'answered':
			return pick(
				entry,
				named(
					entry,
					/* translators: %s: name of an agent. */
					__( '%s answers.', 'rappel' ),
					__( 'The company answers.', 'rappel' )
				),
				__( 'The client answers.', 'rappel' )
			);
		case 'waiting_message':
			return pick(
				entry,
				__(
					'The company hears the waiting message and music.',
					'rappel'
				),
				__(
					'The client hears the waiting message and music.',
					'rappel'
				)
			);
		case 'joined':
			return __( 'The two are joined and talk.', 'rappel' );
		case 'hung_up':
			return pick(
				entry,
				named(
					entry,
					/* translators: %s: name of an agent. */
					__( '%s hangs up.', 'rappel' ),
					__( 'The company hangs up.', 'rappel' )
				),
				__( 'The client hangs up.', 'rappel' )
			);
		case 'not_answered':
			return pick(
				entry,
				named(
					entry,
					/* translators: %s: name of an agent. */
					__( '%s does not answer.', 'rappel' ),
					__( 'The company does not answer.', 'rappel' )
				),
				__( 'The client does not answer.', 'rappel' )
			);
		case 'busy':
			return pick(
				entry,
				named(
					entry,
					/* translators: %s: name of an agent. */
					__( 'The line of %s is busy.', 'rappel' ),
					__( 'The company’s line is busy.', 'rappel' )
				),
				__( 'The client’s line is busy.', 'rappel' )
			);
		case 'refused':
			return pick(
				entry,
				named(
					entry,
					/* translators: %s: name of an agent. */
					__( '%s refuses the call.', 'rappel' ),
					__( 'The company refuses the call.', 'rappel' )
				),
				__( 'The client refuses the call.', 'rappel' )
			);
		case 'call_failed':
			return pick(
				entry,
				__( 'The call to the company fails.', 'rappel' ),
				__( 'The call to the client fails.', 'rappel' )
			);
		case 'cancelled':
			if ( entry.detail === 'channel_deleted' ) {
				return __(
					'Its channel was deleted, and the request cancelled with it.',
					'rappel'
				);
			}
			return named(
				entry,
				/* translators: %s: name of an agent. */
				__( '%s cancels the request.', 'rappel' ),
				__( 'The visitor cancelled the request.', 'rappel' )
			);
		case 'done':
			return __( 'The callback is done.', 'rappel' );
		case 'failed':
			return __( 'The two could not be joined.', 'rappel' );
		case 'expired':
			return __(
				'The request expired: nobody could take it in time.',
				'rappel'
			);
		case 'overdue':
			return __(
				'The request came too late to be dialled without asking: call the client back yourself.',
				'rappel'
			);
		case 'reconciled':
			return __(
				'The service looked at the network and brought the request up to date.',
				'rappel'
			);
		default:
			return actionSentence( entry.type, entry.agentName );
	}
}

/** What belongs to the entry beyond its sentence; empty when nothing does. */
export function timelineDetail(
	{ type, detail }: TimelineEntry,
	reading: Reading
): string {
	if ( ! detail ) {
		return '';
	}
	switch ( type ) {
		case 'done':
			return /^\d+$/.test( detail )
				? sprintf(
						/* translators: %s: a duration such as "3 min 05 s". */
						__( 'They talked for %s.', 'rappel' ),
						formatSeconds( Number( detail ) ) ||
							__( '0 s', 'rappel' )
					)
				: '';
		case 'booked':
		case 'booking_moved':
			return Number.isNaN( Date.parse( detail ) )
				? ''
				: formatDay( detail, reading );
		case 'text_message_sent':
			return textMessageWord( detail );
		case 'text_message_not_sent':
			return notSentWords( detail );
		case 'called_late':
		case 'delivered_late':
		case 'voicemail_left':
			return formatSeconds( Number( detail ) );
		case 'held_back':
			return waitingSentence( detail );
		case 'attempt_started':
			return sprintf(
				/* translators: %s: number of an attempt. */
				__( 'Attempt %s', 'rappel' ),
				detail
			);
		case 'retry_scheduled':
			return retrySentence( detail );
		case 'postponed':
			return sprintf(
				/* translators: %s: a number of minutes. */
				__( 'In %s minutes', 'rappel' ),
				detail
			);
		case 'key_pressed':
			return sprintf(
				/* translators: %s: a digit of the phone. */
				__( 'Key %s', 'rappel' ),
				detail
			);
		case 'survey_answered':
			return sprintf(
				/* translators: %s: a score from 1 to 5. */
				__( '%s out of 5', 'rappel' ),
				detail
			);
		case 'fell_back':
			return fallbackSentence( detail );
		case 'call_failed':
		case 'failed':
		case 'dial_unknown':
			return networkCodeWords( detail );
		case 'cancelled':
			return detail === 'wrong_number'
				? __( 'The number was wrong.', 'rappel' )
				: '';
		case 'assigned':
		case 'rescheduled':
		case 'handled':
		case 'supervised':
			return actionDetail( type, detail, reading );
		default:
			return detail;
	}
}

function retrySentence( reason: string ): string {
	switch ( reason ) {
		case 'busy':
			return __( 'The line was busy.', 'rappel' );
		case 'no_answer':
			return __( 'Nobody answered.', 'rappel' );
		case 'machine':
			return __( 'An answering machine answered.', 'rappel' );
		case 'short_call':
			return __( 'The conversation was very short.', 'rappel' );
		default:
			return '';
	}
}

function fallbackSentence( type: string ): string {
	switch ( type ) {
		case 'call_number':
			return __( 'The other number is called.', 'rappel' );
		case 'voicemail':
			return __( 'The client may leave a message.', 'rappel' );
		case 'text_message':
			return __( 'The client gets a link to book a time.', 'rappel' );
		default:
			return '';
	}
}

/** How a leg ended. */
export function legEnd( { endReason, hungUpFirst }: Leg ): string {
	switch ( endReason ) {
		case null:
			return '';
		case 'completed':
			return hungUpFirst
				? __( 'Hung up first', 'rappel' )
				: __( 'Ended', 'rappel' );
		case 'busy':
			return __( 'Busy', 'rappel' );
		case 'no_answer':
			return __( 'No answer', 'rappel' );
		case 'refused':
			return __( 'Refused', 'rappel' );
		case 'failed':
			return __( 'Call failed', 'rappel' );
		case 'cancelled':
			return __( 'Cancelled', 'rappel' );
		case 'machine':
			return __( 'Answering machine', 'rappel' );
		case 'not_confirmed_by_key':
			return __( 'No key pressed', 'rappel' );
		case 'withdrawn':
			return __( 'Taken back', 'rappel' );
		case 'not_confirmed':
			return __( 'Not confirmed', 'rappel' );
	}
}
