/** From this instant on (epoch milliseconds), so many may be called at the same time. */
export interface CapacityStep {
	from: number;
	places: number;
}

/**
 * How many places there are throughout a call of that length (milliseconds), by its start, and until which start it is so; asked
 * in the order of time.
 *
 * @param steps In order; before the first there is no place.
 */
export function placesDuring(
	steps: readonly CapacityStep[],
	length: number
): ( start: number ) => { places: number; until: number } {
	let index = -1;
	return ( start ) => {
		while ( fromOf( steps, index + 1 ) <= start ) {
			index++;
		}
		let places = steps[ index ]?.places ?? 0;
		let next = index + 1;
		while ( fromOf( steps, next ) < start + length ) {
			places = Math.min( places, steps[ next ]?.places ?? 0 );
			next++;
		}
		// Until one more step comes into the call, or the first of them goes out of it.
		const until = Math.min(
			fromOf( steps, next ) - length + 1,
			fromOf( steps, index + 1 )
		);
		return { places, until };
	};
}

function fromOf( steps: readonly CapacityStep[], index: number ): number {
	return steps[ index ]?.from ?? Infinity;
}

/** How many of several are there, each with spans of their own. */
export function capacityOf(
	people: ReadonlyArray< ReadonlyArray< { start: number; end: number } > >
): CapacityStep[] {
	const changes = new Map< number, number >();
	const change = ( at: number, by: number ) =>
		changes.set( at, ( changes.get( at ) ?? 0 ) + by );
	for ( const { start, end } of people.flat() ) {
		change( start, 1 );
		change( end, -1 );
	}
	let places = 0;
	return [ ...changes ]
		.sort( ( [ a ], [ b ] ) => a - b )
		.filter( ( [ , by ] ) => by !== 0 )
		.map( ( [ from, by ] ) => ( { from, places: ( places += by ) } ) );
}
