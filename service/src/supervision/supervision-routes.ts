import { idSchema, serviceRoutes, superviseSchema } from '@rappel/contract';
import { Router } from 'express';
import { siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import { Refusal } from '../refusal.js';
import type { SupervisionKeeping } from './supervision.js';

/** Under /v1, signed by a site: who supervises is told by WordPress. */
export function createSupervisionRoutes(
	supervision: Pick< SupervisionKeeping, 'supervise' >
): Router {
	const router = Router();
	router.post(
		expressPath( serviceRoutes.supervise ),
		async ( request, response ) => {
			const { data: requestId } = idSchema.safeParse(
				request.params.requestId
			);
			if ( requestId === undefined ) {
				throw new Refusal( 'request_not_found' );
			}
			response.json(
				await supervision.supervise(
					siteOf( response ),
					requestId,
					superviseSchema.parse( request.body )
				)
			);
		}
	);
	return router;
}
