import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** "+33612345678" → "06 12 34 56 78": as the person who typed it knows it. */
export function shownNumber( e164: string ): string {
	return parsePhoneNumberFromString( e164 )?.formatNational() ?? e164;
}

/** A caller id as the called phone shows it: in national form at home, with its country code abroad. */
export function shownTo( callerId: string, calledNumber: string ): string {
	const shown = parsePhoneNumberFromString( callerId );
	if ( ! shown ) {
		return callerId;
	}
	const called = parsePhoneNumberFromString( calledNumber );
	return shown.countryCallingCode === called?.countryCallingCode
		? shown.formatNational()
		: shown.formatInternational();
}
