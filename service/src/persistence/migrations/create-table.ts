import type { ModelAttributes } from 'sequelize';
import type { Database } from '../database.js';

export interface Index {
	name: string;
	fields: string[];
	unique?: boolean;
}

/**
 * Creates a table with its indexes; what is there already stays. MySQL commits each statement of a migration by itself, so
 * one that was interrupted is run again over its own remains.
 */
export async function createTable(
	database: Database,
	name: string,
	columns: ModelAttributes,
	indexes: Index[] = []
): Promise< void > {
	const queryInterface = database.sequelize.getQueryInterface();
	await queryInterface.createTable( name, columns );
	const present = ( await queryInterface.showIndex( name ) ) as Array< {
		name: string;
	} >;
	for ( const index of indexes ) {
		if ( ! present.some( ( other ) => other.name === index.name ) ) {
			await queryInterface.addIndex( name, index.fields, {
				name: index.name,
				unique: index.unique ?? false,
			} );
		}
	}
}
