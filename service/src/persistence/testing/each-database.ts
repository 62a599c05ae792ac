import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe } from '@jest/globals';
import { QueryTypes, Sequelize } from 'sequelize';
import { openDatabase, type Database } from '../database.js';

interface Place {
	url: string;
	remove: () => Promise< void >;
}

/**
 * Describes a suite on SQLite and on MariaDB, each with an empty database of its own, migrated, and emptied before each test.
 *
 * @param title What is described.
 * @param suite Its tests; `open()` gives the database, inside of tests and hooks only.
 */
export function onEachDatabase(
	title: string,
	suite: ( open: () => Database, place: () => { url: string } ) => void
): void {
	describeOn( 'SQLite', title, suite, sqlitePlace );
	const server = process.env.RAPPEL_TEST_MARIADB_URL;
	if ( server && server !== 'none' ) {
		describeOn( 'MariaDB', title, suite, () => mariadbPlace( server ) );
	} else {
		describe.skip( `${ title } on MariaDB`, () =>
			suite(
				() => unopened(),
				() => unopened()
			) );
	}
}

function describeOn(
	kind: string,
	title: string,
	suite: ( open: () => Database, place: () => { url: string } ) => void,
	makePlace: () => Promise< Place >
): void {
	describe( `${ title } on ${ kind }`, () => {
		let database: Database | undefined;
		let place: Place | undefined;
		let emptied: string[] = [];

		beforeAll( async () => {
			place = await makePlace();
			database = await openDatabase( { url: place.url } );
			await database.migrate();
			emptied = await tablesOf( database );
		} );
		beforeEach( async () => {
			await empty( database ?? unopened(), emptied );
		} );
		afterAll( async () => {
			await database?.close();
			await place?.remove();
		} );

		suite(
			() => database ?? unopened(),
			() => place ?? unopened()
		);
	} );
}

function unopened(): never {
	throw new Error( 'The database is there inside of tests and hooks only.' );
}

async function sqlitePlace(): Promise< Place > {
	const folder = mkdtempSync( path.join( tmpdir(), 'rappel-test-' ) );
	return {
		url: `sqlite:${ path.join( folder, 'rappel.sqlite' ) }`,
		remove: async () => rmSync( folder, { recursive: true, force: true } ),
	};
}

async function mariadbPlace( server: string ): Promise< Place > {
	const name = `rappel_test_${ randomBytes( 6 ).toString( 'hex' ) }`;
	const asAdministrator = async ( sql: string ) => {
		const sequelize = new Sequelize( `${ server }/mysql`, {
			dialect: 'mysql',
			logging: false,
		} );
		await sequelize.query( sql );
		await sequelize.close();
	};
	await asAdministrator( `CREATE DATABASE ${ name }` );
	return {
		url: `${ server }/${ name }`,
		remove: () => asAdministrator( `DROP DATABASE ${ name }` ),
	};
}

async function tablesOf( database: Database ): Promise< string[] > {
	const names = await database.sequelize.getQueryInterface().showAllTables();
	return names
		.map( ( name ) => String( name ) )
		.filter(
			( name ) =>
				! name.startsWith( 'rappel_migration' ) &&
				! name.startsWith( 'sqlite_' )
		);
}

async function empty( database: Database, tables: string[] ): Promise< void > {
	const { sequelize, dialect } = database;
	await database.transaction( async () => {
		await sequelize.query(
			dialect === 'mysql'
				? 'SET SESSION foreign_key_checks = 0'
				: 'PRAGMA defer_foreign_keys = ON'
		);
		for ( const table of tables ) {
			await sequelize.query( `DELETE FROM ${ table }`, {
				type: QueryTypes.DELETE,
			} );
		}
		if ( dialect === 'mysql' ) {
			await sequelize.query( 'SET SESSION foreign_key_checks = 1' );
		}
	} );
}
