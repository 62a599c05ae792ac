/**
 * Of the free starts the so many that are nearest to a wanted one, by time. Of two that are as near, the earlier one.
 *
 * @param wanted Epoch milliseconds.
 * @param free   In order.
 */
export function nearestFree(
	wanted: number,
	free: readonly number[],
	count: number
): number[] {
	const later = free.findIndex( ( start ) => start >= wanted );
	let first = later === -1 ? free.length : later;
	let behind = first;
	while ( behind - first < count && behind - first < free.length ) {
		const before = wanted - ( free[ first - 1 ] ?? -Infinity );
		const after = ( free[ behind ] ?? Infinity ) - wanted;
		if ( before <= after ) {
			first--;
		} else {
			behind++;
		}
	}
	return free.slice( first, behind );
}
