import type { Database } from '../database.js';

export interface Index {
	name: string;
	fields: string[];
	unique?: boolean;
}

/** Those that are there already stay: MySQL commits each statement by itself, and one that was interrupted goes on where it stood. */
export async function addMissingIndexes(
	database: Database,
	table: string,
	indexes: readonly Index[]
): Promise< void > {
	const present = await indexNames( database, table );
	for ( const { name, fields, unique = false } of indexes ) {
		if ( ! present.includes( name ) ) {
			await database.sequelize
				.getQueryInterface()
				.addIndex( table, fields, { name, unique } );
		}
	}
}

/** The next one is there before the old one goes. */
export async function replaceIndex(
	database: Database,
	table: string,
	old: Pick< Index, 'name' >,
	next: Index
): Promise< void > {
	await addMissingIndexes( database, table, [ next ] );
	if ( ( await indexNames( database, table ) ).includes( old.name ) ) {
		await database.sequelize
			.getQueryInterface()
			.removeIndex( table, old.name );
	}
}

async function indexNames(
	{ sequelize }: Database,
	table: string
): Promise< string[] > {
	const present = ( await sequelize
		.getQueryInterface()
		.showIndex( table ) ) as Index[];
	return present.map( ( { name } ) => name );
}
