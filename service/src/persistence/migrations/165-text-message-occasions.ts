import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';
import { addMissingIndexes, replaceIndex } from './indexes.js';

const table = 'text_messages';
const oncePerKind = 'text_messages_request_kind';
const oncePerOccasion = 'text_messages_occasion';
const required = { allowNull: false };
const number = { type: DataTypes.STRING( 16, true ), ...required };

const added = {
	// What it is about within its kind: the booked time, say. Of a link to book, which is sent once: nothing.
	occasion: {
		type: DataTypes.STRING( 64, true ),
		...required,
		defaultValue: '',
	},
	// The booked time that it tells; null: none.
	starts_at: { type: instant, allowNull: true },
	// When it was handed over; null: not yet, or never.
	sent_at: { type: instant, allowNull: true },
};

export async function up( database: Database ): Promise< void > {
	const queryInterface = database.sequelize.getQueryInterface();
	// MySQL commits each statement by itself: one that was interrupted goes on where it stood.
	const present = await queryInterface.describeTable( table );
	for ( const [ name, column ] of Object.entries( added ) ) {
		if ( ! ( name in present ) ) {
			await queryInterface.addColumn( table, name, { ...column } );
		}
	}
	await replaceIndex(
		database,
		table,
		{ name: oncePerKind },
		{
			name: oncePerOccasion,
			fields: [ 'request_id', 'kind', 'occasion' ],
			unique: true,
		}
	);
	await addMissingIndexes( database, table, [
		{
			// Whom an answer answers.
			name: 'text_messages_numbers',
			fields: [ 'to_number', 'from_number', 'created_at' ],
		},
	] );
	await createTable( database, 'landline_numbers', {
		site_id: { type: DataTypes.UUID, primaryKey: true },
		number: { ...number, primaryKey: true },
		// The network's error number.
		code: { type: DataTypes.STRING( 40 ), ...required },
		since: { type: instant, ...required },
	} );
}

export async function down( database: Database ): Promise< void > {
	const queryInterface = database.sequelize.getQueryInterface();
	await queryInterface.dropTable( 'landline_numbers' );
	await queryInterface.removeIndex( table, 'text_messages_numbers' );
	await queryInterface.removeIndex( table, oncePerOccasion );
	// One message of each kind is what there was.
	await database.sequelize.query(
		`DELETE FROM ${ table } WHERE kind <> 'booking_link'`
	);
	await queryInterface.addIndex( table, [ 'request_id', 'kind' ], {
		name: oncePerKind,
		unique: true,
	} );
	for ( const name of Object.keys( added ) ) {
		await database.sequelize.query(
			`ALTER TABLE ${ table } DROP COLUMN ${ name }`
		);
	}
}
