/**
 * Remembers so many values, the latest asked for; the key names everything a value depends on, so none of them is ever out of
 * date.
 */
export function rememberLast< T >(
	limit: number
): ( key: string, make: () => T ) => T {
	const values = new Map< string, T >();
	return ( key, make ) => {
		const known = values.get( key );
		const value = known === undefined ? make() : known;
		// To the end: the first of the map is the one that nobody asked for the longest.
		values.delete( key );
		values.set( key, value );
		const [ oldest ] = values.keys();
		if ( values.size > limit && oldest !== undefined ) {
			values.delete( oldest );
		}
		return value;
	};
}
