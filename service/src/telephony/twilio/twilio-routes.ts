import { languageSchema } from '@rappel/contract';
import { Router, type Request, type Response } from 'express';
import type { Logger } from '../../logging.js';
import { text } from '../../messages/texts.js';
import type { CallEvents, Receipt } from '../call-events.js';
import { createAddresses, webhookPaths } from './addresses.js';
import { callNewsOf, parametersOf, receiptOf, roomNewsOf } from './messages.js';
import { signedWebhook } from './signed-webhook.js';
import { twimlOf, waitingTwiml } from './twiml.js';

interface Options {
	authToken: string;
	publicBaseUrl: () => string;
	callEvents: CallEvents;
	logger: Logger;
}

/**
 * Twilio's webhooks, mounted at /twilio before any body is read. What a call is to hear is answered from the row; what
 * happened goes through the inbox, so that its repetition moves nothing.
 */
export function createTwilioRoutes( options: Options ): Router {
	const { callEvents, logger } = options;
	const addresses = createAddresses( options.publicBaseUrl );
	const router = Router();
	router.use( signedWebhook( options ) );

	router.post( webhookPaths.voice, async ( request, response ) => {
		const news = callNewsOf( legOf( request ), parametersOf( request ) );
		sendTwiml(
			response,
			twimlOf(
				news ? await callEvents.answered( news ) : { type: 'hang_up' },
				addresses
			)
		);
	} );

	router.post( webhookPaths.afterRoom, async ( request, response ) => {
		const news = callNewsOf( legOf( request ), parametersOf( request ) );
		sendTwiml(
			response,
			twimlOf(
				news ? await callEvents.leftRoom( news ) : { type: 'hang_up' },
				addresses
			)
		);
	} );

	router.post( webhookPaths.status, async ( request, response ) => {
		const parameters = parametersOf( request );
		const news = callNewsOf( legOf( request ), parameters );
		if ( news ) {
			await callEvents.statusChanged(
				news,
				receipt( request, `status ${ parameters.CallStatus }` )
			);
		} else {
			logger.warn(
				{ callStatus: parameters.CallStatus },
				'Twilio said something that is not documented'
			);
		}
		response.status( 204 ).end();
	} );

	router.post( webhookPaths.conference, async ( request, response ) => {
		const parameters = parametersOf( request );
		const news = roomNewsOf(
			String( request.params.attemptId ),
			parameters
		);
		if ( news ) {
			await callEvents.roomChanged(
				news,
				receipt( request, `room ${ parameters.StatusCallbackEvent }` )
			);
		}
		response.status( 204 ).end();
	} );

	router.get( webhookPaths.waiting, ( request, response ) => {
		const { music } = request.query;
		sendTwiml(
			response,
			waitingTwiml( typeof music === 'string' ? music : null, addresses )
		);
	} );

	// Asked when an answer of ours failed: it needs no database, and says so kindly.
	router.get( webhookPaths.fallback, ( request, response ) => {
		const known = languageSchema.safeParse( request.query.language );
		const language = known.success ? known.data : 'en';
		const voice = request.query.voice === 'man' ? 'man' : 'woman';
		const message = {
			text: text( 'spoken.line_fault', language ),
			language,
			voice,
		} as const;
		sendTwiml(
			response,
			twimlOf( { type: 'say_and_hang_up', message }, addresses )
		);
	} );

	return router;
}

function legOf( request: Request ): string {
	return String( request.params.legId );
}

function receipt( request: Request, event: string ): Receipt {
	return receiptOf(
		parametersOf( request ),
		event,
		request.headers[ 'i-twilio-idempotency-token' ]
	);
}

function sendTwiml( response: Response, twiml: string ): void {
	response.type( 'text/xml' ).send( twiml );
}
