import type { Sequelize } from 'sequelize';
import { migrate, pendingMigrations } from './migrator.js';
import {
	migrations as allMigrations,
	type Migration,
} from './migrations/index.js';
import type { BoundSql } from './bound-sql.js';
import { openMysql, openSqlite } from './open-sequelize.js';
import { Transactions } from './transactions.js';
import { WriteQueue } from './write-queue.js';

export { isUniqueViolation } from './database-errors.js';

/** The one database of the service: requests, jobs, everything. */
export interface Database {
	readonly sequelize: Sequelize;
	/** mysql stands for MySQL 8 and MariaDB ≥ 10.6. */
	readonly dialect: 'sqlite' | 'mysql';
	/** The short way, for the statements that a visitor waits for. */
	readonly bound: BoundSql;
	/**
	 * Runs work in a transaction, READ COMMITTED on MySQL and IMMEDIATE on SQLite; joins the current one when there is
	 * one. The whole work is tried again, with jitter, when the database asks for it (deadlock, lock timeout, busy, a
	 * connection lost before COMMIT): it must therefore do nothing outside of the database except by `afterCommit`.
	 */
	transaction: < T >( work: () => Promise< T > ) => Promise< T >;
	/** Runs once the current transaction has committed, never when it rolls back; at once when there is none. */
	afterCommit: ( action: () => void ) => void;
	/** Brings the tables up to date. Two instances that start together do not both do it. */
	migrate: () => Promise< void >;
	/** The names of the migrations that have yet to run; rejects when the database does not answer. */
	pendingMigrations: () => Promise< string[] >;
	close: () => Promise< void >;
}

export interface DatabaseOptions {
	/** `sqlite:/path/to/file` or `mysql://user:password@host:port/database`. */
	url: string;
	/** Told of what an action after a commit threw. Absent: it ends the process, as anything that nobody caught. */
	onActionError?: ( error: unknown ) => void;
	/** Those of the service, unless a test brings its own. */
	migrations?: Migration[];
}

/**
 * Opens the database and asks it one question.
 *
 * @throws {Error} With a sentence, when the address names neither kind of database or nothing answers there.
 */
export async function openDatabase(
	options: DatabaseOptions
): Promise< Database > {
	const dialect = dialectOf( options.url );
	const queue = new WriteQueue();
	const opened =
		dialect === 'sqlite'
			? openSqlite( options.url.slice( 'sqlite:'.length ), queue )
			: openMysql( options.url );
	const transactions = new Transactions( {
		sequelize: opened.sequelize,
		admit:
			dialect === 'sqlite'
				? ( work ) => queue.run( work )
				: ( work ) => work(),
		onActionError:
			options.onActionError ??
			( ( error ) => {
				queueMicrotask( () => {
					throw error;
				} );
			} ),
	} );
	const migrations = options.migrations ?? allMigrations;
	const database: Database = {
		sequelize: opened.sequelize,
		dialect,
		bound: {
			select: opened.bound.select,
			write: ( sql, values ) =>
				dialect === 'mysql'
					? transactions.run( () =>
							opened.bound.write( sql, values )
						)
					: opened.bound.write( sql, values ),
		},
		transaction: ( work ) => transactions.run( work ),
		afterCommit: ( action ) => transactions.afterCommit( action ),
		migrate: () => migrate( database, migrations ),
		pendingMigrations: () => pendingMigrations( database, migrations ),
		close: opened.close,
	};
	try {
		await opened.sequelize.query( 'SELECT 1' );
	} catch ( error ) {
		await opened.close().catch( () => undefined );
		throw new Error( unreachable( options.url, error ), { cause: error } );
	}
	return database;
}

function dialectOf( url: string ): Database[ 'dialect' ] {
	if ( url.startsWith( 'sqlite:' ) ) {
		return 'sqlite';
	}
	if ( url.startsWith( 'mysql://' ) ) {
		return 'mysql';
	}
	throw new Error( 'A database address begins with sqlite: or mysql://.' );
}

function unreachable( url: string, error: unknown ): string {
	const shown = url.replace( /:\/\/[^@/]*@/, '://' );
	return `The database ${ shown } cannot be used: ${ error instanceof Error ? error.message : String( error ) }`;
}
