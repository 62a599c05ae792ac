import apiFetch from '@wordpress/api-fetch';
import type {
	LiveSnapshot,
	LiveToken,
	Supervise,
	Supervision,
} from '@rappel/contract';
import { orProblem } from './problem';

/** What the Live dashboard shows at this moment. All of these throw a Problem. */
export const readLive = () =>
	orProblem( apiFetch< LiveSnapshot >( { path: '/rappel/v1/live' } ) );

/** An address from which the browser reads events itself; it opens streams for a minute. */
export const createLiveToken = () =>
	orProblem(
		apiFetch< LiveToken >( {
			path: '/rappel/v1/live-tokens',
			method: 'POST',
			data: {},
		} )
	);

/** My phone rings, and I am in their conversation; asked again, in another way. */
export const supervise = ( requestId: string, mode: Supervise[ 'mode' ] ) =>
	orProblem(
		apiFetch< Supervision >( {
			path: `/rappel/v1/callback-requests/${ requestId }/supervision`,
			method: 'POST',
			data: { mode },
		} )
	);
