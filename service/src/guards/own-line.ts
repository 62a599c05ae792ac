import { Refusal } from '../refusal.js';
import { checkNumber, type AcceptedNumber } from './number.js';

/** French overseas departments and territories that share the French numbering plan. */
const frenchPlan = new Set( [
	'FR',
	'GP',
	'GF',
	'MQ',
	'RE',
	'YT',
	'PM',
	'BL',
	'MF',
] );

/** What a party may be shown as the caller: not a freephone number, which cannot call. */
const callerIdTypes = new Set< AcceptedNumber[ 'type' ] >( [
	'FIXED_LINE',
	'MOBILE',
	'FIXED_LINE_OR_MOBILE',
	'VOIP',
] );

/**
 * The number at which a company is called, as its owner typed it: of any country, not premium, shared cost, short, satellite or
 * emergency (in France 081, 082, 089, 118xyz).
 *
 * @return E.164; null for null and for an empty text.
 * @throws {Refusal} number_invalid, number_type_refused.
 */
export function readDestinationNumber(
	typed: string | null,
	defaultCountry: string,
	field: string
): string | null {
	return typed === null || typed === ''
		? null
		: readOwnLine( typed, defaultCountry, field ).e164;
}

/**
 * The number that both parties are shown.
 *
 * A platform may not show a French mobile number (06, 07): operators cut such calls off since 2023 (Arcep decision 2018-0881,
 * as changed by 2022-1583, on automated and platform calls). Whether the number belongs to the account is Twilio's to say (21210).
 *
 * @return E.164; null for null and for an empty text.
 * @throws {Refusal} number_invalid, number_type_refused.
 */
export function readCallerId(
	typed: string | null,
	defaultCountry: string,
	field: string
): string | null {
	if ( typed === null || typed === '' ) {
		return null;
	}
	const number = readOwnLine( typed, defaultCountry, field );
	if ( number.type === 'MOBILE' && frenchPlan.has( number.country ) ) {
		throw new Refusal( 'number_type_refused', {
			field,
			text: 'problem.caller_id_mobile',
		} );
	}
	if ( ! callerIdTypes.has( number.type ) ) {
		throw new Refusal( 'number_type_refused', {
			field,
			text: 'problem.caller_id_type',
		} );
	}
	return number.e164;
}

function readOwnLine(
	typed: string,
	defaultCountry: string,
	field: string
): AcceptedNumber {
	const number = checkNumber( typed, {
		defaultCountry,
		allowedCountries: null,
		allowTollFree: true,
	} );
	if ( ! number.ok ) {
		throw new Refusal( number.code, {
			field,
			...( number.text !== undefined && { text: number.text } ),
		} );
	}
	return number;
}
