/**
 * The service's own Express stack (request log, headers, limits, raw and parsed body) without authentication and database: it
 * answers a constant body. Run beside the service; PORT and BODY in the environment.
 */
import { createServer } from 'node:http';
import express from 'express';
import { createApp } from '../../service/dist/http/app.js';
import { createLogger } from '../../service/dist/logging.js';

const { PORT, BODY = '{}', LOG_LEVEL = 'info' } = process.env;
const body = JSON.parse( BODY );

const router = express.Router();
router.get(
	'/channels/:channelId/availability',
	( _request, response ) => void response.json( body )
);
const app = createApp( {
	logger: createLogger( LOG_LEVEL ),
	siteAuthentication: ( _request, _response, next ) => next(),
	publicRouters: [],
	unsignedRouters: [],
	siteRouters: [ router ],
} );
createServer( app ).listen( Number( PORT ), '127.0.0.1' );
