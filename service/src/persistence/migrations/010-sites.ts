import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';

export async function up( database: Database ): Promise< void > {
	await createTable( database, 'sites', {
		id: { type: DataTypes.UUID, primaryKey: true },
		name: { type: DataTypes.STRING( 200 ), allowNull: false },
		home_url: { type: DataTypes.STRING( 500 ), allowNull: false },
		secret: { type: DataTypes.STRING( 64 ), allowNull: false },
		time_zone: { type: DataTypes.STRING( 64 ), allowNull: false },
		caller_id: { type: DataTypes.STRING( 20 ), allowNull: true },
		daily_request_cap: { type: DataTypes.INTEGER, allowNull: false },
		created_at: { type: instant, allowNull: false },
	} );
	await createTable( database, 'pairing_codes', {
		// Hex SHA-256 of the code: who reads the table cannot pair with it.
		code_hash: { type: DataTypes.CHAR( 64 ), primaryKey: true },
		// The site that the code connects again; null makes a new one.
		site_id: { type: DataTypes.UUID, allowNull: true },
		expires_at: { type: instant, allowNull: false },
		used_at: { type: instant, allowNull: true },
	} );
	await createTable(
		database,
		'used_nonces',
		{
			site_id: { type: DataTypes.UUID, primaryKey: true },
			nonce: { type: DataTypes.STRING( 64, true ), primaryKey: true },
			expires_at: { type: instant, allowNull: false },
		},
		[ { name: 'used_nonces_expires_at', fields: [ 'expires_at' ] } ]
	);
}

export async function down( database: Database ): Promise< void > {
	const queryInterface = database.sequelize.getQueryInterface();
	await queryInterface.dropTable( 'used_nonces' );
	await queryInterface.dropTable( 'pairing_codes' );
	await queryInterface.dropTable( 'sites' );
}
