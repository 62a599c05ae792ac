import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';

export async function up( database: Database ): Promise< void > {
	await createTable(
		database,
		'rappel_jobs',
		{
			id: { type: DataTypes.CHAR( 36 ), primaryKey: true },
			name: { type: DataTypes.STRING( 120 ), allowNull: false },
			type: { type: DataTypes.STRING( 10 ), allowNull: false },
			priority: { type: DataTypes.INTEGER, allowNull: false },
			/** Null: nothing more to do, or running. */
			next_run_at: { type: instant },
			locked_at: { type: instant },
			/** Of the one who holds the lock: another for each claim, so that a handler past its lock changes nothing. */
			lock_token: { type: DataTypes.CHAR( 36 ) },
			last_run_at: { type: instant },
			last_finished_at: { type: instant },
			failed_at: { type: instant },
			fail_count: { type: DataTypes.INTEGER },
			fail_reason: { type: DataTypes.TEXT },
			/** JSON. */
			data: { type: DataTypes.TEXT },
			disabled: { type: DataTypes.BOOLEAN, allowNull: false },
			progress: { type: DataTypes.DOUBLE },
			forks: { type: DataTypes.BOOLEAN, allowNull: false },
			/** JSON: a number of milliseconds, or the text of an interval. */
			repeat_interval: { type: DataTypes.STRING( 200 ) },
			repeat_timezone: { type: DataTypes.STRING( 64 ) },
			repeat_at: { type: DataTypes.STRING( 200 ) },
			start_date: { type: instant },
			end_date: { type: instant },
			/** JSON: days of the week, 0 is Sunday. */
			skip_days: { type: DataTypes.STRING( 40 ) },
			debounce_started_at: { type: instant },
			last_modified_by: { type: DataTypes.STRING( 200 ) },
			/** What makes the job the only one of its kind; null: nothing does. */
			unique_key: { type: DataTypes.CHAR( 64 ) },
		},
		[
			{
				name: 'rappel_jobs_claim',
				fields: [
					'name',
					'disabled',
					'locked_at',
					'next_run_at',
					'priority',
				],
			},
			{
				name: 'rappel_jobs_unique',
				fields: [ 'unique_key' ],
				unique: true,
			},
		]
	);
	await createTable(
		database,
		'rappel_job_logs',
		{
			id: { type: DataTypes.CHAR( 36 ), primaryKey: true },
			logged_at: { type: instant, allowNull: false },
			level: { type: DataTypes.STRING( 10 ), allowNull: false },
			event: { type: DataTypes.STRING( 30 ), allowNull: false },
			job_id: { type: DataTypes.STRING( 36 ) },
			job_name: { type: DataTypes.STRING( 120 ), allowNull: false },
			/** JSON: the rest of the entry. */
			entry: { type: DataTypes.TEXT, allowNull: false },
		},
		[ { name: 'rappel_job_logs_time', fields: [ 'logged_at' ] } ]
	);
}

export async function down( database: Database ): Promise< void > {
	const queryInterface = database.sequelize.getQueryInterface();
	await queryInterface.dropTable( 'rappel_job_logs' );
	await queryInterface.dropTable( 'rappel_jobs' );
}
