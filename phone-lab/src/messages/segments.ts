// GSM 03.38: the letters a text message holds in seven bits, and those that take two of them.
const basic =
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '^{}\\[~]|€\f';

/** How many parts a text is sent in: 160 letters or 153 a part; 70 or 67 as soon as one letter needs UCS-2. */
export function segmentsOf( body: string ): number {
	let septets = 0;
	for ( const letter of body ) {
		if ( basic.includes( letter ) ) {
			septets += 1;
		} else if ( extended.includes( letter ) ) {
			septets += 2;
		} else {
			return parts( body.length, 70, 67 );
		}
	}
	return parts( septets, 160, 153 );
}

const parts = ( length: number, single: number, each: number ): number =>
	length <= single ? 1 : Math.ceil( length / each );
