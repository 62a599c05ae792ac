import { isGsm7 } from './segments.js';

/** Of what we write ourselves too: « août » without its circumflex is right as well (1990), and so is « 1 dicembre ». */
const plainSpellings: ReadonlyArray< [ RegExp, string ] > = [
	[ /[\u202f\u00a0]/g, ' ' ],
	[ /[‘’]/g, "'" ],
	[ /« ?| ?»|[“”„]/g, '"' ],
	[ /…/g, '...' ],
	[ /[–—]/g, '-' ],
	[ /→/g, '>' ],
	[ /\baoût\b/g, 'aout' ],
	[ /\b1º/g, '1' ],
];

/**
 * The same sentence with the signs that make a message longer than it looks written plainly: a single ’ or no-break space turns
 * the whole message into UCS-2, and 160 characters a part into 70. Where it needs UCS-2 all the same, for a name say, it stays
 * as it is set.
 * https://www.twilio.com/docs/glossary/what-is-gsm-7-character-encoding
 */
export function cheapText( sentence: string ): string {
	const plain = plainSpellings.reduce(
		( text, [ sign, spelling ] ) => text.replaceAll( sign, spelling ),
		sentence
	);
	return isGsm7( plain ) ? plain : sentence;
}
