import { Router } from 'express';
import type { Logger } from '../../logging.js';
import type { CallEvents } from '../call-events.js';
import { createAddresses } from './addresses.js';
import { addNewsWebhooks } from './news-webhooks.js';
import { addScriptWebhooks } from './script-webhooks.js';
import { signedWebhook } from './signed-webhook.js';
import { addStandingWebhooks } from './standing-webhooks.js';

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
	addScriptWebhooks( router, callEvents, addresses );
	addNewsWebhooks( router, callEvents, logger );
	addStandingWebhooks( router, addresses );
	return router;
}
