import {
	agentSeenSchema,
	presenceLogQuerySchema,
	saveAgentHoursSchema,
	saveAgentSchema,
	saveAlertSettingsSchema,
	savePresenceSchema,
	serviceRoutes,
	testCallSchema,
	type AgentList,
} from '@rappel/contract';
import { Router, type Request } from 'express';
import { siteOf } from '../http/authenticated-site.js';
import { expressPath } from '../http/express-path.js';
import { Refusal } from '../refusal.js';
import type { Agents } from './agents.js';
import type { TestCall } from './test-call.js';

/** /v1/agents: WordPress's users who may take callbacks, and whether they are there. */
export function createAgentRoutes(
	agents: Agents,
	testCall: TestCall
): Router {
	const router = Router();

	router.get(
		expressPath( serviceRoutes.listAgents ),
		async ( _request, response ) => {
			const answer: AgentList = {
				agents: await agents.list( siteOf( response ) ),
			};
			response.json( answer );
		}
	);

	router.put(
		expressPath( serviceRoutes.saveAgent ),
		async ( request, response ) => {
			response.json(
				await agents.save(
					siteOf( response ),
					userIdOf( request ),
					saveAgentSchema.parse( request.body )
				)
			);
		}
	);

	router.delete(
		expressPath( serviceRoutes.deleteAgent ),
		async ( request, response ) => {
			await agents.remove( siteOf( response ), userIdOf( request ) );
			response.status( 204 ).end();
		}
	);

	router.put(
		expressPath( serviceRoutes.savePresence ),
		async ( request, response ) => {
			const {
				status,
				byUserId = null,
				from,
			} = savePresenceSchema.parse( request.body );
			response.json(
				await agents.savePresence(
					siteOf( response ),
					userIdOf( request ),
					{ status, source: from, byUserId }
				)
			);
		}
	);

	router.post(
		expressPath( serviceRoutes.agentSeen ),
		async ( request, response ) => {
			agentSeenSchema.parse( request.body ?? {} );
			response.json(
				await agents.seen( siteOf( response ), userIdOf( request ) )
			);
		}
	);

	router.post(
		expressPath( serviceRoutes.testCall ),
		async ( request, response ) => {
			const { language } = testCallSchema.parse( request.body ?? {} );
			await testCall( siteOf( response ), userIdOf( request ), language );
			response.status( 204 ).end();
		}
	);

	router.get(
		expressPath( serviceRoutes.readPresenceLog ),
		async ( request, response ) => {
			response.json(
				await agents.readPresenceLog(
					siteOf( response ),
					presenceLogQuerySchema.parse( request.query )
				)
			);
		}
	);

	router.put(
		expressPath( serviceRoutes.saveAgentHours ),
		async ( request, response ) => {
			response.json(
				await agents.saveHours(
					siteOf( response ),
					userIdOf( request ),
					saveAgentHoursSchema.parse( request.body )
				)
			);
		}
	);

	router.put(
		expressPath( serviceRoutes.saveAlertSettings ),
		async ( request, response ) => {
			response.json(
				await agents.saveAlerts(
					siteOf( response ),
					userIdOf( request ),
					saveAlertSettingsSchema.parse( request.body )
				)
			);
		}
	);

	return router;
}

/** As the database counts them. */
const highestUserId = 2_147_483_647;

/** An id that cannot be one is of nobody. */
function userIdOf( request: Request ): number {
	const userId = String( request.params.userId );
	if (
		! /^[1-9]\d{0,9}$/.test( userId ) ||
		Number( userId ) > highestUserId
	) {
		throw new Refusal( 'agent_not_found' );
	}
	return Number( userId );
}
