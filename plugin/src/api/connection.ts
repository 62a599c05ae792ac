import apiFetch from '@wordpress/api-fetch';
import type { Connection, SaveSite, Site } from '@rappel/contract';
import { orProblem } from './problem';

const path = '/rappel/v1/connection';

/** All of these throw a Problem. */
export const readConnection = () =>
	orProblem( apiFetch< Connection >( { path } ) );

export const connect = ( serviceUrl: string, code: string ) =>
	orProblem(
		apiFetch< unknown >( {
			path,
			method: 'POST',
			data: { serviceUrl, code },
		} )
	);

export const disconnect = () =>
	orProblem( apiFetch< unknown >( { path, method: 'DELETE' } ) );

export const saveSite = ( data: SaveSite ) =>
	orProblem(
		apiFetch< Site >( { path: `${ path }/site`, method: 'PUT', data } )
	);
