import { serviceRoutes } from '@rappel/contract';
import { Router } from 'express';
import { siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import { languageOf } from '../http/language.js';
import { Refusal } from '../refusal.js';
import {
	createTellAvailability,
	type AvailabilityOptions,
} from './tell-availability.js';

/** GET /v1/channels/{channelId}/availability: whether the button is shown, and until when that holds. */
export function createAvailabilityRoutes(
	options: AvailabilityOptions
): Router {
	const router = Router();
	const tellAvailability = createTellAvailability( options );

	router.get(
		expressPath( serviceRoutes.readAvailability ),
		async ( request, response ) => {
			const tell = await tellAvailability( {
				site: siteOf( response ),
				channelId: String( request.params.channelId ),
			} );
			if ( ! tell ) {
				throw new Refusal( 'channel_not_found' );
			}
			response.json( tell( languageOf( request ) ) );
		}
	);

	return router;
}
