import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';

const required = { allowNull: false };

export async function up( database: Database ): Promise< void > {
	await createTable(
		database,
		'recordings',
		{
			id: { type: DataTypes.UUID, primaryKey: true },
			site_id: { type: DataTypes.UUID, ...required },
			channel_id: { type: DataTypes.UUID, ...required },
			request_id: { type: DataTypes.UUID, ...required },
			leg_id: { type: DataTypes.UUID, ...required },
			// conversation or voicemail.
			kind: { type: DataTypes.STRING( 15 ), ...required },
			// The network's id; the sound itself stays there.
			recording_sid: { type: DataTypes.STRING( 64, true ), ...required },
			seconds: { type: DataTypes.INTEGER, ...required },
			created_at: { type: instant, ...required },
			// Nobody hears it from then on.
			delete_at: { type: instant, ...required },
			// When the network is next asked to delete it.
			next_try_at: { type: instant, ...required },
		},
		[
			{
				// The network may tell of one twice.
				name: 'recordings_sid',
				fields: [ 'recording_sid' ],
				unique: true,
			},
			{ name: 'recordings_request', fields: [ 'request_id' ] },
			{ name: 'recordings_next_try_at', fields: [ 'next_try_at' ] },
		]
	);
}

export async function down( database: Database ): Promise< void > {
	await database.sequelize.getQueryInterface().dropTable( 'recordings' );
}
