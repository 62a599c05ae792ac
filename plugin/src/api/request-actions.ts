import apiFetch from '@wordpress/api-fetch';
import type {
	ActedOnRequests,
	BlockedNumberList,
	RequestAction,
} from '@rappel/contract';
import { orProblem } from './problem';

export type ActionResult = ActedOnRequests[ 'results' ][ number ];
export type BlockedNumber = BlockedNumberList[ 'numbers' ][ number ];

/**
 * Does the same with each of them (100 at most), and tells for each whether it could be done. Throws a Problem only when
 * nothing was tried.
 */
export const actOnRequests = ( requestIds: string[], action: RequestAction ) =>
	orProblem(
		apiFetch< ActedOnRequests >( {
			path: '/rappel/v1/callback-requests/actions',
			method: 'POST',
			data: { requestIds, action },
		} )
	).then( ( { results } ) => results );

/** Throws a Problem. */
export const listBlockedNumbers = () =>
	orProblem(
		apiFetch< BlockedNumberList >( { path: '/rappel/v1/blocked-numbers' } )
	).then( ( { numbers } ) => numbers );

/** The number, in E.164, may ask again. Throws a Problem. */
export const unblockNumber = ( number: string ) =>
	orProblem(
		apiFetch< unknown >( {
			path: `/rappel/v1/blocked-numbers/${ encodeURIComponent( number ) }`,
			method: 'DELETE',
		} )
	);
