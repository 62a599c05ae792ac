import apiFetch from '@wordpress/api-fetch';
import { orProblem } from './problem';

/** The audio itself, whole, so that it can be wound back and forth. Throws a Problem. */
export const readRecording = ( id: string ): Promise< Blob > =>
	orProblem(
		apiFetch< Response, false >( {
			path: `/rappel/v1/recordings/${ id }`,
			parse: false,
		} )
	).then( ( response ) => response.blob() );
