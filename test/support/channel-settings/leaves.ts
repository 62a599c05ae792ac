/** Paths of the settings on the wire, to what is a list or has no parts: "calls.voice". */
export function leaves( value: unknown, path = '' ): Map< string, string > {
	const isPart =
		typeof value === 'object' && value !== null && ! Array.isArray( value );
	const parts = isPart ? Object.entries( value ) : [];
	if ( parts.length === 0 ) {
		return new Map( [ [ path, JSON.stringify( value ) ] ] );
	}
	return new Map(
		parts.flatMap( ( [ name, part ] ) => [
			...leaves( part, path ? `${ path }.${ name }` : name ),
		] )
	);
}
