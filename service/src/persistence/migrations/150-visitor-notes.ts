import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';

const table = 'callback_requests';

/** What a visitor writes for the agent; null: nothing, as for every request of before. */
export async function up( database: Database ): Promise< void > {
	const queryInterface = database.sequelize.getQueryInterface();
	// One that was interrupted after its statement goes on where it stood.
	if ( ! ( 'note' in ( await queryInterface.describeTable( table ) ) ) ) {
		await queryInterface.addColumn( table, 'note', {
			type: DataTypes.STRING( 300 ),
			allowNull: true,
		} );
	}
}

export async function down( { sequelize }: Database ): Promise< void > {
	await sequelize.query( `ALTER TABLE ${ table } DROP COLUMN note` );
}
