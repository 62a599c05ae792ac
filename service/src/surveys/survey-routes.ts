import { serviceRoutes } from '@rappel/contract';
import { Router } from 'express';
import { siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import type { Surveys } from './surveys.js';

/** Under /v1, signed by a site: the test of the channel's alerts. */
export function createSurveyRoutes( surveys: Surveys ): Router {
	const router = Router();
	router.post(
		expressPath( serviceRoutes.sendTestMail ),
		async ( request, response ) => {
			await surveys.sendTest(
				siteOf( response ),
				String( request.params.channelId )
			);
			response.status( 204 ).end();
		}
	);
	return router;
}
