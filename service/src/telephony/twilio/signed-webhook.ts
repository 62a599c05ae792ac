import express, { type RequestHandler, type Response } from 'express';
import twilio from 'twilio';
import type { Logger } from '../../logging.js';

const longestBodyBytes = 32 * 1_024;

/** Who signs with this token, and of which site's calls they may tell; null: of every site's. */
export interface WebhookSigner {
	authToken: string;
	siteId: string | null;
}

interface Options {
	/** Whose signature is right for what tells that it comes from this account; null: it names none. */
	signers: ( accountSid: string | null ) => Promise< WebhookSigner[] >;
	publicBaseUrl: () => string;
	logger: Logger;
}

interface Locals {
	/** Absent: of every site. */
	spokenFor?: ReadonlySet< string >;
}

/** Of which sites the account that signed may tell; undefined: of every one. */
export function spokenFor(
	response: Response
): ReadonlySet< string > | undefined {
	return ( response.locals as Locals ).spokenFor;
}

/**
 * Lets through only what Twilio signed with the token of the account that it names:
 * https://www.twilio.com/docs/usage/security#validating-requests
 * The address is the one that Twilio was given, never what a proxy's header says.
 */
export function signedWebhook( {
	signers,
	publicBaseUrl,
	logger,
}: Options ): RequestHandler[] {
	return [
		express.urlencoded( {
			extended: false,
			limit: longestBodyBytes,
			parameterLimit: 200,
		} ),
		async ( request, response, next ) => {
			const url = publicBaseUrl() + request.originalUrl;
			const parameters = ( request.body ?? {} ) as Record<
				string,
				unknown
			>;
			const signature = request.headers[ 'x-twilio-signature' ];
			const account = parameters.AccountSid ?? request.query.AccountSid;
			const right = (
				typeof signature === 'string'
					? await signers(
							typeof account === 'string' ? account : null
						)
					: []
			).filter( ( { authToken } ) =>
				twilio.validateRequest(
					authToken,
					String( signature ),
					url,
					parameters
				)
			);
			if ( right.length === 0 ) {
				logger.warn(
					{ path: request.path, signed: signature !== undefined },
					'A webhook without a right signature was refused: is PUBLIC_BASE_URL the address that Twilio calls?'
				);
				response.status( 403 ).type( 'text/plain' ).send( 'Forbidden' );
				return;
			}
			const sites = right.flatMap( ( { siteId } ) => siteId ?? [] );
			if ( sites.length === right.length ) {
				( response.locals as Locals ).spokenFor = new Set( sites );
			}
			next();
		},
	];
}
