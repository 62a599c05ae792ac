import type { Database } from '../database.js';
import { replaceIndex } from './indexes.js';

const table = 'callback_requests';

/** Earlier and later requests of a number on a site are counted for each row of the Live dashboard: with its site, the index alone tells. */
const ofNumber = {
	name: 'callback_requests_of_number',
	fields: [ 'number', 'site_id', 'created_at' ],
};
const before = {
	name: 'callback_requests_number',
	fields: [ 'number', 'created_at' ],
};

export const up = ( database: Database ) =>
	replaceIndex( database, table, before, ofNumber );

export const down = ( database: Database ) =>
	replaceIndex( database, table, ofNumber, before );
