/**
 * The basic letters of GSM-7, seven bits each: 3GPP TS 23.038, 6.2.1. é è à ù are there, ê ç ô á are not, and Ç is only as a
 * capital.
 */
const basic = new Set(
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
);
/** Its extension table, two times seven bits each: an escape and a letter. 3GPP TS 23.038, 6.2.1.1. */
const extended = new Set( '\f^{}\\[~]|€' );

/**
 * How much one message holds alone, and each of several, which give up room for their order: 3GPP TS 23.040, 9.2.3.24.1. In
 * septets of GSM-7, in UTF-16 units of UCS-2. https://www.twilio.com/docs/glossary/what-sms-character-limit
 */
const room = {
	gsm7: { alone: 160, each: 153 },
	ucs2: { alone: 70, each: 67 },
} as const;

export interface Measured {
	encoding: keyof typeof room;
	/** What is billed. */
	segments: number;
	/** In the encoding's units: a letter of the extension table and an emoji count two. */
	characters: number;
	/** Those that are not in GSM-7, each once, in the text's order. */
	costlyCharacters: string[];
}

/** What a text message is billed as. */
export function measured( text: string ): Measured {
	const characters = [ ...text ];
	const costlyCharacters = [
		...new Set( characters.filter( ( one ) => ! isGsm7( one ) ) ),
	];
	const encoding = costlyCharacters.length === 0 ? 'gsm7' : 'ucs2';
	const sizes = characters.map( ( one ) =>
		encoding === 'ucs2' ? one.length : Number( extended.has( one ) ) + 1
	);
	return {
		encoding,
		segments: segmentsFor( sizes, room[ encoding ] ),
		characters: sizes.reduce( ( sum, size ) => sum + size, 0 ),
		costlyCharacters,
	};
}

/** Whether the text needs no more than seven bits a letter. */
export function isGsm7( text: string ): boolean {
	return [ ...text ].every(
		( one ) => basic.has( one ) || extended.has( one )
	);
}

/** A character of two units is never split: where one place is left in a segment, it begins the next. */
function segmentsFor(
	sizes: readonly number[],
	{ alone, each }: { alone: number; each: number }
): number {
	if ( sizes.reduce( ( sum, size ) => sum + size, 0 ) <= alone ) {
		return 1;
	}
	let segments = 1;
	let used = 0;
	for ( const size of sizes ) {
		if ( used + size > each ) {
			segments += 1;
			used = 0;
		}
		used += size;
	}
	return segments;
}
