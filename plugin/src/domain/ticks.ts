/**
 * Round figures from 0 up to the highest value or a little above it; at most five.
 *
 * @param highest
 * @param counted Requests are counted, rates are not: a step of half a request says nothing.
 */
export function ticksUpTo( highest: number, counted: boolean ): number[] {
	if ( highest <= 0 ) {
		return [ 0, 1 ];
	}
	const rough = highest / 4;
	const power = 10 ** Math.floor( Math.log10( rough ) );
	const step =
		[ 1, 2, 2.5, 5, 10 ]
			.map( ( factor ) => factor * power )
			.find( ( candidate ) => candidate >= rough * 0.999 ) ?? rough;
	const spacing = counted ? Math.max( 1, Math.ceil( step ) ) : step;
	const count = Math.ceil( highest / spacing - 0.001 );
	return Array.from( { length: count + 1 }, ( _, place ) =>
		Number( ( place * spacing ).toPrecision( 12 ) )
	);
}
