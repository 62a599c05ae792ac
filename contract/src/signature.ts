/**
 * How WordPress signs a call to the service. Both sides build the same text and compare HMAC-SHA256 (hex) of it, keyed
 * with the site's secret as it was given (the base64url text itself, not its bytes).
 */
export const signatureHeaders = {
	site: 'rappel-site',
	/** Seconds since 1970, decimal. Refused when more than 300 s from the service's clock. */
	timestamp: 'rappel-timestamp',
	/** 16 to 64 characters of [A-Za-z0-9_-]. On POST, PUT and DELETE it is taken once. */
	nonce: 'rappel-nonce',
	/** The site's home URL as WordPress has it now; a copy of a site shows itself by it. */
	home: 'rappel-home',
	contract: 'rappel-contract',
	signature: 'rappel-signature',
} as const;

export const contractVersion = 1;
export const signatureToleranceSeconds = 300;

export interface SignedParts {
	method: string;
	/** Path and query exactly as sent: "/v1/callback-requests?limit=25". */
	target: string;
	/** Hex SHA-256 of the body's bytes; of the empty text when there is none. */
	bodySha256: string;
	timestamp: string;
	nonce: string;
	homeUrl: string;
}

/**
 * The text that is signed: six lines, joined by a line feed, with no line feed at the end.
 *
 * @param parts   What is signed.
 * @param version As the contract header says; a service that knows a newer one checks with the caller's.
 */
export function textToSign(
	parts: SignedParts,
	version: number = contractVersion
): string {
	return [
		`rappel-${ version }`,
		parts.method.toUpperCase(),
		parts.target,
		parts.bodySha256,
		`${ parts.timestamp } ${ parts.nonce }`,
		parts.homeUrl,
	].join( '\n' );
}
