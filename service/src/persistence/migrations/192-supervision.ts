import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';

const required = { allowNull: false };
const uuid = { type: DataTypes.UUID, ...required };

export async function up( database: Database ): Promise< void > {
	await createTable(
		database,
		'supervisions',
		{
			id: { type: DataTypes.UUID, primaryKey: true },
			site_id: uuid,
			request_id: uuid,
			// The talk, and its room.
			attempt_id: uuid,
			user_id: { type: DataTypes.INTEGER, ...required },
			mode: { type: DataTypes.STRING( 10 ), ...required },
			state: { type: DataTypes.STRING( 10 ), ...required },
			// Of the supervisor's own call; null: not known yet.
			call_sid: { type: DataTypes.STRING( 40 ), allowNull: true },
			// 1 as long as it is not over, null afterwards: a supervisor is in one call at a time, the row conflicts.
			is_open: { type: DataTypes.INTEGER, allowNull: true },
			created_at: { type: instant, ...required },
			ended_at: { type: instant, allowNull: true },
		},
		[
			{
				name: 'supervisions_open',
				fields: [ 'site_id', 'user_id', 'is_open' ],
				unique: true,
			},
			{
				name: 'supervisions_request',
				fields: [ 'request_id', 'is_open' ],
			},
			{ name: 'supervisions_any_open', fields: [ 'is_open' ] },
		]
	);
}

export async function down( { sequelize }: Database ): Promise< void > {
	await sequelize.getQueryInterface().dropTable( 'supervisions' );
}
