import apiFetch from '@wordpress/api-fetch';
import { addQueryArgs } from '@wordpress/url';
import type {
	Channel,
	ChannelFile,
	ImportedChannels,
	Language,
	ListedChannel,
	PlacementList,
	SaveChannel,
	SpokenTextDefaults,
} from '@rappel/contract';
import { orProblem } from './problem';

const path = '/rappel/v1/channels';

/** All of these throw a Problem. */
export const listChannels = () =>
	orProblem( apiFetch< { channels: ListedChannel[] } >( { path } ) ).then(
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

/** With `cancelOpen` what is open of it ends with it; otherwise one with open requests is refused (`channel_in_use`). */
export const deleteChannel = ( id: string, cancelOpen = false ) =>
	orProblem(
		apiFetch< unknown >( {
			path: addQueryArgs(
				`${ path }/${ id }`,
				cancelOpen ? { cancelOpen: 'true' } : {}
			),
			method: 'DELETE',
		} )
	);

/** As a file for another site; no id stands for all of them. */
export const exportChannels = ( ids: string[] = [] ) =>
	orProblem(
		apiFetch< ChannelFile >( {
			path: addQueryArgs(
				`${ path }/export`,
				ids.length ? { ids: ids.join() } : {}
			),
		} )
	);

/** Makes the channels of a file, all or, while one has a fault, none. */
export const importChannels = ( file: string ) =>
	orProblem(
		apiFetch< ImportedChannels >( {
			path: `${ path }/import`,
			method: 'POST',
			data: { file },
		} )
	);

export type Placement = PlacementList[ 'placements' ][ number ];

/** Where the forms of all channels stand. */
export const listPlacements = () =>
	orProblem(
		apiFetch< PlacementList >( { path: '/rappel/v1/placements' } )
	).then( ( { placements } ) => placements );

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
