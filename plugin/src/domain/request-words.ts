import { __ } from '@wordpress/i18n';
import type { RequestSummary } from '@rappel/contract';

export type RequestState = RequestSummary[ 'state' ];
export type Tone = 'waiting' | 'live' | 'good' | 'bad' | 'urgent' | 'quiet';

/** States in which something can still change by itself. */
export const isLive = ( { state }: Pick< RequestSummary, 'state' > ) =>
	state === 'queued' ||
	state === 'calling_company' ||
	state === 'calling_client' ||
	state === 'talking';

export const requestStates: RequestState[] = [
	'overdue',
	'queued',
	'calling_company',
	'calling_client',
	'talking',
	'done',
	'failed',
	'cancelled',
	'expired',
];

export function stateWord( state: RequestState ): string {
	switch ( state ) {
		case 'queued':
			return __( 'Waiting', 'rappel' );
		case 'calling_company':
			return __( 'Calling the company', 'rappel' );
		case 'calling_client':
			return __( 'Calling the client', 'rappel' );
		case 'talking':
			return __( 'Talking', 'rappel' );
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
			return 'live';
		case 'done':
			return 'good';
		case 'failed':
			return 'bad';
		case 'overdue':
			return 'urgent';
		case 'cancelled':
		case 'expired':
			return 'quiet';
	}
}

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
		case 'client_number_invalid':
			return __(
				'The telephone network does not know the client’s number.',
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
