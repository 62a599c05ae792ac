import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { Sequelize, Transaction } from 'sequelize';
import { asyncNamespace } from './async-namespace.js';
import { boundSqlOnMysql, type BoundSql } from './bound-sql.js';
import { SqliteConnections } from './sqlite-connections.js';
import type { WriteQueue } from './write-queue.js';

export interface OpenSequelize {
	sequelize: Sequelize;
	bound: BoundSql;
	close: () => Promise< void >;
}

/** A single try: whole transactions are tried again, by Transactions, never statements of them. */
const retry = { max: 1 };

export function openSqlite( file: string, queue: WriteQueue ): OpenSequelize {
	mkdirSync( path.dirname( path.resolve( file ) ), { recursive: true } );
	const sequelize = new Sequelize( {
		dialect: 'sqlite',
		storage: file,
		logging: false,
		transactionType: Transaction.TYPES.IMMEDIATE,
		retry,
	} );
	const connections = new SqliteConnections( file );
	connections.serve( sequelize );
	queueWritesOutsideTransactions( sequelize, queue );
	return {
		sequelize,
		bound: boundSqlOnSqlite( connections, queue ),
		async close() {
			await queue.drained();
			await connections.close();
		},
	};
}

/**
 * A write outside of a transaction would wait for the lock inside SQLite, on one of libuv's four threads; four of them leave
 * none for the transaction that holds the lock. It takes its turn in the queue instead.
 */
function queueWritesOutsideTransactions(
	sequelize: Sequelize,
	queue: WriteQueue
): void {
	const query = sequelize.query.bind( sequelize ) as (
		sql: unknown,
		options?: unknown
	) => Promise< unknown >;
	const queued = (
		sql: string | { query: string },
		options?: { transaction?: unknown }
	) => {
		const text = typeof sql === 'string' ? sql : sql.query;
		const writes = ! /^\s*(SELECT|PRAGMA|EXPLAIN)\b/i.test( text );
		const transaction =
			options?.transaction ?? asyncNamespace.get( 'transaction' );
		return writes && ! transaction
			? queue.run( () => query( sql, options ) )
			: query( sql, options );
	};
	Object.assign( sequelize, { query: queued } );
}

function boundSqlOnSqlite(
	connections: SqliteConnections,
	queue: WriteQueue
): BoundSql {
	return {
		select: async ( sql, values ) =>
			( await connections.current() ).select( sql, values ),
		write( sql, values ) {
			const write = async () =>
				( await connections.current() ).write( sql, values );
			return asyncNamespace.get( 'transaction' )
				? write()
				: queue.run( write );
		},
	};
}

export function openMysql( url: string ): OpenSequelize {
	const sequelize = new Sequelize( url, {
		dialect: 'mysql',
		logging: false,
		timezone: '+00:00',
		retry,
		pool: { max: 10, min: 0, idle: 30_000, acquire: 10_000 },
		dialectOptions: {
			charset: 'utf8mb4',
			connectTimeout: 5_000,
			// An UPDATE counts the rows it matched, as on SQLite, and not those that it changed.
			flags: 'FOUND_ROWS',
			// The driver's own way: Sequelize's takes five times as long over a row, for the same values.
			typeCast: true,
		},
	} );
	sequelize.addHook( 'afterConnect', async ( connection: unknown ) => {
		const session = connection as {
			query: (
				sql: string,
				done: ( error: Error | null ) => void
			) => void;
		};
		const query = promisify(
			session.query.bind( session ) as (
				sql: string,
				done: ( error: Error | null ) => void
			) => void
		);
		await query( 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED' );
		await query(
			`SET SESSION sql_mode = '${ sqlModes.join() }', innodb_lock_wait_timeout = 5`
		);
	} );
	compareBytes( sequelize );
	return {
		sequelize,
		bound: boundSqlOnMysql( sequelize ),
		close: () => sequelize.close(),
	};
}

/** New tables compare text byte by byte, as SQLite does: otherwise "é" equals "e" in a unique index. The database's own default stays. */
function compareBytes( sequelize: Sequelize ): void {
	const queryInterface = sequelize.getQueryInterface();
	const createTable = queryInterface.createTable.bind( queryInterface ) as (
		name: unknown,
		columns: unknown,
		options?: object
	) => Promise< void >;
	Object.assign( queryInterface, {
		createTable: ( name: unknown, columns: unknown, options?: object ) =>
			createTable( name, columns, {
				engine: 'InnoDB',
				charset: 'utf8mb4',
				collate: 'utf8mb4_bin',
				...options,
			} ),
	} );
}

const sqlModes = [
	'STRICT_TRANS_TABLES',
	'ONLY_FULL_GROUP_BY',
	'NO_ZERO_IN_DATE',
	'NO_ZERO_DATE',
	'ERROR_FOR_DIVISION_BY_ZERO',
	'NO_ENGINE_SUBSTITUTION',
];
