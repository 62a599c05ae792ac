import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';

export async function up( database: Database ): Promise< void > {
	await createTable(
		database,
		'channels',
		{
			id: { type: DataTypes.UUID, primaryKey: true },
			site_id: { type: DataTypes.UUID, allowNull: false },
			version: { type: DataTypes.INTEGER, allowNull: false },
			// JSON text, up to 16 MB: a TEXT of 64 KB would cut what the body limit lets through.
			settings: {
				type:
					database.dialect === 'mysql'
						? DataTypes.TEXT( 'medium' )
						: DataTypes.TEXT,
				allowNull: false,
			},
			created_at: { type: instant, allowNull: false },
			updated_at: { type: instant, allowNull: false },
			removed_at: { type: instant, allowNull: true },
		},
		[ { name: 'channels_site_id', fields: [ 'site_id' ] } ]
	);
}

export async function down( database: Database ): Promise< void > {
	await database.sequelize.getQueryInterface().dropTable( 'channels' );
}
