/**
 * A UUID v4, made at submit and never in cached HTML: two clicks or a second try with the same key are one request.
 *
 * `crypto.randomUUID` exists in secure contexts only; a page on plain http falls back to `getRandomValues`, which all have.
 */
export function createRequestKey(): string {
	if ( crypto.randomUUID ) {
		return crypto.randomUUID();
	}
	const bytes = crypto.getRandomValues( new Uint8Array( 16 ) );
	bytes[ 6 ] = ( bytes[ 6 ]! % 16 ) + 64;
	bytes[ 8 ] = ( bytes[ 8 ]! % 64 ) + 128;
	const hex = Array.from( bytes, ( byte ) =>
		byte.toString( 16 ).padStart( 2, '0' )
	).join( '' );
	return hex.replace( /^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-' );
}
