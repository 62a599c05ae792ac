import { __ } from '@wordpress/i18n';
import { networkCodeWords } from './network-code-words';

/** What the message was for; empty for one of a newer service. */
export function textMessageWord( kind: string ): string {
	switch ( kind ) {
		case 'confirmation':
			return __( 'Confirmation', 'rappel' );
		case 'reminder':
			return __( 'Reminder', 'rappel' );
		case 'not_reached':
			return __( 'We could not reach you', 'rappel' );
		case 'booking_link':
			return __( 'Link to pick a time', 'rappel' );
		case 'moved':
			return __( 'The new time', 'rappel' );
		case 'cancelled':
			return __( 'The booking is cancelled', 'rappel' );
		case 'reply':
			return __( 'Answer to the client’s SMS', 'rappel' );
		default:
			return '';
	}
}

/** "confirmation 30006" → what was not sent, and why. */
export function notSentWords( detail: string ): string {
	const [ kind = '', why = '' ] = detail.split( ' ' );
	return [ textMessageWord( kind ), whyNotSent( why ) ]
		.filter( Boolean )
		.join( ' · ' );
}

/** Reasons of ours, and codes of Twilio (https://www.twilio.com/docs/api/errors). */
function whyNotSent( why: string ): string {
	switch ( why ) {
		case '':
			return '';
		case 'landline':
		case '21614':
		case '30006':
			return __( 'A landline takes no SMS.', 'rappel' );
		case 'opted_out':
		case '21610':
			return __(
				'The client wants no more SMS from this site.',
				'rappel'
			);
		case '30003':
			return __( 'The phone was off or out of reach.', 'rappel' );
		case '30004':
			return __( 'The number blocks these messages.', 'rappel' );
		case '30005':
			return __( 'The number is not in service.', 'rappel' );
		case '30007':
			return __( 'The network took it for spam.', 'rappel' );
		case 'unknown':
			return __(
				'The network did not say whether it was taken; it is not sent twice.',
				'rappel'
			);
		case 'undelivered':
		case 'failed':
		case '30008':
			return __( 'The network could not deliver it.', 'rappel' );
		default:
			return networkCodeWords( why );
	}
}
