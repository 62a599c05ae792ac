import apiFetch from '@wordpress/api-fetch';
import { addQueryArgs } from '@wordpress/url';
import type {
	Language,
	SaveTelephonyAccount,
	SiteTelephonyAccount,
} from '@rappel/contract';
import { orProblem } from './problem';

const path = '/rappel/v1/telephony-account';

/** As the network tells it now. Both throw a Problem; sentences are in that language. */
export const readTelephonyAccount = ( language: Language ) =>
	orProblem(
		apiFetch< SiteTelephonyAccount >( {
			path: addQueryArgs( path, { language } ),
		} )
	);

/** The site's own account, tried before it is kept; null: the service's again. */
export const saveTelephonyAccount = (
	credentials: SaveTelephonyAccount[ 'credentials' ]
) =>
	orProblem(
		apiFetch< SiteTelephonyAccount >( {
			path,
			method: 'PUT',
			data: { credentials },
		} )
	);
