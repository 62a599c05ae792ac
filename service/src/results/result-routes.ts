import { resultsQuerySchema, serviceRoutes } from '@rappel/contract';
import { Router } from 'express';
import { siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import type { ResultUseCases } from './results.js';

/** Under /v1, signed by a site. */
export function createResultRoutes( results: ResultUseCases ): Router {
	const router = Router();
	router.get(
		expressPath( serviceRoutes.readResults ),
		async ( request, response ) => {
			response.json(
				await results.readResults(
					siteOf( response ),
					resultsQuerySchema.parse( request.query )
				)
			);
		}
	);
	return router;
}
