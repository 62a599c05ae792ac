import apiFetch from '@wordpress/api-fetch';
import { addQueryArgs } from '@wordpress/url';
import type { PresenceLog } from '@rappel/contract';
import { orProblem } from './problem';

/** A page of what changed, the newest first; of one agent, or, with an empty id, of all. Throws a Problem. */
export const readPresenceLog = ( userId: string, cursor = '' ) =>
	orProblem(
		apiFetch< PresenceLog >( {
			path: addQueryArgs( '/rappel/v1/presence-log', {
				...( userId && { userId } ),
				...( cursor && { cursor } ),
			} ),
		} )
	);
