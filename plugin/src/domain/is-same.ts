export type Tree = Record< string, unknown >;

export const isTree = ( value: unknown ): value is Tree =>
	typeof value === 'object' && value !== null && ! Array.isArray( value );

/** Whether two values of a channel's settings are the same; the order in which an object was built does not count. */
export function isSame( one: unknown, other: unknown ): boolean {
	if ( isTree( one ) && isTree( other ) ) {
		return Object.keys( { ...one, ...other } ).every( ( key ) =>
			isSame( one[ key ], other[ key ] )
		);
	}
	if ( Array.isArray( one ) && Array.isArray( other ) ) {
		return (
			one.length === other.length &&
			one.every( ( value, place ) => isSame( value, other[ place ] ) )
		);
	}
	return Object.is( one, other );
}
