import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * Whether a number may be a mobile's. In countries whose numbers do not tell (the United States, Canada) any may.
 *
 * @param e164 A number that was checked when it was saved.
 */
export function isMobile( e164: string ): boolean {
	const type = parsePhoneNumberFromString( e164 )?.getType();
	return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE';
}
