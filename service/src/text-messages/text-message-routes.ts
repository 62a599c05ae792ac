import { previewTextMessageSchema, serviceRoutes } from '@rappel/contract';
import { Router } from 'express';
import { siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import type { TextMessages } from './text-messages.js';

/** Under /v1, signed by a site. */
export function createTextMessageRoutes(
	textMessages: Pick< TextMessages, 'preview' >
): Router {
	const router = Router();
	router.post(
		expressPath( serviceRoutes.previewTextMessage ),
		async ( request, response ) => {
			response.json(
				await textMessages.preview(
					siteOf( response ),
					previewTextMessageSchema.parse( request.body )
				)
			);
		}
	);
	return router;
}
