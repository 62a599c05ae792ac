import { createHash, createHmac } from 'node:crypto';
import { textToSign } from '../signature.js';

/** One signed call, worked out: what is signed, the text, and the signature that both sides must come to. */
export interface SignatureVector {
	title: string;
	secret: string;
	method: string;
	target: string;
	body: string;
	timestamp: string;
	nonce: string;
	homeUrl: string;
	bodySha256: string;
	textToSign: string;
	signature: string;
}

type Given = Omit< SignatureVector, 'bodySha256' | 'textToSign' | 'signature' >;

const secret = 'c2VjcmV0LW9mLXRoZS1leGFtcGxlcy0zMi1ieXRlcw';
const channel = '/v1/channels/3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const common = {
	secret,
	timestamp: '1795593600',
	homeUrl: 'https://boulangerie.example',
};

const given: Given[] = [
	{
		...common,
		title: 'a read without a body',
		method: 'GET',
		target: '/v1/site',
		body: '',
		nonce: 'q7LmZ0w3_n-4Kx9P',
	},
	{
		...common,
		title: 'a read with a query, exactly as sent',
		method: 'GET',
		target: '/v1/callback-requests?limit=25&cursor=a%2Fb%20c%2B',
		body: '',
		nonce: '0123456789abcdef',
	},
	{
		...common,
		title: 'a write with letters beyond ASCII, as UTF-8 bytes',
		method: 'POST',
		target: '/v1/callback-requests',
		body: '{"name":"Zoë Œuvrard","number":"06\u00a012 34 56 78"}',
		nonce: 'Nonce_with-64-characters_0123456789_abcdefghijklmnopqrstuvwxyz_A',
	},
	{
		...common,
		title: 'a method in lower case, which is signed in upper case',
		method: 'put',
		target: channel,
		body: '{"version":3,"settings":{"name":"Accueil"}}',
		nonce: 'aaaaaaaaaaaaaaaa',
	},
	{
		...common,
		title: 'a deletion by a site in a folder and on a port',
		method: 'DELETE',
		target: channel,
		body: '',
		nonce: 'ZZZZZZZZZZZZZZZZ',
		homeUrl: 'http://127.0.0.1:8800/boutique',
	},
];

/** Five examples; a test of the service and one of the plugin check them. */
export function signatureVectors(): SignatureVector[] {
	return given.map( ( vector ) => {
		const bodySha256 = createHash( 'sha256' )
			.update( vector.body )
			.digest( 'hex' );
		const text = textToSign( { ...vector, bodySha256 } );
		return {
			...vector,
			bodySha256,
			textToSign: text,
			signature: createHmac( 'sha256', vector.secret )
				.update( text )
				.digest( 'hex' ),
		};
	} );
}
