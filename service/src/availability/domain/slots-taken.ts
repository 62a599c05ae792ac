import type { Span } from './span.js';

/** The time of bookings, epoch milliseconds: the one that starts at `starts[ i ]` ends at `ends[ i ]`. None is empty. */
export interface TakenSpans {
	readonly starts: Float64Array;
	readonly ends: Float64Array;
}

export function takenSpans( spans: readonly Span[] ): TakenSpans {
	const lasting = spans.filter( ( { start, end } ) => start < end );
	return {
		starts: Float64Array.from( lasting, ( { start } ) => start ),
		ends: Float64Array.from( lasting, ( { end } ) => end ),
	};
}

/** How many of them lie over each other within a span, at most: so many do where it begins, or where one of them does. */
export function mostTaken(
	{ starts, ends }: TakenSpans,
	within: Span
): number {
	const overlapping: Span[] = [];
	starts.forEach( ( start, index ) => {
		const end = ends[ index ] ?? start;
		if ( start < within.end && end > within.start ) {
			overlapping.push( { start, end } );
		}
	} );
	const takenAt = ( moment: number ) =>
		overlapping.filter(
			( { start, end } ) => start <= moment && moment < end
		).length;
	return Math.max(
		takenAt( within.start ),
		...overlapping
			.filter( ( { start } ) => start > within.start )
			.map( ( { start } ) => takenAt( start ) )
	);
}
