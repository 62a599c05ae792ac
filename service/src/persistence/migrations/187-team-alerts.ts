import { DataTypes, type ModelAttributes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';

const required = { allowNull: false };
const id = { type: DataTypes.UUID, primaryKey: true };
const uuid = { type: DataTypes.UUID, ...required };
const code = ( length: number ) => ( {
	type: DataTypes.STRING( length, true ),
	...required,
} );
const at = { type: instant, ...required };

const added: Record< string, ModelAttributes > = {
	agents: {
		// JSON: what they want to be told, and how; null: they never said.
		alerts: { type: DataTypes.TEXT, allowNull: true },
	},
	callback_requests: {
		// From when on somebody should have talked with them, by the return timer; null: of a request of before.
		answer_due_at: { type: instant, allowNull: true },
		// When the return timer gave it back to the team; null: it did not.
		returned_at: { type: instant, allowNull: true },
		// When those who supervise were told that nobody had handled it; null: they were not.
		supervisor_told_at: { type: instant, allowNull: true },
	},
};

export async function up( database: Database ): Promise< void > {
	await createTable(
		database,
		'team_alerts',
		{
			id,
			site_id: uuid,
			kind: code( 20 ),
			// What it is about within its kind: a leg, a request, a date, the beginning of an opening period.
			occasion: code( 100 ),
			// "agent 12", "owner", "supervisor 0": never an address, which changes.
			recipient: code( 20 ),
			channel_id: { type: DataTypes.UUID, allowNull: true },
			request_id: { type: DataTypes.UUID, allowNull: true },
			state: code( 10 ),
			created_at: at,
			// After it the news is none any more, and is not sent.
			useful_until: at,
		},
		[
			{
				// Told once, whoever looks, and however often.
				name: 'team_alerts_once',
				fields: [ 'site_id', 'kind', 'occasion', 'recipient' ],
				unique: true,
			},
			{ name: 'team_alerts_created', fields: [ 'created_at' ] },
		]
	);
	await createTable(
		database,
		'team_looks',
		{
			// Looked at once, whoever looks: an opening period, a day.
			site_id: { type: DataTypes.UUID, primaryKey: true },
			occasion: { ...code( 100 ), primaryKey: true },
			created_at: at,
		},
		[ { name: 'team_looks_created', fields: [ 'created_at' ] } ]
	);
	const queryInterface = database.sequelize.getQueryInterface();
	for ( const [ table, columns ] of Object.entries( added ) ) {
		// MySQL commits each statement by itself: one that was interrupted goes on where it stood.
		const present = await queryInterface.describeTable( table );
		for ( const [ name, column ] of Object.entries( columns ) ) {
			if ( ! ( name in present ) ) {
				await queryInterface.addColumn( table, name, {
					...( column as { type: string } ),
				} );
			}
		}
	}
}

export async function down( { sequelize }: Database ): Promise< void > {
	for ( const [ table, columns ] of Object.entries( added ) ) {
		for ( const name of Object.keys( columns ) ) {
			await sequelize.query(
				`ALTER TABLE ${ table } DROP COLUMN ${ name }`
			);
		}
	}
	const queryInterface = sequelize.getQueryInterface();
	await queryInterface.dropTable( 'team_looks' );
	await queryInterface.dropTable( 'team_alerts' );
}
