import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';

export async function up( database: Database ): Promise< void > {
	await createTable(
		database,
		'webhook_inbox',
		{
			// Of the call, or of the room for what the room tells.
			call_sid: { type: DataTypes.STRING( 64, true ), primaryKey: true },
			event: { type: DataTypes.STRING( 64, true ), primaryKey: true },
			// SequenceNumber, or else Twilio's idempotency token.
			token: { type: DataTypes.STRING( 64, true ), primaryKey: true },
			received_at: { type: instant, allowNull: false },
		},
		[ { name: 'webhook_inbox_received_at', fields: [ 'received_at' ] } ]
	);
}

export async function down( database: Database ): Promise< void > {
	await database.sequelize.getQueryInterface().dropTable( 'webhook_inbox' );
}
