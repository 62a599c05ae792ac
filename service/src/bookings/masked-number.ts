import { shownNumber } from '../callbacks/shown-number.js';

const shownAtStart = 4;
const shownAtEnd = 2;

/** In national format with its middle masked, "06 12 •• •• 78": enough to recognise one's own number by. */
export function maskedNumber( e164: string ): string {
	const shown = shownNumber( e164 );
	const digits = shown.replace( /\D/g, '' ).length;
	let position = 0;
	return shown.replace( /\d/g, ( digit ) => {
		const isMasked =
			position >= shownAtStart && position < digits - shownAtEnd;
		position++;
		return isMasked ? '•' : digit;
	} );
}
