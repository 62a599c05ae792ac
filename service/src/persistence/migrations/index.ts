import type { Database } from '../database.js';

export interface Migration {
	/** NNN-name, as its file: the order in which they run. */
	name: string;
	up: ( database: Database ) => Promise< void >;
	down: ( database: Database ) => Promise< void >;
}

/** One line per file, in order: `{ name: '010-sites', ...sites }`. */
export const migrations: Migration[] = [];
