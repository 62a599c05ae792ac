import type { Database } from '../database.js';
import { replaceIndex } from './replace-index.js';

const table = 'callback_requests';

/** The Live dashboard looks for what was missed of late and not handled: few of all that ended in these states. */
const missed = {
	name: 'callback_requests_missed',
	fields: [ 'site_id', 'standing', 'ended_at' ],
};
const before = {
	name: 'callback_requests_ended',
	fields: [ 'site_id', 'state', 'ended_at' ],
};

export const up = ( database: Database ) =>
	replaceIndex( database, table, before, missed );

export const down = ( database: Database ) =>
	replaceIndex( database, table, missed, before );
