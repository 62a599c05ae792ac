import { holdMusics, languageSchema } from '@rappel/contract';
import type { Router } from 'express';
import { text } from '../../messages/texts.js';
import { webhookPaths, type Addresses } from './addresses.js';
import { sendTwiml } from './script-webhooks.js';
import { twimlOf, waitingTwiml } from './twiml.js';

/** What is the same for every call, and needs no database. */
export function addStandingWebhooks(
	router: Router,
	addresses: Addresses
): void {
	router.get( webhookPaths.waiting, ( request, response ) => {
		const { music, url } = request.query;
		sendTwiml(
			response,
			waitingTwiml(
				{
					music:
						holdMusics.find( ( known ) => known === music ) ??
						'calm',
					musicUrl: typeof url === 'string' ? url : null,
				},
				addresses
			)
		);
	} );

	// Asked when an answer of ours failed, and says so kindly; by POST where the owner of a number gave it so.
	router.all( webhookPaths.fallback, ( request, response ) => {
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
}
