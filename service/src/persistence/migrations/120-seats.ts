import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';

const required = { allowNull: false };

export async function up( database: Database ): Promise< void > {
	await createTable(
		database,
		'seats',
		{
			// One row is one place that is taken; two who want the same place conflict (docs/adr/0005-seats.md).
			site_id: { type: DataTypes.UUID, primaryKey: true },
			// agent, channel or account.
			kind: { type: DataTypes.STRING( 10, true ), primaryKey: true },
			// The user's id, the channel's id, or the account's.
			holder: { type: DataTypes.STRING( 40, true ), primaryKey: true },
			// From 1.
			number: { type: DataTypes.INTEGER, primaryKey: true },
			request_id: { type: DataTypes.UUID, ...required },
			taken_at: { type: instant, ...required },
			// Null while it is taken; afterwards, when the next may have it (wrap-up).
			free_at: { type: instant, allowNull: true },
		},
		[ { name: 'seats_request', fields: [ 'request_id' ] } ]
	);
	await createTable( database, 'account_pace', {
		// The telephone account's.
		account: { type: DataTypes.STRING( 40, true ), primaryKey: true },
		// The next call may be asked for from then on.
		next_at: { type: instant, ...required },
	} );
}

export async function down( database: Database ): Promise< void > {
	const queryInterface = database.sequelize.getQueryInterface();
	await queryInterface.dropTable( 'account_pace' );
	await queryInterface.dropTable( 'seats' );
}
