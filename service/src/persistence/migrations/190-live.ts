import type { Database } from '../database.js';

const table = 'callback_requests';

const indexes = [
	{
		// What changed on a site since somebody looked.
		name: 'callback_requests_updated',
		fields: [ 'site_id', 'updated_at' ],
	},
	{
		// What was missed of late.
		name: 'callback_requests_ended',
		fields: [ 'site_id', 'state', 'ended_at' ],
	},
];

export async function up( { sequelize }: Database ): Promise< void > {
	const queryInterface = sequelize.getQueryInterface();
	const present = ( await queryInterface.showIndex( table ) ) as Array< {
		name: string;
	} >;
	for ( const { name, fields } of indexes ) {
		// MySQL commits each statement by itself: one that was interrupted goes on where it stood.
		if ( ! present.some( ( index ) => index.name === name ) ) {
			await queryInterface.addIndex( table, fields, { name } );
		}
	}
}

export async function down( { sequelize }: Database ): Promise< void > {
	for ( const { name } of indexes ) {
		await sequelize.getQueryInterface().removeIndex( table, name );
	}
}
