import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import type { Language } from '@rappel/contract';
import { text } from '../messages/texts.js';
import type { Site } from '../sites/site.js';
import { cheapText } from '../text-messages/domain/cheap-text.js';
import { codeRules } from './domain/number-code.js';

/** What a code is the code of. */
export interface CodeOf {
	site: Pick< Site, 'secret' >;
	requestKey: string;
	/** E.164. */
	number: string;
}

export function newCode(): string {
	return String( randomInt( 10 ** codeRules.digits ) ).padStart(
		codeRules.digits,
		'0'
	);
}

/** Hex. Keyed, since whoever reads the table could try all codes in a second. */
export function digestOf(
	{ site, requestKey, number }: CodeOf,
	code: string
): string {
	return createHmac( 'sha256', site.secret )
		.update( `code ${ requestKey } ${ number } ${ code }` )
		.digest( 'hex' );
}

/** Typed as people do: "123 456", "123-456". */
export function isCode( of: CodeOf, digest: string, typed: string ): boolean {
	return timingSafeEqual(
		Buffer.from( digestOf( of, typed.replace( /\D/g, '' ) ) ),
		Buffer.from( digest )
	);
}

/**
 * The SMS. Its last line lets a phone fill the code in on the site's own pages, and on no other
 * (https://wicg.github.io/sms-one-time-codes/).
 */
export function codeMessage(
	site: Pick< Site, 'name' | 'homeUrl' >,
	code: string,
	language: Language
): string {
	const sentence = text( 'number_code.message', language, {
		code,
		company: site.name,
		minutes: codeRules.validMinutes,
	} );
	const { hostname } = new URL( site.homeUrl );
	return `${ cheapText( sentence ) }\n\n@${ hostname } #${ code }`;
}
