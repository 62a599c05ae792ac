const milliPerUnit = 1_000;

/** What an amount that is typed may be, in thousandths: a hundredth, to a million. */
const range = [ 10, 1_000_000_000 ] as const;

/**
 * An amount as people type it ("50", "12,50", "1 200.00"), in thousandths.
 *
 * @param typed
 * @return Null: nothing is typed. NaN: it is no amount, or out of bounds.
 */
export function readAmount( typed: string ): number | null {
	const plain = typed.replace( /\s/g, '' );
	if ( plain === '' ) {
		return null;
	}
	const milli = /^\d+([.,]\d{1,2})?$/.test( plain )
		? Math.round( Number( plain.replace( ',', '.' ) ) * milliPerUnit )
		: NaN;
	return milli >= range[ 0 ] && milli <= range[ 1 ] ? milli : NaN;
}

/**
 * An amount to be typed on: "12,5" in French.
 *
 * @param milli
 * @param locale
 */
export function typedAmount( milli: number | null, locale: string ): string {
	return milli === null
		? ''
		: new Intl.NumberFormat( locale, { useGrouping: false } ).format(
				milli / milliPerUnit
			);
}
