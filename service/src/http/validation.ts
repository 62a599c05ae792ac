import type { ErrorCode, Language } from '@rappel/contract';
import type { ZodError } from 'zod';
import type { HoursFaultCode } from '../availability/check-hours.js';
import { text, type TextKey } from '../messages/texts.js';

export interface Fault {
	/** A JSON path: "settings.openingHours.weekly.0.from"; empty for the whole body. */
	field: string;
	/** "required", "too_long", …: the second part of the sentence's key; or an error code. */
	code: string;
	detail: string;
}

type Issue = ZodError[ 'issues' ][ number ];

/** A visitor's number has sentences of its own, which are kinder than those of any field. */
const numberCodes: Partial< Record< TextKey, ErrorCode > > = {
	'validation.required': 'number_missing',
	'validation.too_short': 'number_missing',
	'validation.too_long': 'number_invalid',
};

/** Every fault that a schema found, each with a sentence for the person. */
export function faultsOf( error: ZodError, language: Language ): Fault[] {
	return error.issues.map( ( issue ) => {
		const field = issue.path.join( '.' );
		const [ key, values ] = sentenceOf( issue );
		const numberCode = field === 'number' ? numberCodes[ key ] : undefined;
		return numberCode
			? {
					field,
					code: numberCode,
					detail: text( `problem.${ numberCode }`, language ),
				}
			: {
					field,
					code: key.slice( 'validation.'.length ),
					detail: text( key, language, values ),
				};
	} );
}

function sentenceOf(
	issue: Issue
): [ key: TextKey, values?: Record< string, string | number > ] {
	switch ( issue.code ) {
		case 'invalid_type':
			// Zod tells an absent value apart in the message only: "Invalid input: expected string, received undefined".
			return [
				issue.message.endsWith( 'received undefined' )
					? 'validation.required'
					: 'validation.type',
			];
		case 'too_small':
			return tooSmall( issue.origin, Number( issue.minimum ) );
		case 'too_big':
			return tooBig( issue.origin, Number( issue.maximum ) );
		case 'invalid_value':
			return [
				'validation.option',
				{ options: issue.values.map( String ).join( ', ' ) },
			];
		case 'invalid_format':
			return [ formatKey( issue ) ];
		case 'custom':
			return [ customKey( issue.params?.fault ) ];
		default:
			return [ 'validation.other' ];
	}
}

/** Of rules that a schema cannot hold. */
const customKeys: Readonly< Record< HoursFaultCode, TextKey > > = {
	ranges_overlap: 'validation.ranges_overlap',
	date_twice: 'validation.date_twice',
	ends_before_start: 'validation.ends_before_start',
	date_unknown: 'validation.date_unknown',
	country_unknown: 'validation.country_unknown',
	region_unknown: 'validation.region_unknown',
};

function customKey( fault: unknown ): TextKey {
	return typeof fault === 'string' && Object.hasOwn( customKeys, fault )
		? customKeys[ fault as HoursFaultCode ]
		: 'validation.other';
}

function tooSmall(
	origin: string,
	minimum: number
): [ TextKey, Record< string, number >? ] {
	if ( origin === 'string' ) {
		return minimum === 1
			? [ 'validation.required' ]
			: [ 'validation.too_short', { minimum } ];
	}
	return [
		origin === 'array' ? 'validation.too_few' : 'validation.too_small',
		{ minimum },
	];
}

function tooBig(
	origin: string,
	maximum: number
): [ TextKey, Record< string, number > ] {
	if ( origin === 'string' ) {
		return [ 'validation.too_long', { maximum } ];
	}
	return [
		origin === 'array' ? 'validation.too_many' : 'validation.too_big',
		{ maximum },
	];
}

function formatKey(
	issue: Extract< Issue, { code: 'invalid_format' } >
): TextKey {
	if ( issue.format === 'url' ) {
		return 'validation.url';
	}
	const last = issue.path.at( -1 );
	return last === 'from' || last === 'to'
		? 'validation.time'
		: 'validation.format';
}
