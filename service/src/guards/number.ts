import type { ErrorCode } from '@rappel/contract';
import {
	isSupportedCountry,
	parsePhoneNumberFromString,
	type NumberType,
	type PhoneNumber,
} from 'libphonenumber-js/max';
import type { NumberRefusalText } from '../messages/text-key.js';

export interface NumberGuards {
	/** ISO 3166-1 alpha-2: how a number without a country code is read. */
	defaultCountry: string;
	/** Nothing else is called; an empty list calls nobody. Null for a number that the owner chose: any country. */
	allowedCountries: string[] | null;
	/** Whether a number that costs its owner money when called will do, as it does for a company's line. */
	allowTollFree?: boolean;
}

export interface AcceptedNumber {
	ok: true;
	e164: string;
	/** "06 12 34 56 78" */
	national: string;
	/** "+33 6 12 34 56 78" */
	international: string;
	country: string;
	type: NonNullable< NumberType >;
}

export interface RefusedNumber {
	ok: false;
	code: ErrorCode;
	/** The sentence for the person, where it can say more than the code. */
	text?: NumberRefusalText;
}

/** What costs more than a call, reaches no person, or is nobody's own telephone. */
const refusedTypes: Partial<
	Record< NonNullable< NumberType >, NumberRefusalText >
> = {
	PREMIUM_RATE: 'problem.number_type_refused.premium',
	SHARED_COST: 'problem.number_type_refused.shared_cost',
	UAN: 'problem.number_type_refused.company_wide',
	VOICEMAIL: 'problem.number_type_refused.voicemail',
	PAGER: 'problem.number_type_refused.pager',
	// Among them the British 070, as dear as a premium number.
	PERSONAL_NUMBER: 'problem.number_type_refused.personal',
};

/** Inmarsat, mobile satellite systems, and the international networks that share 882 and 883 (ITU-T E.164 annex). */
const satelliteCodes = new Set( [ '870', '881', '882', '883' ] );

const emergencyNumbers = new Set( [
	'000',
	'110',
	'112',
	'114',
	'115',
	'119',
	'15',
	'17',
	'18',
	'191',
	'196',
	'197',
	'911',
	'999',
] );

/** ASCII digits and what people put between them; no-break spaces and dashes of every width are among \s and \p{Pd}. */
const typedPattern =
	/^(?:tel:)?[+\d\s\p{Pd}\u2212().\/\u200e\u200f\u202a-\u202e]+$/iu;

/**
 * Reads a number as a person types it ("06.12.34.56.78", "+33 (0)6…", "0033 6…") and decides whether it may be called.
 *
 * Digits of other scripts are refused: they let one number pass for many.
 */
export function checkNumber(
	typed: string,
	guards: NumberGuards
): AcceptedNumber | RefusedNumber {
	if ( typed.trim() === '' ) {
		return { ok: false, code: 'number_missing' };
	}
	if ( ! typedPattern.test( typed.trim() ) ) {
		return {
			ok: false,
			code: 'number_invalid',
			text: 'problem.number_invalid.characters',
		};
	}
	const digits = typed.replace( /[^+\d]/g, '' );
	const parsed = read( digits, guards.defaultCountry );
	if ( ! parsed?.isValid() ) {
		return refuseUnknown( digits, parsed );
	}
	const refused = typeRefusal( parsed, guards.allowTollFree === true );
	if ( refused ) {
		return { ok: false, code: 'number_type_refused', text: refused };
	}
	const country = parsed.country;
	const type = parsed.getType();
	if ( country === undefined || type === undefined ) {
		return { ok: false, code: 'number_type_refused' };
	}
	if (
		guards.allowedCountries !== null &&
		! guards.allowedCountries.includes( country )
	) {
		return { ok: false, code: 'number_country_refused' };
	}
	return {
		ok: true,
		e164: parsed.number,
		national: parsed.formatNational(),
		international: parsed.formatInternational(),
		country,
		type,
	};
}

/** An international prefix of 00 is understood everywhere, also where another one is the country's own. */
function read(
	digits: string,
	defaultCountry: string
): PhoneNumber | undefined {
	const country = isSupportedCountry( defaultCountry )
		? defaultCountry
		: undefined;
	const parsed = parsePhoneNumberFromString( digits, country );
	if ( ! parsed?.isValid() && digits.startsWith( '00' ) ) {
		return (
			parsePhoneNumberFromString( `+${ digits.slice( 2 ) }` ) ?? parsed
		);
	}
	return parsed;
}

function typeRefusal(
	parsed: PhoneNumber,
	allowTollFree: boolean
): NumberRefusalText | null {
	if ( satelliteCodes.has( parsed.countryCallingCode ) ) {
		return 'problem.number_type_refused.satellite';
	}
	const type = parsed.getType();
	if ( type === 'TOLL_FREE' ) {
		return allowTollFree ? null : 'problem.number_type_refused.toll_free';
	}
	return ( type && refusedTypes[ type ] ) ?? frenchSurcharge( parsed );
}

/** 081, 082 and 089 are charged services whatever a table of number types says of one of them (Arcep, 2018-0881). */
function frenchSurcharge( parsed: PhoneNumber ): NumberRefusalText | null {
	return parsed.countryCallingCode === '33' &&
		/^8[129]/.test( parsed.nationalNumber )
		? 'problem.number_type_refused.shared_cost'
		: null;
}

/** Why it is not a number that exists: so short that it must be a service's, or too short, or too long. */
function refuseUnknown(
	digits: string,
	parsed: PhoneNumber | undefined
): RefusedNumber {
	if ( parsed && satelliteCodes.has( parsed.countryCallingCode ) ) {
		return {
			ok: false,
			code: 'number_type_refused',
			text: 'problem.number_type_refused.satellite',
		};
	}
	const national =
		( digits.startsWith( '+' ) && parsed?.nationalNumber ) ||
		digits.replace( /^\+/, '' );
	if ( emergencyNumbers.has( national ) ) {
		return {
			ok: false,
			code: 'number_type_refused',
			text: 'problem.number_type_refused.emergency',
		};
	}
	if ( /^[1-9]\d{2,5}$/.test( national ) && ! digits.startsWith( '+' ) ) {
		return {
			ok: false,
			code: 'number_type_refused',
			text: 'problem.number_type_refused.short',
		};
	}
	const length = digits.replace( /\D/g, '' ).length;
	if ( length > 15 ) {
		return {
			ok: false,
			code: 'number_invalid',
			text: 'problem.number_invalid.too_long',
		};
	}
	return length < 8
		? {
				ok: false,
				code: 'number_invalid',
				text: 'problem.number_invalid.too_short',
			}
		: { ok: false, code: 'number_invalid' };
}
