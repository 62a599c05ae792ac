import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { mayCallCountry } from '../state/account-state.js';
import type { AccountState } from '../state/account-state.js';
import { TwilioError } from './twilio-error.js';

/**
 * Refuses what a trial, or the countries that were chosen, do not allow.
 *
 * @throws {TwilioError} 21219 (https://www.twilio.com/docs/api/errors/21219), 21215
 */
export function refuseCall( account: AccountState, to: string ): void {
	if ( ! isVerified( account, to ) ) {
		throw new TwilioError(
			21219,
			`The number ${ to } is unverified. Trial accounts may only make calls to verified numbers.`
		);
	}
	const country = parsePhoneNumberFromString( to )?.country;
	if ( country && ! mayCallCountry( account, country ) ) {
		throw new TwilioError(
			21215,
			`Account not authorized to call ${ to }. Perhaps you need to enable some international permissions.`
		);
	}
}

/**
 * @throws {TwilioError} 21608 (https://www.twilio.com/docs/api/errors/21608)
 */
export function refuseMessage( account: AccountState, to: string ): void {
	if ( ! isVerified( account, to ) ) {
		throw new TwilioError(
			21608,
			`The number ${ to } is unverified. Trial accounts cannot send messages to unverified numbers.`
		);
	}
}

function isVerified( account: AccountState, to: string ): boolean {
	return account.type === 'Full' || account.verifiedNumbers.includes( to );
}
