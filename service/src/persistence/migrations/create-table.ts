import type { ModelAttributes } from 'sequelize';
import type { Database } from '../database.js';
import { addMissingIndexes, type Index } from './indexes.js';

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
	// Copies: Sequelize writes the dialect's own types into what it is given, and another database would find them there.
	await queryInterface.createTable( name, copiesOf( columns ) );
	await addMissingIndexes( database, name, indexes );
}

function copiesOf( columns: ModelAttributes ): ModelAttributes {
	return Object.fromEntries(
		Object.entries( columns ).map( ( [ name, column ] ) => [
			name,
			typeof column === 'object' ? { ...column } : column,
		] )
	);
}
