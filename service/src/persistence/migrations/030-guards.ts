import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';

export async function up( database: Database ): Promise< void > {
	await createTable(
		database,
		'request_counters',
		{
			site_id: { type: DataTypes.UUID, primaryKey: true },
			// "number 2026-11-24", "address 2026-11-24T13", "site 2026-11-24".
			period: { type: DataTypes.STRING( 32 ), primaryKey: true },
			// The number, a digest of the address, or empty for the site itself.
			subject: { type: DataTypes.STRING( 64 ), primaryKey: true },
			taken: { type: DataTypes.INTEGER, allowNull: false },
			expires_at: { type: instant, allowNull: false },
		},
		[ { name: 'request_counters_expires_at', fields: [ 'expires_at' ] } ]
	);
}

export async function down( database: Database ): Promise< void > {
	await database.sequelize
		.getQueryInterface()
		.dropTable( 'request_counters' );
}
