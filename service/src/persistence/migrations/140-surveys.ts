import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';

const required = { allowNull: false };

export async function up( database: Database ): Promise< void > {
	await createTable(
		database,
		'survey_scores',
		{
			// A request has one score at most.
			request_id: { type: DataTypes.UUID, primaryKey: true },
			site_id: { type: DataTypes.UUID, ...required },
			channel_id: { type: DataTypes.UUID, ...required },
			// The agent who took the call; null: a number of the channel.
			user_id: { type: DataTypes.INTEGER, allowNull: true },
			// 1 to 5.
			score: { type: DataTypes.INTEGER, ...required },
			answered_at: { type: instant, ...required },
		},
		[
			{
				name: 'survey_scores_channel',
				fields: [ 'site_id', 'channel_id', 'answered_at' ],
			},
		]
	);
	await createTable(
		database,
		'survey_alerts',
		{
			id: { type: DataTypes.UUID, primaryKey: true },
			site_id: { type: DataTypes.UUID, ...required },
			request_id: { type: DataTypes.UUID, ...required },
			// An e-mail address: 254 characters at most (RFC 5321, 4.5.3.1.3).
			recipient: { type: DataTypes.STRING( 254 ), ...required },
			// pending, sending, sent, failed or unknown.
			state: { type: DataTypes.STRING( 10 ), ...required },
			created_at: { type: instant, ...required },
		},
		[
			{
				// Nobody is told twice of one request.
				name: 'survey_alerts_recipient',
				fields: [ 'request_id', 'recipient' ],
				unique: true,
			},
		]
	);
}

export async function down( database: Database ): Promise< void > {
	const queryInterface = database.sequelize.getQueryInterface();
	await queryInterface.dropTable( 'survey_alerts' );
	await queryInterface.dropTable( 'survey_scores' );
}
