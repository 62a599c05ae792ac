import { DataTypes, type ModelAttributes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { addMissingIndexes } from './indexes.js';

const count = {
	type: DataTypes.INTEGER,
	allowNull: false,
	defaultValue: 0,
};
const truth = ( defaultValue: boolean ) => ( {
	type: DataTypes.BOOLEAN,
	allowNull: false,
	defaultValue,
} );
const perhaps = ( length: number ) => ( {
	type: DataTypes.STRING( length ),
	allowNull: true,
} );
const perhapsWhole = { type: DataTypes.INTEGER, allowNull: true };

/** Defaults are what a row of before means: a first attempt, a leg that was asked nothing. */
const added: Record< string, ModelAttributes > = {
	callback_requests: {
		// For scheduled: when, and why it waits.
		due_at: { type: instant, allowNull: true },
		scheduled_why: perhaps( 20 ),
		company_failures: { ...count },
		client_failures: { ...count },
		nobody_failures: { ...count },
		// The ordinal of the attempt under way.
		attempt: { ...count, defaultValue: 1 },
		recording_agreed: { type: DataTypes.BOOLEAN, allowNull: true },
		survey_score: perhapsWhole,
		// The agent who took the call; null: nobody yet, or a number of the channel.
		taken_by: perhapsWhole,
		// Waits for its turn with nobody dialled or about to be: whoever came later waits behind it.
		in_line: truth( false ),
	},
	attempts: {
		fell_back: truth( false ),
	},
	legs: {
		user_id: perhapsWhole,
		incoming: truth( false ),
		must_confirm: truth( false ),
		human: perhaps( 10 ),
		question: perhaps( 10 ),
		repeats: { ...count },
		ready_at: { type: instant, allowNull: true },
		// Its turn among the account's calls per second; null: it had to wait for none.
		paced_at: { type: instant, allowNull: true },
	},
};

const indexes = [
	{
		table: 'callback_requests',
		name: 'callback_requests_in_line',
		// In the order that serves the sweep, which asks for every site, too.
		fields: [ 'in_line', 'site_id', 'channel_id', 'created_at' ],
	},
	{
		table: 'callback_requests',
		name: 'callback_requests_number',
		fields: [ 'number', 'created_at' ],
	},
	{
		table: 'legs',
		name: 'legs_agent',
		fields: [ 'site_id', 'user_id', 'dialed_at' ],
	},
];

export async function up( database: Database ): Promise< void > {
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
	// Nothing stood between an answer and the room: whoever is on the line is ready.
	await database.sequelize.query(
		'UPDATE legs SET ready_at = answered_at WHERE ready_at IS NULL'
	);
	for ( const { table, ...index } of indexes ) {
		await addMissingIndexes( database, table, [ index ] );
	}
}

export async function down( database: Database ): Promise< void > {
	const { sequelize } = database;
	const queryInterface = sequelize.getQueryInterface();
	for ( const { table, name } of indexes ) {
		await queryInterface.removeIndex( table, name );
	}
	for ( const [ table, columns ] of Object.entries( added ) ) {
		for ( const name of Object.keys( columns ) ) {
			await sequelize.query(
				`ALTER TABLE ${ table } DROP COLUMN ${ name }`
			);
		}
	}
}
