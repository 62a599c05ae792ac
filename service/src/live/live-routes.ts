import {
	createLiveTokenSchema,
	liveQuerySchema,
	serviceRoutes,
	type LiveToken,
} from '@rappel/contract';
import { Router } from 'express';
import type { Clock } from '../clock.js';
import { siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import type { LiveFeed } from './live-feed.js';
import { writeToken } from './live-token.js';
import { streamPath } from './stream-routes.js';

/** Under /v1, signed by a site: who looks is told by WordPress. */
export function createLiveRoutes( {
	live,
	publicBaseUrl,
	clock,
}: {
	live: Pick< LiveFeed, 'snapshot' >;
	publicBaseUrl: () => string;
	clock: Clock;
} ): Router {
	const router = Router();

	router.get(
		expressPath( serviceRoutes.readLive ),
		async ( request, response ) => {
			const { userId, supervises } = liveQuerySchema.parse(
				request.query
			);
			response.json(
				await live.snapshot( siteOf( response ), {
					userId,
					supervises: supervises === 'true',
				} )
			);
		}
	);

	router.post(
		expressPath( serviceRoutes.createLiveToken ),
		( request, response ) => {
			const { token, expiresAt } = writeToken(
				siteOf( response ),
				createLiveTokenSchema.parse( request.body ),
				clock.now()
			);
			const answer: LiveToken = {
				streamUrl: `${ publicBaseUrl() }${ streamPath }?token=${ token }`,
				expiresAt: expiresAt.toISOString(),
			};
			response.json( answer );
		}
	);

	return router;
}
