import apiFetch from '@wordpress/api-fetch';
import { addQueryArgs } from '@wordpress/url';
import type { Results, ResultsQuery } from '@rappel/contract';
import { orProblem } from './problem';

/** What came of the requests that were made on these days of the site's clock. Throws a Problem. */
export const readResults = ( { channelId, ...query }: ResultsQuery ) =>
	orProblem(
		apiFetch< Results >( {
			path: addQueryArgs( '/rappel/v1/results', {
				...query,
				...( channelId && { channelId } ),
			} ),
		} )
	);
