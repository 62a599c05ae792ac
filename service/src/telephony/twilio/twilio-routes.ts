import { Router } from 'express';
import type { Logger } from '../../logging.js';
import type { CallEvents } from '../call-events.js';
import { createAddresses } from './addresses.js';
import { addNewsWebhooks } from './news-webhooks.js';
import { addScriptWebhooks } from './script-webhooks.js';
import { onlyOwnThings, type SiteOf } from './own-things.js';
import { signedWebhook, type WebhookSigner } from './signed-webhook.js';
import { addStandingWebhooks } from './standing-webhooks.js';

interface Options {
	/** Whose signature is right for what tells that it comes from this account; null: it names none. */
	signers: ( accountSid: string | null ) => Promise< WebhookSigner[] >;
	siteOf: SiteOf;
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
	onlyOwnThings( router, options.siteOf );
	addScriptWebhooks( router, callEvents, addresses );
	addNewsWebhooks( router, callEvents, logger );
	addStandingWebhooks( router, addresses );
	return router;
}
