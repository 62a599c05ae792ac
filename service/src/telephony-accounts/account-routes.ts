import { saveTelephonyAccountSchema, serviceRoutes } from '@rappel/contract';
import { Router } from 'express';
import { refuseMovedSite, siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import { languageOf } from '../http/language.js';
import type { DescribeAccount } from './describe-account.js';
import type { SaveAccount } from './save-account.js';

/** GET and PUT /v1/site/telephony. */
export function createTelephonyAccountRoutes(
	describe: DescribeAccount,
	save: SaveAccount
): Router {
	const router = Router();

	router.get(
		expressPath( serviceRoutes.readTelephonyAccount ),
		async ( request, response ) => {
			response.json(
				await describe( siteOf( response ), languageOf( request ) )
			);
		}
	);

	router.put(
		expressPath( serviceRoutes.saveTelephonyAccount ),
		// A copy with other credentials must not change those of the site.
		refuseMovedSite,
		async ( request, response ) => {
			const site = siteOf( response );
			const { credentials } = saveTelephonyAccountSchema.parse(
				request.body
			);
			await save( site, credentials );
			response.json( await describe( site, languageOf( request ) ) );
		}
	);

	return router;
}
