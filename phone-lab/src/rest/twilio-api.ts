import { Router, urlencoded } from 'express';
import type { Lab } from '../lab/context.js';
import { answer } from './answer.js';
import { callsRoutes } from './calls-routes.js';
import { conferencesRoutes } from './conferences-routes.js';
import { messagesRoutes } from './messages-routes.js';
import { numbersRoutes } from './numbers-routes.js';
import { recordingsRoutes } from './recordings-routes.js';
import {
	answerErrors,
	authenticate,
	breakRequests,
	logRequests,
	unknownResource,
} from './gate.js';
import { accountJson } from './representations.js';

/** Twilio's REST API, as far as the lab has it, under /2010-04-01. */
export function twilioApi( lab: Lab ): Router {
	const router = Router();
	router.use(
		urlencoded( { extended: false, limit: '256kb' } ),
		logRequests( lab ),
		breakRequests( lab ),
		authenticate( lab )
	);
	router.get( '/Accounts/:accountSid.json', async ( _request, response ) => {
		await answer( response, 200, accountJson( lab.account.accountSid ) );
	} );
	router.use(
		'/Accounts/:accountSid',
		callsRoutes( lab ),
		conferencesRoutes( lab ),
		recordingsRoutes( lab ),
		messagesRoutes( lab ),
		numbersRoutes( lab )
	);
	router.use( unknownResource );
	router.use( answerErrors );
	return router;
}
