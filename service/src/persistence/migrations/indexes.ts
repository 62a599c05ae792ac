import type { Database } from '../database.js';
import type { Index } from './create-table.js';

/** An index in place of another. MySQL commits each statement by itself: one that was interrupted goes on where it stood. */
export async function replaceIndex(
	{ sequelize }: Database,
	table: string,
	old: Index,
	next: Index
): Promise< void > {
	const queryInterface = sequelize.getQueryInterface();
	const present = ( await queryInterface.showIndex( table ) ) as Array< {
		name: string;
	} >;
	const has = ( { name }: Index ) =>
		present.some( ( index ) => index.name === name );
	if ( ! has( next ) ) {
		await queryInterface.addIndex( table, next.fields, {
			name: next.name,
		} );
	}
	if ( has( old ) ) {
		await queryInterface.removeIndex( table, old.name );
	}
}
