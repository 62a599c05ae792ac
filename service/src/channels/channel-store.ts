import { DataTypes, type Model } from 'sequelize';
import type { Database } from '../persistence/database.js';
import { instant } from '../persistence/instant.js';
import { tableOf, type SqlRecord } from '../persistence/table.js';
import type { Channel } from './channel.js';
import { rememberSettings } from './stored-settings.js';

export type { Channel } from './channel.js';

/** Every query names the site: one site never sees another's channel. */
export interface ChannelStore {
	/** Null when the site has no such channel, or has removed it. */
	find: ( siteId: string, channelId: string ) => Promise< Channel | null >;
	/** As find, and a removed one too: a call under way, and the names of past requests, still need it. */
	findEvenRemoved: (
		siteId: string,
		channelId: string
	) => Promise< Channel | null >;
	/** By name, without removed ones unless asked for. */
	list: (
		siteId: string,
		options?: { evenRemoved?: boolean }
	) => Promise< Channel[] >;
	create: ( channel: Channel ) => Promise< void >;
	/** Writes settings and version when the stored version is the one before; false when somebody else was faster. */
	save: ( channel: Channel ) => Promise< boolean >;
	/** False when there was no such channel. */
	remove: (
		siteId: string,
		channelId: string,
		now: Date
	) => Promise< boolean >;
}

interface ChannelRow extends Omit< Channel, 'settings' > {
	/** JSON text: MariaDB has no JSON type of its own, and hands text back. */
	settings: string;
}

export function createChannelStore( database: Database ): ChannelStore {
	const channels = database.sequelize.define< Model< ChannelRow > >(
		'Channel',
		{
			id: { type: DataTypes.UUID, primaryKey: true },
			siteId: { type: DataTypes.UUID, field: 'site_id' },
			version: DataTypes.INTEGER,
			settings: DataTypes.TEXT,
			createdAt: { type: instant, field: 'created_at' },
			updatedAt: { type: instant, field: 'updated_at' },
			removedAt: { type: instant, field: 'removed_at' },
		},
		{ tableName: 'channels', timestamps: false }
	);

	const table = tableOf( database, channels );

	const settingsOf = rememberSettings();
	const read = ( row: ChannelRow ): Channel => ( {
		...row,
		settings: settingsOf( row.id, row.settings ),
	} );

	const findOne = async ( siteId: string, id: string, more = '' ) => {
		const [ record ] = await database.bound.select< SqlRecord >(
			`SELECT ${ table.columns( 'c' ) } FROM channels c WHERE c.id = $1 AND c.site_id = $2${ more }`,
			[ id, siteId ]
		);
		const row = record && table.read( record, 'c' );
		return row ? read( row ) : null;
	};

	return {
		find: ( siteId, id ) =>
			findOne( siteId, id, ' AND c.removed_at IS NULL' ),
		findEvenRemoved: ( siteId, id ) => findOne( siteId, id ),
		async list( siteId, { evenRemoved = false } = {} ) {
			const records = await database.bound.select< SqlRecord >(
				`SELECT ${ table.columns( 'c' ) } FROM channels c WHERE c.site_id = $1${ evenRemoved ? '' : ' AND c.removed_at IS NULL' }`,
				[ siteId ]
			);
			return records
				.flatMap( ( record ) => table.read( record, 'c' ) ?? [] )
				.map( read )
				.sort( byName );
		},
		async create( channel ) {
			await database.transaction( () =>
				channels.create( {
					...channel,
					settings: JSON.stringify( channel.settings ),
				} )
			);
		},
		async save( { id, siteId, version, settings, updatedAt } ) {
			const [ saved ] = await database.transaction( () =>
				channels.update(
					{
						version,
						settings: JSON.stringify( settings ),
						updatedAt,
					},
					{
						where: {
							id,
							siteId,
							version: version - 1,
							removedAt: null,
						},
					}
				)
			);
			return saved === 1;
		},
		async remove( siteId, id, now ) {
			const [ removed ] = await database.transaction( () =>
				channels.update(
					{ removedAt: now },
					{ where: { id, siteId, removedAt: null } }
				)
			);
			return removed === 1;
		},
	};
}

function byName( a: Channel, b: Channel ): number {
	return (
		a.settings.name.localeCompare( b.settings.name ) ||
		a.createdAt.getTime() - b.createdAt.getTime()
	);
}
