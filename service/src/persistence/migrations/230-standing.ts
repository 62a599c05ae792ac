import type { Database } from '../database.js';
import { replaceIndex } from './indexes.js';

const table = 'callback_requests';

const replaced = [
	{
		// The Live dashboard looks for what was missed of late and not handled: few of all that ended in these states.
		before: {
			name: 'callback_requests_ended',
			fields: [ 'site_id', 'state', 'ended_at' ],
		},
		next: {
			name: 'callback_requests_missed',
			fields: [ 'site_id', 'standing', 'ended_at' ],
		},
	},
	{
		// An agent sees what nobody has taken: where words are sought, too, the index alone tells.
		before: {
			name: 'callback_requests_by_standing',
			fields: [ 'site_id', 'standing', 'created_at', 'id' ],
		},
		next: {
			name: 'callback_requests_standing',
			fields: [ 'site_id', 'standing', 'created_at', 'id', 'taken_by' ],
		},
	},
];

export async function up( database: Database ): Promise< void > {
	for ( const { before, next } of replaced ) {
		await replaceIndex( database, table, before, next );
	}
}

export async function down( database: Database ): Promise< void > {
	for ( const { before, next } of replaced ) {
		await replaceIndex( database, table, next, before );
	}
}
