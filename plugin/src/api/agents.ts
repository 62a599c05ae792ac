import apiFetch from '@wordpress/api-fetch';
import type { Agent, AgentHours, AgentList, Presence } from '@rappel/contract';
import { orProblem } from './problem';

const path = '/rappel/v1/agents';

/** Everybody whom the service may call. All of these throw a Problem. */
export const listAgents = () =>
	orProblem( apiFetch< AgentList >( { path } ) ).then(
		( { agents } ) => agents
	);

/** A page is open before them; answers how they are. */
export const sightAgent = ( userId: number ) =>
	orProblem(
		apiFetch< Agent >( {
			path: `${ path }/${ userId }/sightings`,
			method: 'POST',
			data: {},
		} )
	);

export const savePresence = ( userId: number, status: Presence[ 'status' ] ) =>
	orProblem(
		apiFetch< Agent >( {
			path: `${ path }/${ userId }/presence`,
			method: 'PUT',
			data: { status },
		} )
	);

/** Their own week and leave. */
export const saveAgentHours = ( userId: number, data: AgentHours ) =>
	orProblem(
		apiFetch< Agent >( {
			path: `${ path }/${ userId }/hours`,
			method: 'PUT',
			data,
		} )
	);
