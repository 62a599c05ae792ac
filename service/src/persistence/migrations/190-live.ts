import type { Database } from '../database.js';
import { addMissingIndexes } from './indexes.js';

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

export const up = ( database: Database ) =>
	addMissingIndexes( database, table, indexes );

export async function down( { sequelize }: Database ): Promise< void > {
	for ( const { name } of indexes ) {
		await sequelize.getQueryInterface().removeIndex( table, name );
	}
}
