import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';

const table = 'agents';

/** When an agent can be booked, as JSON text; null: whenever the channel is open, as for everybody of before. */
export async function up( database: Database ): Promise< void > {
	const queryInterface = database.sequelize.getQueryInterface();
	// One that was interrupted after its statement goes on where it stood.
	if ( ! ( 'hours' in ( await queryInterface.describeTable( table ) ) ) ) {
		await queryInterface.addColumn( table, 'hours', {
			type: DataTypes.TEXT,
			allowNull: true,
		} );
	}
}

export async function down( { sequelize }: Database ): Promise< void > {
	await sequelize.query( `ALTER TABLE ${ table } DROP COLUMN hours` );
}
