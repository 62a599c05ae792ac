import apiFetch from '@wordpress/api-fetch';
import { addQueryArgs } from '@wordpress/url';
import { orProblem } from './problem';

/** A WordPress user, as far as a team needs to know them. */
export interface User {
	id: number;
	name: string;
}

const find = ( query: object ) =>
	orProblem(
		apiFetch< User[] >( {
			path: addQueryArgs( '/wp/v2/users', {
				_fields: 'id,name',
				...query,
			} ),
		} )
	);

/** Users whose name, login or address holds the text. Throws a Problem. */
export const searchUsers = ( search: string ) =>
	find( { search, per_page: 20 } );

/** Users by id, as many as WordPress gives at a time. Throws a Problem. */
export const readUsers = ( include: number[] ) =>
	find( { include: include.slice( 0, 100 ), per_page: 100 } );
