/** A stretch of time in epoch milliseconds, its end not in it. Lists of spans are sorted and disjoint, and do not touch. */
export interface Span {
	start: number;
	end: number;
}

/** In order, those that overlap or touch as one. Empty ones are left out. */
export function joined( spans: readonly Span[] ): Span[] {
	const result: Span[] = [];
	for ( const { start, end } of inOrder( spans ) ) {
		const last = result.at( -1 );
		if ( start >= end ) {
			continue;
		}
		if ( last && start <= last.end ) {
			last.end = Math.max( last.end, end );
		} else {
			result.push( { start, end } );
		}
	}
	return result;
}

/** What is left of spans without others. Both lists are sorted and disjoint. */
export function without(
	spans: readonly Span[],
	removed: readonly Span[]
): Span[] {
	if ( removed.length === 0 ) {
		return [ ...spans ];
	}
	return spans.flatMap( ( span ) => {
		const left: Span[] = [];
		let start = span.start;
		for ( const hole of removed ) {
			if ( hole.end <= start || hole.start >= span.end ) {
				continue;
			}
			if ( hole.start > start ) {
				left.push( { start, end: hole.start } );
			}
			start = hole.end;
		}
		return start < span.end ? [ ...left, { start, end: span.end } ] : left;
	} );
}

function inOrder( spans: readonly Span[] ): readonly Span[] {
	return spans.every(
		( { start }, index ) =>
			index === 0 || start >= ( spans[ index - 1 ]?.start ?? start )
	)
		? spans
		: spans.toSorted( ( a, b ) => a.start - b.start );
}
