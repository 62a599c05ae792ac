import { serviceRoutes, startTestCallSchema } from '@rappel/contract';
import { Router, type Request } from 'express';
import { siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import { languageOf } from '../http/language.js';
import type { ChannelChecks } from './channel-checks.js';

/** Under /v1/channels/{channelId}: what it lacks, a call to try it, what it costs. */
export function createChannelCheckRoutes( checks: ChannelChecks ): Router {
	const router = Router();

	router.get(
		expressPath( serviceRoutes.readReadiness ),
		async ( request, response ) => {
			response.json(
				await checks.readiness(
					siteOf( response ),
					pathValue( request, 'channelId' ),
					languageOf( request )
				)
			);
		}
	);

	router.post(
		expressPath( serviceRoutes.startTestCall ),
		async ( request, response ) => {
			response
				.status( 201 )
				.json(
					await checks.start(
						siteOf( response ),
						pathValue( request, 'channelId' ),
						startTestCallSchema.parse( request.body )
					)
				);
		}
	);

	router.get(
		expressPath( serviceRoutes.readTestCall ),
		async ( request, response ) => {
			response.json(
				await checks.read(
					siteOf( response ),
					{
						channelId: pathValue( request, 'channelId' ),
						testCallId: pathValue( request, 'testCallId' ),
					},
					languageOf( request )
				)
			);
		}
	);

	router.get(
		expressPath( serviceRoutes.readEstimate ),
		async ( request, response ) => {
			response.json(
				await checks.estimate(
					siteOf( response ),
					pathValue( request, 'channelId' )
				)
			);
		}
	);

	return router;
}

function pathValue( request: Request, name: string ): string {
	return String( request.params[ name ] );
}
