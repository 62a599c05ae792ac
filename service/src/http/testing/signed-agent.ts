import { createHash, createHmac, randomBytes } from 'node:crypto';
import {
	contractVersion,
	signatureHeaders,
	textToSign,
} from '@rappel/contract';
import type { Express } from 'express';
import supertest, { type Test } from 'supertest';
import { systemClock, type Clock } from '../../clock.js';
import type { Site } from '../../sites/site.js';

export interface Call {
	method: string;
	/** Path and query exactly as sent. */
	target: string;
	/** The bytes of the body; '' for none. */
	body?: string;
}

export interface SigningOptions {
	clock?: Clock;
	/** Another than the site's own shows a copy. */
	homeUrl?: string;
	nonce?: string;
}

/** The headers with which WordPress signs one call. */
export function signedHeaders(
	site: Pick< Site, 'id' | 'secret' | 'homeUrl' >,
	call: Call,
	options: SigningOptions = {}
): Record< string, string > {
	const timestamp = String(
		Math.floor( ( options.clock ?? systemClock ).now().getTime() / 1_000 )
	);
	const nonce = options.nonce ?? randomBytes( 18 ).toString( 'base64url' );
	const homeUrl = options.homeUrl ?? site.homeUrl;
	const bodySha256 = createHash( 'sha256' )
		.update( call.body ?? '' )
		.digest( 'hex' );
	const text = textToSign( {
		method: call.method,
		target: call.target,
		bodySha256,
		timestamp,
		nonce,
		homeUrl,
	} );
	return {
		[ signatureHeaders.site ]: site.id,
		[ signatureHeaders.timestamp ]: timestamp,
		[ signatureHeaders.nonce ]: nonce,
		[ signatureHeaders.home ]: homeUrl,
		[ signatureHeaders.contract ]: String( contractVersion ),
		[ signatureHeaders.signature ]: createHmac( 'sha256', site.secret )
			.update( text )
			.digest( 'hex' ),
	};
}

export interface SignedAgent {
	get: ( target: string ) => Test;
	post: ( target: string, body?: unknown ) => Test;
	put: ( target: string, body: unknown ) => Test;
	delete: ( target: string ) => Test;
	/** Any call, with the body's text as it is. */
	send: ( call: Call ) => Test;
}

/**
 * Calls the service as a connected WordPress site does.
 *
 * @param server  The app, or the address of a service that runs.
 * @param site    Its id, secret and home URL.
 * @param options
 */
export function signedAgent(
	server: Express | string,
	site: Pick< Site, 'id' | 'secret' | 'homeUrl' >,
	options: SigningOptions = {}
): SignedAgent {
	const send = ( call: Call ): Test => {
		const agent = supertest( server );
		const methods = {
			GET: agent.get,
			POST: agent.post,
			PUT: agent.put,
			DELETE: agent.delete,
		} as const;
		const method = methods[ call.method as keyof typeof methods ];
		const test = method( call.target ).set(
			signedHeaders( site, call, options )
		);
		return call.body ? test.type( 'json' ).send( call.body ) : test;
	};
	const withBody = ( method: string, target: string, body: unknown ) =>
		send( {
			method,
			target,
			...( body !== undefined && { body: JSON.stringify( body ) } ),
		} );
	return {
		get: ( target ) => send( { method: 'GET', target } ),
		post: ( target, body ) => withBody( 'POST', target, body ),
		put: ( target, body ) => withBody( 'PUT', target, body ),
		delete: ( target ) => send( { method: 'DELETE', target } ),
		send,
	};
}
