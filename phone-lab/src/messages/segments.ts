// GSM 03.38: the letters a text message holds in seven bits, and those that take two of them.
const basic =
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '^{}\\[~]|€\f';

/** How many parts a text is sent in: 160 letters or 153 a part; 70 or 67 as soon as one letter needs UCS-2. */
export function segmentsOf( body: string ): number {
	const letters = [ ...body ];
	const inGsm7 = letters.every(
		( letter ) => basic.includes( letter ) || extended.includes( letter )
	);
	return inGsm7
		? parts(
				letters.map( ( letter ) =>
					extended.includes( letter ) ? 2 : 1
				),
				160,
				153
			)
		: parts(
				letters.map( ( { length } ) => length ),
				70,
				67
			);
}

/** A letter that takes two places is never split between two parts. */
function parts(
	sizes: readonly number[],
	single: number,
	each: number
): number {
	if ( sizes.reduce( ( sum, size ) => sum + size, 0 ) <= single ) {
		return 1;
	}
	let count = 1;
	let used = 0;
	for ( const size of sizes ) {
		if ( used + size > each ) {
			count += 1;
			used = 0;
		}
		used += size;
	}
	return count;
}
