import apiFetch from '@wordpress/api-fetch';
import { addQueryArgs } from '@wordpress/url';
import type {
	ListRequestsQuery,
	RequestDetail,
	RequestList,
	RequestSummary,
} from '@rappel/contract';
import { orProblem } from './problem';

/** What is asked for; an empty text asks for nothing in particular. */
export interface RequestFilter {
	search: string;
	state: RequestSummary[ 'state' ] | '';
	only: NonNullable< ListRequestsQuery[ 'only' ] > | '';
	channelId: string;
	/** A user's id in digits. */
	agentUserId: string;
	/** Days by the site's clock, both included. */
	from: string;
	to: string;
	sort: ListRequestsQuery[ 'sort' ];
}

const path = '/rappel/v1/callback-requests';
const pageSize = 25;

const queryOf = ( filter: RequestFilter ) =>
	Object.fromEntries(
		Object.entries( filter ).filter(
			( [ name, value ] ) =>
				value && ! ( name === 'sort' && value === 'newest' )
		)
	);

/** Callback requests; by newest, on the first page overdue ones come first. An empty cursor begins at the first page. Throws a Problem. */
export const listRequests = ( filter: RequestFilter, cursor = '' ) =>
	orProblem(
		apiFetch< RequestList >( {
			path: addQueryArgs( path, {
				limit: pageSize,
				...queryOf( filter ),
				...( cursor && { cursor } ),
			} ),
		} )
	);

/** What the filter finds, whole and the newest first, as a table for a spreadsheet. Throws a Problem. */
export const exportRequests = ( { sort, ...filter }: RequestFilter ) =>
	orProblem(
		apiFetch< Response, false >( {
			path: addQueryArgs(
				`${ path }/export`,
				queryOf( { ...filter, sort: 'newest' } )
			),
			parse: false,
		} ).catch( async ( refused: unknown ) => {
			// Not parsed, a refusal is the answer itself.
			throw isAnswer( refused ) ? await refused.json() : refused;
		} )
	).then( ( answer ) => answer.blob() );

const isAnswer = ( thrown: unknown ): thrown is Response =>
	typeof ( thrown as Response | undefined )?.json === 'function';

/** One request with its attempts and timeline. Throws a Problem. */
export const readRequest = ( id: string ) =>
	orProblem(
		apiFetch< RequestDetail >( {
			path: `${ path }/${ id }`,
		} )
	);
