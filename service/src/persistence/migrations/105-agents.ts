import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';

const required = { allowNull: false };
const at = { type: instant, ...required };
const perhapsAt = { type: instant, allowNull: true };

export async function up( database: Database ): Promise< void > {
	await createTable( database, 'agents', {
		site_id: { type: DataTypes.UUID, primaryKey: true },
		// The WordPress user's id.
		user_id: {
			type: DataTypes.INTEGER,
			primaryKey: true,
			autoIncrement: false,
		},
		name: { type: DataTypes.STRING( 80 ), ...required },
		// E.164.
		number: { type: DataTypes.STRING( 20 ), allowNull: true },
		email: { type: DataTypes.STRING( 254 ), allowNull: true },
		// online, away, offline; and since when. How long it holds follows from the opening hours.
		status: { type: DataTypes.STRING( 10 ), ...required },
		status_since: at,
		last_offered_at: perhapsAt,
		last_ended_at: perhapsAt,
		created_at: at,
		updated_at: at,
		// A removed one is kept for the names in the list of requests.
		removed_at: perhapsAt,
	} );
}

export async function down( database: Database ): Promise< void > {
	await database.sequelize.getQueryInterface().dropTable( 'agents' );
}
