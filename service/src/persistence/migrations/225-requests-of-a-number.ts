import type { Database } from '../database.js';

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
	replace( database, before, ofNumber );

export const down = ( database: Database ) =>
	replace( database, ofNumber, before );

/** MySQL commits each statement by itself: one that was interrupted goes on where it stood. */
async function replace(
	{ sequelize }: Database,
	old: typeof before,
	next: typeof before
): Promise< void > {
	const queryInterface = sequelize.getQueryInterface();
	const present = ( await queryInterface.showIndex( table ) ) as Array< {
		name: string;
	} >;
	const has = ( { name }: typeof before ) =>
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
