import { __ } from '@wordpress/i18n';
import type { RequestSummary } from '@rappel/contract';

export type RequestState = RequestSummary[ 'state' ];
export type Tone =
	'waiting' | 'paused' | 'live' | 'good' | 'bad' | 'urgent' | 'quiet';

/** States in which something can still change by itself. */
export const isLive = ( { state }: Pick< RequestSummary, 'state' > ) =>
	state === 'queued' ||
	state === 'calling_company' ||
	state === 'calling_client' ||
	state === 'talking' ||
	state === 'surveying' ||
	state === 'leaving_message';

export const requestStates: RequestState[] = [
	'overdue',
	'queued',
	'scheduled',
	'calling_company',
	'calling_client',
	'talking',
	'surveying',
	'leaving_message',
	'done',
	'failed',
	'cancelled',
	'expired',
];

export function stateWord( state: RequestState ): string {
	switch ( state ) {
		case 'scheduled':
			return __( 'Scheduled', 'rappel' );
		case 'queued':
			return __( 'Waiting', 'rappel' );
		case 'calling_company':
			return __( 'Calling the company', 'rappel' );
		case 'calling_client':
			return __( 'Calling the client', 'rappel' );
		case 'talking':
			return __( 'Talking', 'rappel' );
		case 'surveying':
			return __( 'Survey', 'rappel' );
		case 'leaving_message':
			return __( 'Leaving a message', 'rappel' );
		case 'done':
			return __( 'Done', 'rappel' );
		case 'failed':
			return __( 'Not joined', 'rappel' );
		case 'cancelled':
			return __( 'Cancelled', 'rappel' );
		case 'expired':
			return __( 'Expired', 'rappel' );
		case 'overdue':
			return __( 'Overdue', 'rappel' );
	}
}

export function stateTone( state: RequestState ): Tone {
	switch ( state ) {
		case 'queued':
			return 'waiting';
		case 'calling_company':
		case 'calling_client':
		case 'talking':
		case 'surveying':
		case 'leaving_message':
			return 'live';
		case 'done':
			return 'good';
		case 'failed':
			return 'bad';
		case 'overdue':
			return 'urgent';
		case 'scheduled':
		case 'cancelled':
		case 'expired':
			return 'quiet';
	}
}

/** A request whose time has passed is overdue before anything else, until it is called. */
export const labelOf = ( {
	state,
	overdue,
}: Pick< RequestSummary, 'state' | 'overdue' > ): {
	tone: Tone;
	word: string;
} =>
	overdue
		? { tone: 'urgent', word: stateWord( 'overdue' ) }
		: { tone: stateTone( state ), word: stateWord( state ) };

/** Why the two were not joined, and what the reader can do. */
export function failureSentence(
	reason: NonNullable< RequestSummary[ 'failureReason' ] >
): string {
	switch ( reason ) {
		case 'company_busy':
			return __(
				'Your line was busy. Call the client back yourself, or give the channel a number with several lines.',
				'rappel'
			);
		case 'company_no_answer':
			return __(
				'Nobody answered on your side. Call the client back yourself; a longer ring time may help.',
				'rappel'
			);
		case 'company_refused':
			return __(
				'The call was refused on your side. Call the client back yourself.',
				'rappel'
			);
		case 'company_failed':
			return __(
				'The destination number could not be called. Check it in the channel.',
				'rappel'
			);
		case 'company_hung_up':
			return __(
				'Your side hung up before the client answered. Call the client back yourself.',
				'rappel'
			);
		case 'company_machine':
			return __(
				'An answering machine answered on your side. Call the client back yourself.',
				'rappel'
			);
		case 'client_busy':
			return __(
				'The client’s line was busy. Try again later.',
				'rappel'
			);
		case 'client_no_answer':
			return __(
				'The client did not answer. Try again later.',
				'rappel'
			);
		case 'client_refused':
			return __( 'The client refused the call.', 'rappel' );
		case 'client_failed':
			return __(
				'The client’s number could not be called. It may be wrong or out of service.',
				'rappel'
			);
		case 'client_hung_up':
			return __(
				'The client hung up before the two were joined.',
				'rappel'
			);
		case 'client_machine':
			return __(
				'An answering machine answered on the client’s side. Try again later.',
				'rappel'
			);
		case 'client_number_invalid':
			return __(
				'The telephone network does not know the client’s number.',
				'rappel'
			);
		case 'nobody_available':
			return __(
				'Nobody of the team was available. Call the client back yourself.',
				'rappel'
			);
		case 'nobody_accepted':
			return __(
				'Everybody who was called refused or did not answer. Call the client back yourself.',
				'rappel'
			);
		case 'booking_link_sent':
			return __(
				'Nobody was free, so the client got a text message with a link to book a time.',
				'rappel'
			);
		case 'booking_missed':
			return __(
				'Its time passed while nothing could be called, so the client got a text message with a link to pick a new one. You can also call them yourself.',
				'rappel'
			);
		case 'telephony_settings':
			return __(
				'The telephony account refused the call. See the alerts under Rappel → Connection.',
				'rappel'
			);
		case 'telephony_unavailable':
			return __(
				'The telephone network did not answer. Call the client back yourself.',
				'rappel'
			);
		case 'not_confirmed':
			return __(
				'A machine or nobody confirmed the call on your side. Call the client back yourself.',
				'rappel'
			);
	}
}

/** Why it does not ring yet (`HeldBackBy` of the service); empty for a reason of a newer service. */
export function waitingSentence( reason: string ): string {
	switch ( reason ) {
		case 'earlier_requests':
			return __( 'Earlier requests come first.', 'rappel' );
		case 'channel_busy':
			return __( 'The channel’s limit of calls is reached.', 'rappel' );
		case 'agents_busy':
			return __( 'Everybody of the team is on the phone.', 'rappel' );
		case 'account_busy':
			return __(
				'The telephony account’s limit of calls is reached.',
				'rappel'
			);
		case 'client_on_line':
			return __(
				'Another request of this client is being called.',
				'rappel'
			);
		case 'agents_away':
			return __( 'Nobody of the team is online.', 'rappel' );
		case 'owner_away':
			return __( 'It waits for the client’s own agent.', 'rappel' );
		case 'processing_off':
			return __( 'Calls of the channel are stopped.', 'rappel' );
		default:
			return reason.startsWith( 'network:' )
				? __(
						'The telephone network took no call; it is asked again soon.',
						'rappel'
					)
				: '';
	}
}
