import apiFetch from '@wordpress/api-fetch';
import { addQueryArgs } from '@wordpress/url';
import type {
	Channel,
	Language,
	SaveChannel,
	SpokenTextDefaults,
} from '@rappel/contract';
import { orProblem } from './problem';

const path = '/rappel/v1/channels';

/** All of these throw a Problem. */
export const listChannels = () =>
	orProblem( apiFetch< { channels: Channel[] } >( { path } ) ).then(
		( { channels } ) => channels
	);

export const readChannel = ( id: string ) =>
	orProblem( apiFetch< Channel >( { path: `${ path }/${ id }` } ) );

/** A null id creates; otherwise `version` is the one the changes started from. */
export const saveChannel = ( id: string | null, data: SaveChannel ) =>
	orProblem(
		apiFetch< Channel >( {
			path: id ? `${ path }/${ id }` : path,
			method: id ? 'PUT' : 'POST',
			data,
		} )
	);

export const deleteChannel = ( id: string ) =>
	orProblem(
		apiFetch< unknown >( { path: `${ path }/${ id }`, method: 'DELETE' } )
	);

/** A trial alert to the recipients that are saved. */
export const sendTestAlert = ( id: string ) =>
	orProblem(
		apiFetch< unknown >( {
			path: `${ path }/${ id }/survey-alert-test`,
			method: 'POST',
		} )
	);

/** The service's own sentences, with their `{…}` not filled in. */
export const readSpokenTexts = ( language: Language ) =>
	orProblem(
		apiFetch< SpokenTextDefaults >( {
			path: addQueryArgs( '/rappel/v1/spoken-texts', { language } ),
		} )
	);
