/** The list with one item at another place. A place outside the list changes nothing. */
export function moved< T >(
	list: readonly T[],
	from: number,
	to: number
): T[] {
	const item = list[ from ];
	if ( item === undefined || to < 0 || to >= list.length ) {
		return [ ...list ];
	}
	const others = list.filter( ( _, place ) => place !== from );
	return [ ...others.slice( 0, to ), item, ...others.slice( to ) ];
}
