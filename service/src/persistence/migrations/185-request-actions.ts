import { DataTypes, type ModelAttributes } from 'sequelize';
import { wordsOf } from '../../callbacks/search-words.js';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';
import { addMissingIndexes, type Index } from './indexes.js';

const required = { allowNull: false };
const uuid = { type: DataTypes.UUID, ...required };
const perhapsWhole = { type: DataTypes.INTEGER, allowNull: true };
const truth = {
	type: DataTypes.BOOLEAN,
	allowNull: false,
	defaultValue: false,
};

const table = 'callback_requests';

/** Of a row of before: nobody handled it; the rest is read from what it is. */
const added: ModelAttributes = {
	// What came of it, as whoever handled it says; null: nobody did.
	outcome: { type: DataTypes.STRING( 20 ), allowNull: true },
	outcome_note: { type: DataTypes.STRING( 500 ), allowNull: true },
	handled_by: perhapsWhole,
	handled_at: { type: instant, allowNull: true },
	// The agent whom it waits for, as its plan says: to be found by it.
	owner_user_id: perhapsWhole,
	// Whether it has a booked time: to be found by it.
	booked: truth,
	// open, missed, handled or closed: where the list looks for it.
	standing: {
		type: DataTypes.STRING( 10 ),
		allowNull: false,
		defaultValue: 'open',
	},
};

/** Each serves one filter of the list, in the order in which the list is read: InnoDB and SQLite walk them either way. */
const indexes: Index[] = [
	[ 'state' ],
	[ 'channel_id' ],
	[ 'standing' ],
	[ 'booked' ],
	[ 'owner_user_id' ],
	[ 'taken_by' ],
].map( ( [ column = '' ] ) => ( {
	name: `${ table }_by_${ column }`,
	fields: [ 'site_id', column, 'created_at', 'id' ],
} ) );

export async function up( database: Database ): Promise< void > {
	const { sequelize } = database;
	const queryInterface = sequelize.getQueryInterface();
	await createTable( database, 'blocked_numbers', {
		site_id: { type: DataTypes.UUID, primaryKey: true },
		// E.164.
		number: { type: DataTypes.STRING( 20, true ), primaryKey: true },
		blocked_at: { type: instant, ...required },
		// The WordPress user who did.
		by_user_id: perhapsWhole,
	} );
	await createTable(
		database,
		'request_words',
		{
			// What a request is found by: see callbacks/search-words.ts.
			request_id: { type: DataTypes.UUID, primaryKey: true },
			word: { type: DataTypes.STRING( 32, true ), primaryKey: true },
			site_id: uuid,
		},
		[ { name: 'request_words_word', fields: [ 'site_id', 'word' ] } ]
	);
	// MySQL commits each statement by itself: one that was interrupted goes on where it stood.
	const present = await queryInterface.describeTable( table );
	for ( const [ name, column ] of Object.entries( added ) ) {
		if ( ! ( name in present ) ) {
			await queryInterface.addColumn( table, name, {
				...( column as { type: string } ),
			} );
		}
	}
	await readWhatIsThere( database );
	await addMissingIndexes( database, table, indexes );
	await indexWords( database );
}

/** Each may run twice. */
async function readWhatIsThere( { sequelize }: Database ): Promise< void > {
	await sequelize.query(
		`UPDATE ${ table } SET booked = TRUE WHERE booked_for IS NOT NULL`
	);
	await sequelize.query(
		`UPDATE ${ table } SET standing = CASE WHEN state IN ( 'failed', 'expired', 'overdue' ) THEN 'missed' ELSE 'closed' END
		WHERE ended_at IS NOT NULL`
	);
	await sequelize.query(
		`UPDATE ${ table } SET owner_user_id = JSON_EXTRACT( plan, '$.owner.userId' ) WHERE plan LIKE '%"owner":{%'`
	);
}

interface Searched {
	id: string;
	site_id: string;
	number: string;
	name: string | null;
	page_title: string | null;
}

const atOnce = 200;

/** Ids are in the order of time: what has words already lies before. */
async function indexWords( { bound }: Database ): Promise< void > {
	const [ last ] = await bound.select< { id: string | null } >(
		'SELECT MAX( request_id ) AS id FROM request_words',
		[]
	);
	let after = last?.id ?? '';
	for (;;) {
		const rows = await bound.select< Searched >(
			`SELECT id, site_id, number, name, page_title FROM ${ table } WHERE id > $1 ORDER BY id LIMIT ${ atOnce }`,
			[ after ]
		);
		const end = rows.at( -1 );
		if ( ! end ) {
			return;
		}
		after = end.id;
		const values = rows.flatMap( ( row ) =>
			wordsOf( {
				number: row.number,
				name: row.name,
				pageTitle: row.page_title,
			} ).map( ( word ) => [ row.id, word, row.site_id ] )
		);
		await bound.write(
			`INSERT INTO request_words ( request_id, word, site_id ) VALUES ${ values
				.map(
					( _, index ) =>
						`( $${ 3 * index + 1 }, $${ 3 * index + 2 }, $${ 3 * index + 3 } )`
				)
				.join() }`,
			values.flat()
		);
	}
}

export async function down( { sequelize }: Database ): Promise< void > {
	const queryInterface = sequelize.getQueryInterface();
	for ( const { name } of indexes ) {
		await queryInterface.removeIndex( table, name );
	}
	for ( const name of Object.keys( added ) ) {
		await sequelize.query( `ALTER TABLE ${ table } DROP COLUMN ${ name }` );
	}
	await queryInterface.dropTable( 'request_words' );
	await queryInterface.dropTable( 'blocked_numbers' );
}
