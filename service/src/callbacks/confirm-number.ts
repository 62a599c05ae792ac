import type { CreateRequest } from '@rappel/contract';
import type { Channel } from '../channels/channel.js';
import { refusalOf, type Checked } from '../number-codes/number-codes.js';
import type { CodeWanted } from '../number-codes/send-code.js';
import type { Site } from '../sites/site.js';

/**
 * Everything else is as it should be: the request would be granted, had its visitor typed the code. Thrown at the end of the
 * transaction, which undoes it: nobody is asked for a code to be told no afterwards, and no slot is held before it is typed.
 */
export class CodeMissing extends Error {
	override readonly name = 'CodeMissing';
	constructor( readonly wanted: CodeWanted ) {
		super( 'The number is not confirmed' );
	}
}

/** The visitor of a request that WordPress had to keep can type no code any more, and it is not to be lost (N16). */
export function wantsCode(
	{ settings }: Channel,
	{ slot, kept }: CreateRequest
): boolean {
	const { confirmNumber } = settings.guards;
	return (
		! kept &&
		( confirmNumber === 'always' ||
			( confirmNumber === 'bookings' && slot !== null ) )
	);
}

/**
 * Whether the code that was typed confirms this number (E.164). Null: none was typed, or none is awaited. Refuses (Refusal) with
 * code_wrong, code_expired and code_used_up, and with too_many_for_number where another code cannot be had.
 */
export function isConfirmed(
	checked: Checked | null,
	number: string
): boolean {
	if ( checked?.code.number !== number ) {
		return false;
	}
	if ( checked.verdict !== 'right' ) {
		throw refusalOf( checked );
	}
	return true;
}

export function codeWantedBy(
	{ key, visitorAddress, language, resendCode }: CreateRequest,
	of: { site: Site; channel: Channel; number: string }
): CodeWanted {
	return {
		...of,
		requestKey: key,
		visitorAddress,
		language,
		again: resendCode,
	};
}
