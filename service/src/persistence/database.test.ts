import { describe, expect, it } from '@jest/globals';
import { DataTypes, QueryTypes } from 'sequelize';
import { isUniqueViolation, openDatabase, type Database } from './database.js';
import { instant } from './instant.js';
import type { Migration } from './migrations/index.js';
import { migrate, migrateDown, pendingMigrations } from './migrator.js';
import { onEachDatabase } from './testing/each-database.js';

const rows = ( database: Database ) =>
	database.sequelize.query< { id: number; n: number } >(
		'SELECT id, n FROM things ORDER BY id',
		{ type: QueryTypes.SELECT }
	);
const insert = ( database: Database, id: number, n = 0 ) =>
	database.sequelize.query( 'INSERT INTO things ( id, n ) VALUES ( ?, ? )', {
		replacements: [ id, n ],
	} );
const raise = ( database: Database, id: number ) =>
	database.sequelize.query( 'UPDATE things SET n = n + 1 WHERE id = ?', {
		replacements: [ id ],
		type: QueryTypes.UPDATE,
	} );

async function makeThings( database: Database ): Promise< void > {
	await database.sequelize.query( 'DROP TABLE IF EXISTS things' );
	await database.sequelize.getQueryInterface().createTable( 'things', {
		id: { type: DataTypes.INTEGER, primaryKey: true },
		n: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
		word: { type: DataTypes.STRING( 20 ), unique: true },
		at: { type: instant },
	} );
}

onEachDatabase( 'a transaction', ( open ) => {
	it( 'keeps what the work wrote, and gives its result [N12]', async () => {
		const database = open();
		await makeThings( database );

		const result = await database.transaction( async () => {
			await insert( database, 1 );
			return 'done';
		} );

		expect( result ).toBe( 'done' );
		expect( await rows( database ) ).toHaveLength( 1 );
	} );

	it( 'undoes everything when the work throws, and runs no action', async () => {
		const database = open();
		await makeThings( database );
		const actions: string[] = [];

		const failing = database.transaction( async () => {
			database.afterCommit( () => actions.push( 'ran' ) );
			await insert( database, 1 );
			throw new Error( 'no' );
		} );

		await expect( failing ).rejects.toThrow( 'no' );
		expect( await rows( database ) ).toEqual( [] );
		expect( actions ).toEqual( [] );
	} );

	it( 'is joined by a transaction inside of it: one failure undoes both', async () => {
		const database = open();
		await makeThings( database );

		const failing = database.transaction( async () => {
			await insert( database, 1 );
			await database.transaction( () => insert( database, 2 ) );
			throw new Error( 'no' );
		} );

		await expect( failing ).rejects.toThrow( 'no' );
		expect( await rows( database ) ).toEqual( [] );
	} );

	it( 'runs actions after the commit, outside of the transaction; at once without one', async () => {
		const database = open();
		await makeThings( database );
		const seen: unknown[] = [];
		let reading: Promise< unknown > = Promise.resolve();

		await database.transaction( async () => {
			await database.transaction( async () => {
				database.afterCommit( () => {
					seen.push( 'after' );
					reading = rows( database );
				} );
			} );
			await insert( database, 1 );
			seen.push( 'work' );
		} );
		database.afterCommit( () => seen.push( 'at once' ) );

		expect( seen ).toEqual( [ 'work', 'after', 'at once' ] );
		expect( await reading ).toHaveLength( 1 );
	} );

	it( 'is not seen by what outlives it', async () => {
		const database = open();
		await makeThings( database );
		let later = async () => {};

		await database.transaction( async () => {
			const { promise, resolve } = withResolvers();
			const outliving = promise.then( () => insert( database, 7 ) );
			later = async () => {
				resolve();
				await outliving;
			};
		} );
		await later();

		expect( await rows( database ) ).toEqual( [ { id: 7, n: 0 } ] );
	} );

	it( 'lets 200 that write in parallel all succeed', async () => {
		const database = open();
		await makeThings( database );
		await insert( database, 1 );

		await Promise.all(
			Array.from( { length: 200 }, ( _, index ) =>
				database.transaction( async () => {
					await insert( database, 100 + index );
					await raise( database, 1 );
				} )
			)
		);

		const all = await rows( database );
		expect( all ).toHaveLength( 201 );
		expect( all[ 0 ] ).toEqual( { id: 1, n: 200 } );
	} );

	it( 'lets single writes outside of it wait their turn', async () => {
		const database = open();
		await makeThings( database );
		await insert( database, 1 );

		await Promise.all( [
			database.transaction( async () => {
				for ( let step = 0; step < 20; step++ ) {
					await raise( database, 1 );
				}
			} ),
			...Array.from( { length: 20 }, () => raise( database, 1 ) ),
		] );

		expect( await rows( database ) ).toEqual( [ { id: 1, n: 40 } ] );
	} );

	it( 'is tried again as a whole when the database says deadlock', async () => {
		const database = open();
		await makeThings( database );
		await insert( database, 1 );
		await insert( database, 2 );
		let tries = 0;
		const met = meeting( 2 );
		const crossing = ( first: number, second: number ) =>
			database.transaction( async () => {
				tries++;
				await raise( database, first );
				// On SQLite the second transaction begins after the first: nobody to meet.
				await ( database.dialect === 'mysql' ? met() : undefined );
				await raise( database, second );
			} );

		await Promise.all( [ crossing( 1, 2 ), crossing( 2, 1 ) ] );

		expect( await rows( database ) ).toEqual( [
			{ id: 1, n: 2 },
			{ id: 2, n: 2 },
		] );
		expect( tries ).toBe( database.dialect === 'mysql' ? 3 : 2 );
	} );

	it( 'names a duplicate', async () => {
		const database = open();
		await makeThings( database );
		await insert( database, 1 );

		const again = await insert( database, 1 ).catch(
			( error: unknown ) => error
		);

		expect( isUniqueViolation( again ) ).toBe( true );
		expect( isUniqueViolation( new Error( 'another' ) ) ).toBe( false );
	} );

	it( 'keeps milliseconds, and compares text byte by byte', async () => {
		const database = open();
		await makeThings( database );
		const Thing = database.sequelize.define(
			'thing',
			{ word: DataTypes.STRING( 20 ), n: DataTypes.INTEGER, at: instant },
			{ tableName: 'things', timestamps: false }
		);
		const at = new Date( '2026-03-29T01:00:00.123Z' );

		await Thing.create( { id: 1, n: 0, word: 'é', at } );
		await Thing.create( { id: 2, n: 0, word: 'e', at: null } );

		expect( ( await Thing.findByPk( 1 ) )?.get( 'at' ) ).toEqual( at );
		expect( await Thing.count( { where: { word: 'E' } } ) ).toBe( 0 );
	} );
} );

onEachDatabase( 'SQL with bound values', ( open ) => {
	const all = ( database: Database ) =>
		database.bound.select< { id: number; n: number } >(
			'SELECT id, n FROM things WHERE n >= $1 ORDER BY id',
			[ 0 ]
		);

	it( 'joins the current transaction, and is undone with it', async () => {
		const database = open();
		await makeThings( database );
		const write = ( id: number ) =>
			database.bound.write(
				'INSERT INTO things ( id, n ) VALUES ( $1, $2 )',
				[ id, 0 ]
			);

		await database.transaction( async () => {
			await write( 1 );
			expect( await all( database ) ).toHaveLength( 1 );
		} );
		await database
			.transaction( async () => {
				await write( 2 );
				throw new Error( 'no' );
			} )
			.catch( () => undefined );

		expect( await all( database ) ).toEqual( [ { id: 1, n: 0 } ] );
	} );

	it( 'counts the rows that it matched, changed or not', async () => {
		const database = open();
		await makeThings( database );
		await insert( database, 1, 5 );
		await insert( database, 2, 6 );

		const matched = await database.bound.write(
			'UPDATE things SET n = $1 WHERE n >= $2',
			[ 5, 5 ]
		);

		expect( matched ).toBe( 2 );
	} );

	it( 'names a duplicate and its text, and goes on in the transaction', async () => {
		const database = open();
		await makeThings( database );
		const sql = 'INSERT INTO things ( id ) VALUES ( $1 )';

		await database.transaction( async () => {
			await database.bound.write( sql, [ 1 ] );
			const again = await database.bound
				.write( sql, [ 1 ] )
				.catch( ( error: unknown ) => error );
			expect( isUniqueViolation( again ) ).toBe( true );
			expect( again ).toHaveProperty( 'sql' );
			await database.bound.write( sql, [ 2 ] );
		} );

		expect( await all( database ) ).toHaveLength( 2 );
	} );

	it( 'is served to many at once, inside and outside of transactions', async () => {
		const database = open();
		await makeThings( database );
		await insert( database, 1 );
		const raiseOne = () =>
			database.bound.write(
				'UPDATE things SET n = n + 1 WHERE id = $1',
				[ 1 ]
			);

		await Promise.all(
			Array.from( { length: 50 }, ( _, index ) =>
				index % 2 ? raiseOne() : database.transaction( raiseOne )
			)
		);

		expect( await all( database ) ).toEqual( [ { id: 1, n: 50 } ] );
	} );

	it( 'outlives a change of its table', async () => {
		const database = open();
		await makeThings( database );
		await all( database );

		await makeThings( database );
		await insert( database, 3 );

		expect( await all( database ) ).toEqual( [ { id: 3, n: 0 } ] );
	} );
} );

onEachDatabase( 'migrations', ( open, place ) => {
	const steps: string[] = [];
	const example: Migration[] = [ '901-first', '902-second' ].map(
		( name ) => ( {
			name,
			up: async ( database ) => {
				steps.push( `up ${ name }` );
				await database.sequelize
					.getQueryInterface()
					.createTable( `table_${ name.slice( 0, 3 ) }`, {
						id: { type: DataTypes.INTEGER, primaryKey: true },
					} );
			},
			down: async ( database ) => {
				steps.push( `down ${ name }` );
				await database.sequelize
					.getQueryInterface()
					.dropTable( `table_${ name.slice( 0, 3 ) }` );
			},
		} )
	);

	it( 'run once, though two instances start together, and can be taken back', async () => {
		steps.length = 0;
		const other = await openDatabase( { url: place().url } );
		expect( await pendingMigrations( other, example ) ).toEqual( [
			'901-first',
			'902-second',
		] );

		await Promise.all( [
			migrate( open(), example ),
			migrate( other, example ),
		] );

		expect( steps ).toEqual( [ 'up 901-first', 'up 902-second' ] );
		expect( await pendingMigrations( other, example ) ).toEqual( [] );
		await migrateDown( other, example );
		expect( steps.slice( 2 ) ).toEqual( [
			'down 902-second',
			'down 901-first',
		] );
		await other.close();
	} );

	it( 'leave nothing to do after migrate', async () => {
		expect( await open().pendingMigrations() ).toEqual( [] );
	} );
} );

describe( 'an address of a database', () => {
	it( 'that names no kind of database is refused with a sentence', async () => {
		await expect(
			openDatabase( { url: 'postgres://localhost/x' } )
		).rejects.toThrow( 'begins with sqlite: or mysql://' );
	} );

	it( 'where nothing answers is refused without its password', async () => {
		const opening = openDatabase( {
			url: 'mysql://rappel:s3cret@127.0.0.1:1/rappel',
		} );
		const error = await opening.catch( ( reason: unknown ) =>
			String( reason )
		);
		expect( error ).toContain(
			'mysql://127.0.0.1:1/rappel cannot be used'
		);
		expect( error ).not.toContain( 's3cret' );
	} );
} );

function withResolvers(): { promise: Promise< void >; resolve: () => void } {
	let resolve: () => void = () => undefined;
	const promise = new Promise< void >( ( settle ) => {
		resolve = settle;
	} );
	return { promise, resolve };
}

/** Everybody waits until so many have come; who comes later does not wait. */
function meeting( size: number ): () => Promise< void > {
	const all = withResolvers();
	let come = 0;
	return () => {
		come++;
		if ( come >= size ) {
			all.resolve();
		}
		return all.promise;
	};
}
