import apiFetch from '@wordpress/api-fetch';
import type { Channel, SaveChannel } from '@rappel/contract';
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
