import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';

const required = { allowNull: false };
const whole = { type: DataTypes.INTEGER, ...required };
const at = { type: instant, ...required };

export async function up( database: Database ): Promise< void > {
	await createTable(
		database,
		'number_codes',
		{
			site_id: { type: DataTypes.UUID, primaryKey: true },
			// Of the request that waits for the code.
			request_key: { type: DataTypes.UUID, primaryKey: true },
			// Of the code, and of its SMS.
			id: { type: DataTypes.UUID, ...required },
			// E.164.
			number: { type: DataTypes.STRING( 20 ), ...required },
			// Hex HMAC-SHA256 with the site's secret: who reads the table cannot type the code.
			digest: { type: DataTypes.CHAR( 64, true ), ...required },
			sent: whole,
			tries: whole,
			sent_at: at,
			expires_at: at,
		},
		[
			{ name: 'number_codes_expires_at', fields: [ 'expires_at' ] },
			{ name: 'number_codes_id', fields: [ 'id' ], unique: true },
		]
	);
}

export async function down( { sequelize }: Database ): Promise< void > {
	await sequelize.getQueryInterface().dropTable( 'number_codes' );
}
