/**
 * A UUID v4, made at submit and never in cached HTML: two clicks or a second try with the same key are one request.
 *
 * `crypto.randomUUID` exists in secure contexts only, and a page may be on plain http. 120 of its bits are random, of 122 that may be.
 */
export const createRequestKey = (): string =>
	'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace( /x/g, () =>
		( crypto.getRandomValues( new Uint8Array( 1 ) )[ 0 ]! % 16 ).toString(
			16
		)
	);
