import { randomUUID } from 'node:crypto';
import type { ChannelSettings, SaveChannel } from '@rappel/contract';
import { checkOpeningHours } from '../availability/check-hours.js';
import type { Clock } from '../clock.js';
import { readCallerId, readDestinationNumber } from '../guards/own-line.js';
import type { Database } from '../persistence/database.js';
import { Refusal } from '../refusal.js';
import type { Channel } from './channel.js';
import type { ChannelStore } from './channel-store.js';

/** More than any site shows, and few enough to be listed in one answer. */
const maximumChannels = 200;

export interface ChannelsOptions {
	database: Database;
	channels: ChannelStore;
	/** Whether a channel has requests that are not over. */
	hasOpenRequests: (
		siteId: string,
		channelId: string
	) => Promise< boolean >;
	/** Ends what is open of a channel that is removed in the same transaction. */
	endOpenRequests: ( siteId: string, channelId: string ) => Promise< void >;
	/** Told of a channel that was saved, in the same transaction: whoever waits may go on. */
	channelSaved: ( siteId: string ) => Promise< void >;
	clock: Clock;
}

/** What a site's owner does with its channels; every call names the site, and finds nothing of another one. */
export interface Channels {
	list: ( siteId: string ) => Promise< Channel[] >;
	/** @throws {Refusal} channel_not_found. */
	read: ( siteId: string, channelId: string ) => Promise< Channel >;
	/**
	 * @throws {Refusal} number_invalid, number_type_refused; invalid_request when the site has too many.
	 * @throws {Error} A ZodError: opening hours that cannot be (checkOpeningHours).
	 */
	create: ( siteId: string, save: SaveChannel ) => Promise< Channel >;
	/** Nothing is made. Throws as create. */
	check: ( siteId: string, save: SaveChannel ) => Promise< void >;
	/** @throws {Refusal} As create; channel_not_found, channel_version_conflict. */
	save: (
		siteId: string,
		channelId: string,
		save: SaveChannel
	) => Promise< Channel >;
	/**
	 * @param  cancelOpen Ends its open requests with it: those that wait are cancelled, those who are being called or talk finish.
	 * @throws {Refusal} channel_not_found, channel_in_use.
	 */
	remove: (
		siteId: string,
		channelId: string,
		cancelOpen?: boolean
	) => Promise< void >;
}

export function createChannels( {
	database,
	channels,
	hasOpenRequests,
	endOpenRequests,
	channelSaved,
	clock,
}: ChannelsOptions ): Channels {
	const read = async ( siteId: string, channelId: string ) => {
		const channel = await channels.find( siteId, channelId );
		if ( ! channel ) {
			throw new Refusal( 'channel_not_found' );
		}
		return channel;
	};

	const refuseTooMany = async ( siteId: string ) => {
		if ( ( await channels.list( siteId ) ).length >= maximumChannels ) {
			throw new Refusal( 'invalid_request', {
				text: 'problem.too_many_channels',
				values: { maximum: maximumChannels },
			} );
		}
	};

	return {
		list: ( siteId ) => channels.list( siteId ),
		read,
		async check( siteId, save ) {
			await refuseTooMany( siteId );
			readSettings( save.settings );
		},
		create: ( siteId, save ) =>
			database.transaction( async () => {
				await refuseTooMany( siteId );
				const now = clock.now();
				const settings = readSettings( save.settings );
				const channel: Channel = {
					id: randomUUID(),
					siteId,
					version: 1,
					settings,
					createdAt: now,
					updatedAt: now,
					removedAt: null,
				};
				await channels.create( channel );
				return channel;
			} ),
		save( siteId, channelId, { settings, version } ) {
			if ( version === undefined ) {
				throw new Refusal( 'invalid_request', {
					field: 'version',
					text: 'problem.version_missing',
				} );
			}
			return database.transaction( async () => {
				const channel = await read( siteId, channelId );
				const saved: Channel = {
					...channel,
					version: version + 1,
					settings: readSettings( settings ),
					updatedAt: clock.now(),
				};
				if ( ! ( await channels.save( saved ) ) ) {
					throw new Refusal( 'channel_version_conflict' );
				}
				await channelSaved( siteId );
				return saved;
			} );
		},
		remove: ( siteId, channelId, cancelOpen = false ) =>
			database.transaction( async () => {
				await read( siteId, channelId );
				if ( cancelOpen ) {
					await endOpenRequests( siteId, channelId );
				} else if ( await hasOpenRequests( siteId, channelId ) ) {
					throw new Refusal( 'channel_in_use' );
				}
				// A request that is taken in this very moment still finds it (findEvenRemoved) and goes its way.
				await channels.remove( siteId, channelId, clock.now() );
			} ),
	};
}

/**
 * The numbers of the company, as typed → E.164, read in the channel's own country; and each member of the team once. Members whom
 * the service does not know yet are kept: their profile may come later.
 */
function readSettings( settings: SaveChannel[ 'settings' ] ): ChannelSettings {
	const { calls, guards, fallback, team, openingHours } = settings;
	checkOpeningHours( openingHours, [ 'settings', 'openingHours' ] );
	return {
		...settings,
		team: eachOnce( team ),
		fallback: {
			...fallback,
			number: readDestinationNumber(
				fallback.number,
				guards.defaultCountry,
				'settings.fallback.number'
			),
		},
		calls: {
			...calls,
			destinationNumber: readDestinationNumber(
				calls.destinationNumber,
				guards.defaultCountry,
				'settings.calls.destinationNumber'
			),
			callerId: readCallerId(
				calls.callerId,
				guards.defaultCountry,
				'settings.calls.callerId'
			),
		},
	};
}

function eachOnce(
	team: ChannelSettings[ 'team' ]
): ChannelSettings[ 'team' ] {
	const seen = new Set< number >();
	return team.filter(
		( { userId } ) => ! seen.has( userId ) && seen.add( userId )
	);
}
