import apiFetch from '@wordpress/api-fetch';
import { addQueryArgs } from '@wordpress/url';
import type {
	RequestDetail,
	RequestList,
	RequestSummary,
} from '@rappel/contract';
import { orProblem } from './problem';

export interface RequestFilter {
	/** Empty: all. */
	state: RequestSummary[ 'state' ] | '';
	/** Empty: all. */
	channelId: string;
}

const pageSize = 25;

/** Callback requests: on the first page overdue ones first, then newest first. An empty cursor begins at the first page. Throws a Problem. */
export const listRequests = (
	{ state, channelId }: RequestFilter,
	cursor = ''
) =>
	orProblem(
		apiFetch< RequestList >( {
			path: addQueryArgs( '/rappel/v1/callback-requests', {
				limit: pageSize,
				...( state && { state } ),
				...( channelId && { channelId } ),
				...( cursor && { cursor } ),
			} ),
		} )
	);

/** One request with its attempts and timeline. Throws a Problem. */
export const readRequest = ( id: string ) =>
	orProblem(
		apiFetch< RequestDetail >( {
			path: `/rappel/v1/callback-requests/${ id }`,
		} )
	);
