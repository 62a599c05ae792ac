import express, { type RequestHandler } from 'express';
import { Refusal } from '../refusal.js';

/** The largest settings of a channel are about 30 KB. */
export const longestBodyBytes = 64 * 1_024;

/**
 * Reads the bytes as they came: the signature is over them, and nothing is parsed before it is checked. Compressed bodies are
 * not taken, since a small one may hold a large one.
 */
export const readRawBody: RequestHandler = express.raw( {
	type: () => true,
	limit: longestBodyBytes,
	inflate: false,
} );

/** The bytes of the body; none when there is no body. */
export function rawBodyOf( body: unknown ): Buffer {
	return Buffer.isBuffer( body ) ? body : Buffer.alloc( 0 );
}

/** Turns the bytes into what they say. An absent body stays undefined. */
export const parseJsonBody: RequestHandler = ( request, _response, next ) => {
	const bytes = rawBodyOf( request.body );
	if ( bytes.length === 0 ) {
		request.body = undefined;
		next();
		return;
	}
	if ( ! request.is( 'application/json' ) ) {
		throw new Refusal( 'invalid_request', {
			text: 'problem.body_not_json',
		} );
	}
	try {
		request.body = JSON.parse( bytes.toString( 'utf8' ) ) as unknown;
	} catch {
		request.body = undefined;
		throw new Refusal( 'invalid_request', {
			text: 'problem.body_not_json',
		} );
	}
	next();
};
