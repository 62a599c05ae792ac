import { Router, urlencoded } from 'express';
import type { Lab } from '../lab/context.js';
import { accountRoutes } from './account-routes.js';
import { answer } from './answer.js';
import { callsRoutes } from './calls-routes.js';
import { conferencesRoutes } from './conferences-routes.js';
import { dialingPermissions } from './dialing-permissions.js';
import { messagesRoutes } from './messages-routes.js';
import { numbersRoutes } from './numbers-routes.js';
import { pricing } from './pricing.js';
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
	const router = gated( lab );
	router.get( '/Accounts/:accountSid.json', async ( _request, response ) => {
		await answer(
			response,
			200,
			accountJson( lab.account.accountSid, lab.state.account.type )
		);
	} );
	router.use(
		'/Accounts/:accountSid',
		callsRoutes( lab ),
		conferencesRoutes( lab ),
		recordingsRoutes( lab ),
		messagesRoutes( lab ),
		numbersRoutes( lab ),
		accountRoutes( lab )
	);
	return closed( router );
}

/** Of Twilio's younger products, which have hosts of their own, what the lab has, under /v1 and /v2. */
export function productApis( lab: Lab ): Router {
	const router = gated( lab );
	router.use( dialingPermissions( lab ), pricing() );
	return closed( router );
}

/** Nobody passes without the account's credentials. */
function gated( lab: Lab ): Router {
	const router = Router();
	router.use(
		urlencoded( { extended: false, limit: '256kb' } ),
		logRequests( lab ),
		breakRequests( lab ),
		authenticate( lab )
	);
	return router;
}

/** What nothing before has answered is not there. */
function closed( router: Router ): Router {
	router.use( unknownResource );
	router.use( answerErrors );
	return router;
}
