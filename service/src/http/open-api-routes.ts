import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Router } from 'express';
import { rateLimited } from './rate-limit.js';

/** GET /v1/openapi.json: what contract/src/generate.ts wrote. Public, like the source it comes from. */
export function createOpenApiRoutes(): Router {
	const router = Router();
	const file = createRequire( import.meta.url ).resolve(
		'@rappel/contract/openapi.json'
	);
	const description = readFileSync( file, 'utf8' );

	router.get(
		'/openapi.json',
		rateLimited( { calls: 60, seconds: 60 } ),
		( _request, response ) => {
			response.type( 'application/json' ).send( description );
		}
	);

	return router;
}
