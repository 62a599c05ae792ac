import apiFetch from '@wordpress/api-fetch';
import { addQueryArgs } from '@wordpress/url';
import type { TeamCandidateList } from '@rappel/contract';
import { orProblem } from './problem';

/** A WordPress user, as far as a team needs to know them. */
export interface User {
	id: number;
	name: string;
}

export type TeamCandidate = TeamCandidateList[ 'users' ][ number ];

/** Users whose name, address or role holds the text, by name; 20 at most. Throws a Problem. */
export const searchCandidates = ( search: string ) =>
	orProblem(
		apiFetch< TeamCandidateList >( {
			path: addQueryArgs( '/rappel/v1/team-candidates', { search } ),
		} )
	).then( ( { users } ) => users );

/** Users by id, as many as WordPress gives at a time. Throws a Problem. */
export const readUsers = ( include: number[] ) =>
	orProblem(
		apiFetch< User[] >( {
			path: addQueryArgs( '/wp/v2/users', {
				_fields: 'id,name',
				include: include.slice( 0, 100 ),
				per_page: 100,
			} ),
		} )
	);
