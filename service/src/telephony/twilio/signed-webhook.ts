import express, { type RequestHandler } from 'express';
import twilio from 'twilio';
import type { Logger } from '../../logging.js';

const longestBodyBytes = 32 * 1_024;

interface Options {
	authToken: string;
	publicBaseUrl: () => string;
	logger: Logger;
}

/**
 * Lets through only what Twilio signed with our token: https://www.twilio.com/docs/usage/security#validating-requests
 * The address is the one that Twilio was given, never what a proxy's header says.
 */
export function signedWebhook( {
	authToken,
	publicBaseUrl,
	logger,
}: Options ): RequestHandler[] {
	return [
		express.urlencoded( {
			extended: false,
			limit: longestBodyBytes,
			parameterLimit: 200,
		} ),
		( request, response, next ) => {
			const url = publicBaseUrl() + request.originalUrl;
			const parameters = ( request.body ?? {} ) as Record<
				string,
				unknown
			>;
			const signature = request.headers[ 'x-twilio-signature' ];
			if (
				typeof signature === 'string' &&
				twilio.validateRequest( authToken, signature, url, parameters )
			) {
				next();
				return;
			}
			logger.warn(
				{ path: request.path, signed: signature !== undefined },
				'A webhook without a right signature was refused: is PUBLIC_BASE_URL the address that Twilio calls?'
			);
			response.status( 403 ).type( 'text/plain' ).send( 'Forbidden' );
		},
	];
}
