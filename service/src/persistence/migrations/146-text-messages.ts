import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';

const required = { allowNull: false };
const number = { type: DataTypes.STRING( 16, true ), ...required };

export async function up( database: Database ): Promise< void > {
	await createTable(
		database,
		'text_messages',
		{
			id: { type: DataTypes.UUID, primaryKey: true },
			site_id: { type: DataTypes.UUID, ...required },
			channel_id: { type: DataTypes.UUID, ...required },
			request_id: { type: DataTypes.UUID, ...required },
			// booking_link.
			kind: { type: DataTypes.STRING( 20 ), ...required },
			to_number: number,
			from_number: number,
			text: { type: DataTypes.TEXT, ...required },
			// See text-message.ts.
			state: { type: DataTypes.STRING( 12 ), ...required },
			// The network's error number; null: none.
			code: { type: DataTypes.STRING( 40 ), allowNull: true },
			message_sid: {
				type: DataTypes.STRING( 64, true ),
				allowNull: true,
			},
			created_at: { type: instant, ...required },
			updated_at: { type: instant, ...required },
		},
		[
			{
				// One message of a kind for a request, whatever is told twice.
				name: 'text_messages_request_kind',
				fields: [ 'request_id', 'kind' ],
				unique: true,
			},
		]
	);
	await createTable( database, 'opted_out_numbers', {
		site_id: { type: DataTypes.UUID, primaryKey: true },
		number: { ...number, primaryKey: true },
		since: { type: instant, ...required },
	} );
}

export async function down( database: Database ): Promise< void > {
	const queryInterface = database.sequelize.getQueryInterface();
	await queryInterface.dropTable( 'opted_out_numbers' );
	await queryInterface.dropTable( 'text_messages' );
}
