import { DataTypes, type ModelAttributes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';
import { addMissingIndexes } from './indexes.js';

const table = 'agents';
const numberIndex = 'agents_number';

const required = { allowNull: false };

const added: ModelAttributes = {
	// presenceSources of the contract: who or what said the status.
	status_source: {
		type: DataTypes.STRING( 20 ),
		allowNull: false,
		defaultValue: 'page',
	},
	// When a page of Rappel was last known to be open before them.
	seen_at: { type: instant, allowNull: true },
	// They missed a call and were made away; null once they said their status again.
	missed_call_at: { type: instant, allowNull: true },
	// In which they are spoken and written to; null: WordPress did not say.
	language: { type: DataTypes.STRING( 2 ), allowNull: true },
};

export async function up( database: Database ): Promise< void > {
	await createTable(
		database,
		'presence_log',
		{
			// In the order in which entries were written; `at` may be earlier: the end of a period is written when it is noticed.
			id: { type: DataTypes.UUID, primaryKey: true },
			site_id: { type: DataTypes.UUID, ...required },
			user_id: { type: DataTypes.INTEGER, ...required },
			at: { type: instant, ...required },
			status: { type: DataTypes.STRING( 10 ), ...required },
			source: { type: DataTypes.STRING( 20 ), ...required },
			// Who said it for them; null: they themselves, or nobody.
			by_user_id: { type: DataTypes.INTEGER, allowNull: true },
		},
		[
			{ name: 'presence_log_site', fields: [ 'site_id', 'at', 'id' ] },
			{
				name: 'presence_log_agent',
				fields: [ 'site_id', 'user_id', 'at', 'id' ],
			},
			{ name: 'presence_log_at', fields: [ 'at' ] },
		]
	);
	const queryInterface = database.sequelize.getQueryInterface();
	const present = await queryInterface.describeTable( table );
	for ( const [ name, column ] of Object.entries( added ) ) {
		// MySQL commits each statement by itself: one that was interrupted goes on where it stood.
		if ( ! ( name in present ) ) {
			await queryInterface.addColumn( table, name, {
				...( column as { type: string } ),
			} );
		}
	}
	// Who rings in is looked up among the agents of all sites.
	await addMissingIndexes( database, table, [
		{ name: numberIndex, fields: [ 'number' ] },
	] );
}

export async function down( { sequelize }: Database ): Promise< void > {
	const queryInterface = sequelize.getQueryInterface();
	await queryInterface.removeIndex( table, numberIndex );
	for ( const name of Object.keys( added ) ) {
		await sequelize.query( `ALTER TABLE ${ table } DROP COLUMN ${ name }` );
	}
	await queryInterface.dropTable( 'presence_log' );
}
