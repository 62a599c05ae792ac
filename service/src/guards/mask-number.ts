import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

const shownAtEnd = 2;

/**
 * A number for somebody who may not see it: all but its country code and its last two digits is replaced, "+33•••••••78".
 *
 * @param e164 One whose country is not known is masked but for its end.
 */
export function maskNumber( e164: string ): string {
	const digits = e164.replace( /\D/g, '' );
	const code = parsePhoneNumberFromString( e164 )?.countryCallingCode ?? '';
	const hidden = Math.max( 0, digits.length - code.length - shownAtEnd );
	return `+${ code }${ '•'.repeat( hidden ) }${ digits.slice( -shownAtEnd ) }`;
}
