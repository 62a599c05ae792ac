import { pairSchema, serviceRoutes } from '@rappel/contract';
import { Router } from 'express';
import { parseJsonBody } from '../http/body.js';
import { expressPath } from '../http/express-path.js';
import { createRateLimit } from '../http/rate-limit.js';
import { pairSite, type PairingOptions } from './pairing.js';

/** Wrong codes are counted, by address: ten in ten minutes. */
const wrongCodes = {
	calls: 10,
	seconds: 600,
	text: 'problem.too_many_pairings',
} as const;

/** POST /v1/pairings, the one call without a signature: its code is its proof. */
export function createPairingRoutes( options: PairingOptions ): Router {
	const router = Router();
	const limit = createRateLimit( wrongCodes );

	router.post(
		expressPath( serviceRoutes.pair ),
		parseJsonBody,
		async ( request, response ) => {
			const pair = pairSchema.parse( request.body );
			// Counted before it is tried, so that a hundred at once are not a hundred tries.
			await limit.take( request );
			const paired = await pairSite( options, pair );
			await limit.forgive( request );
			response.status( 201 ).json( paired );
		}
	);

	return router;
}
