/** What of a request can be searched. */
export interface Searchable {
	/** E.164. */
	number: string;
	name: string | null;
	pageTitle: string | null;
}

/** Of a title nobody looks for the twentieth word. */
const mostWords = 12;
const longestWord = 30;
const fewestDigits = 3;

/** Before the digits of a number, so that "36" typed as a word does not find numbers. */
const ofNumber = '#';

/**
 * By which beginnings a request is found: each end of its number of three digits or more (an end that begins with what was typed has
 * it somewhere in the number), and each word of its name and its page's title. By their beginnings alone an index finds them.
 */
export function wordsOf( { number, name, pageTitle }: Searchable ): string[] {
	const digits = number.replace( /\D/g, '' );
	const ends = Array.from(
		{ length: Math.max( 0, digits.length - fewestDigits + 1 ) },
		( _, from ) => ofNumber + digits.slice( from )
	);
	return [
		...new Set( [
			...ends,
			...folded( name ?? '' ).slice( 0, mostWords ),
			...folded( pageTitle ?? '' ).slice( 0, mostWords ),
		] ),
	];
}

/**
 * What is looked for: each must be the beginning of one of a request's words. Empty: nothing that could be looked for was typed.
 *
 * A number as people write it ("06 12 34", "+33 6"): a leading zero is none of E.164.
 */
export function soughtIn( typed: string ): string[] {
	if ( /^[\d\s+().\-–/]+$/.test( typed ) ) {
		const digits = typed.replace( /\D/g, '' ).replace( /^0+/, '' );
		if ( digits.length >= fewestDigits ) {
			return [ ofNumber + digits ];
		}
	}
	return folded( typed ).slice( 0, mostWords );
}

/** The digits that a word stands for; null: it is one of a name or a title. */
export const digitsOf = ( word: string ): string | null =>
	word.startsWith( ofNumber ) ? word.slice( ofNumber.length ) : null;

/** Without case and accents, as databases differ in what they take for the same. */
function folded( text: string ): string[] {
	return (
		text
			.normalize( 'NFD' )
			.replace( /\p{M}/gu, '' )
			.toLowerCase()
			.match( /[\p{L}\p{N}]+/gu )
			?.map( ( word ) => word.slice( 0, longestWord ) ) ?? []
	);
}
