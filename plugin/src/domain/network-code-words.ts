import { __, sprintf } from '@wordpress/i18n';

/** What an error number of the network means to the owner: https://www.twilio.com/docs/api/errors. The number stays beside it. */
export function networkCodeWords( code: string ): string {
	const meaning = meaningOf( code );
	return meaning
		? sprintf(
				/* translators: 1: a sentence that says what is wrong. 2: an error code of the telephone network. */
				__( '%1$s (code %2$s)', 'rappel' ),
				meaning,
				code
			)
		: sprintf(
				/* translators: %s: an error code of the telephone network, or Rappel's own. */
				__( 'Code: %s', 'rappel' ),
				code
			);
}

function meaningOf( code: string ): string {
	switch ( code ) {
		case '21219':
			return __(
				'The Twilio account is on trial and calls verified numbers only: verify this one in the Twilio console, or upgrade the account.',
				'rappel'
			);
		case '21608':
			return __(
				'The Twilio account is on trial and sends SMS to verified numbers only: verify this one in the Twilio console, or upgrade the account.',
				'rappel'
			);
		case '20003':
		case 'secrets_key':
			return __(
				'The credentials of the Twilio account are refused.',
				'rappel'
			);
		case '21210':
		case '21212':
			return __(
				'The Twilio account may not show the number that is set.',
				'rappel'
			);
		case '21215':
		case '21408':
			return __(
				'The Twilio account may not call this country.',
				'rappel'
			);
		default:
			return '';
	}
}
