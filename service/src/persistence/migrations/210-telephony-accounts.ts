import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';

const required = { allowNull: false };
const accountSid = DataTypes.STRING( 34, true );

export async function up( database: Database ): Promise< void > {
	await createTable(
		database,
		'telephony_accounts',
		{
			site_id: { type: DataTypes.UUID, primaryKey: true },
			// Twilio's name of the account.
			account_sid: { type: accountSid, primaryKey: true },
			// Its token, sealed: see secrets/sealing.ts.
			sealed_token: { type: DataTypes.TEXT, ...required },
			saved_at: { type: instant, ...required },
			// Null: the site's calls go over it. Otherwise only what was called before still does.
			replaced_at: { type: instant, allowNull: true },
		},
		[
			{
				name: 'telephony_accounts_account',
				fields: [ 'account_sid' ],
			},
		]
	);
	const queryInterface = database.sequelize.getQueryInterface();
	// MySQL commits each statement by itself: one that was interrupted goes on where it stood.
	const present = await queryInterface.describeTable( 'sites' );
	if ( ! ( 'own_account_sid' in present ) ) {
		// The account of its own over which a site calls; null: it calls over the service's.
		await queryInterface.addColumn( 'sites', 'own_account_sid', {
			type: accountSid,
			allowNull: true,
		} );
	}
}

export async function down( { sequelize }: Database ): Promise< void > {
	await sequelize.query( 'ALTER TABLE sites DROP COLUMN own_account_sid' );
	await sequelize.getQueryInterface().dropTable( 'telephony_accounts' );
}
