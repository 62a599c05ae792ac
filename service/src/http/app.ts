import { serviceRoutes } from '@rappel/contract';
import express, {
	type Express,
	type RequestHandler,
	type Router,
} from 'express';
import helmet from 'helmet';
import type { Logger } from '../logging.js';
import { answerNotFound, answerProblem } from './answer.js';
import { refuseMovedSite } from './authenticated-site.js';
import { parseJsonBody, readRawBody } from './body.js';
import { expressPath } from './express-path.js';
import { requestLog } from './request-log.js';

export interface AppOptions {
	logger: Logger;
	/** From siteAuthentication(); guards every router of `siteRouters`. */
	siteAuthentication: RequestHandler;
	/** Not signed by a site, and before any body is read: health, metrics, /twilio, /audio. They guard themselves. */
	publicRouters: Array< { path: string; router: Router } >;
	/** Under /v1 without a signature: pairing and the OpenAPI description. They limit their own rate. */
	unsignedRouters: Router[];
	/** Under /v1, each with paths from there on ("/channels"); `siteOf( response )` is the site. */
	siteRouters: Router[];
}

/** The whole HTTP side of the service: the one order in which a request is read, checked, answered. */
export function createApp( {
	logger,
	siteAuthentication,
	publicRouters,
	unsignedRouters,
	siteRouters,
}: AppOptions ): Express {
	const app = express();
	app.disable( 'x-powered-by' );
	app.disable( 'etag' );
	// Nobody's X-Forwarded-For is believed.
	app.set( 'trust proxy', false );
	app.use( requestLog( logger ) );
	app.use( helmet() );

	const v1 = express.Router();
	v1.use( ( _request, response, next ) => {
		response.set( 'Cache-Control', 'no-store' );
		next();
	} );
	v1.use( readRawBody );
	for ( const router of unsignedRouters ) {
		v1.use( router );
	}
	v1.use( siteAuthentication, parseJsonBody );
	v1.post( expressPath( serviceRoutes.createRequest ), refuseMovedSite );
	for ( const router of siteRouters ) {
		v1.use( router );
	}
	// First, for it is asked most: each router on the way costs as much as a small query.
	app.use( '/v1', v1 );
	for ( const { path, router } of publicRouters ) {
		app.use( path, router );
	}

	app.use( answerNotFound );
	app.use( answerProblem );
	return app;
}
