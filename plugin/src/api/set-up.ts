import apiFetch from '@wordpress/api-fetch';
import type { OfferedCode, SetUp } from '@rappel/contract';
import { orProblem } from './problem';

const path = '/rappel/v1/set-up';

/** All of these throw a Problem. */
export const readSetUp = () => orProblem( apiFetch< SetUp >( { path } ) );

export const saveSetUp = ( data: SetUp ) =>
	orProblem( apiFetch< SetUp >( { path, method: 'PUT', data } ) );

/** The code for a service that is being deployed: the same one until its day is over. */
export const offerCode = () =>
	orProblem(
		apiFetch< OfferedCode >( {
			path: '/rappel/v1/connection/code',
			method: 'POST',
		} )
	);
