import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';

export async function up( database: Database ): Promise< void > {
	await createTable( database, 'site_alerts', {
		site_id: { type: DataTypes.UUID, primaryKey: true },
		code: { type: DataTypes.STRING( 40 ), primaryKey: true },
		detail: { type: DataTypes.STRING( 500 ), allowNull: false },
		since: { type: instant, allowNull: false },
	} );
}

export async function down( database: Database ): Promise< void > {
	await database.sequelize.getQueryInterface().dropTable( 'site_alerts' );
}
