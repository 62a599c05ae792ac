import { createHmac } from 'node:crypto';

/**
 * X-Twilio-Signature: base64 of HMAC-SHA1, keyed by the auth token, over the whole address followed by each form
 * parameter's name and value, sorted by name (https://www.twilio.com/docs/usage/security). A GET has its parameters in
 * the address only.
 */
export function sign(
	authToken: string,
	url: string,
	form: Record< string, string >
): string {
	const signed = Object.keys( form )
		.sort()
		.reduce( ( text, name ) => text + name + form[ name ], url );
	return createHmac( 'sha1', authToken )
		.update( signed, 'utf8' )
		.digest( 'base64' );
}
