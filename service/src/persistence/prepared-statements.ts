import type sqlite3 from 'sqlite3';
import type { BoundSql, BoundValue } from './bound-sql.js';

/**
 * The prepared statements of one SQLite connection. The package `sqlite3` prepares anew whatever its connection is asked,
 * and that is a second trip to one of libuv's threads for every statement. They are
 * kept until the connection closes: a text has no values in it, so there are as many as the code has.
 */
export class PreparedStatements implements BoundSql {
	private readonly statements = new Map<
		string,
		Promise< sqlite3.Statement >
	>();

	constructor( readonly connection: sqlite3.Database ) {}

	async select< R extends object >(
		sql: string,
		values: readonly BoundValue[]
	): Promise< R[] > {
		const statement = await this.prepared( sql );
		return new Promise( ( resolve, reject ) =>
			statement.all< R >( named( values ), ( error, rows ) =>
				error ? reject( withSql( error, sql ) ) : resolve( rows )
			)
		);
	}

	async write(
		sql: string,
		values: readonly BoundValue[]
	): Promise< number > {
		const statement = await this.prepared( sql );
		return new Promise( ( resolve, reject ) =>
			statement.run( named( values ), function ( error ) {
				return error
					? reject( withSql( error, sql ) )
					: resolve( this.changes );
			} )
		);
	}

	/** Before the connection is closed, which it refuses while a statement is left. */
	async close(): Promise< void > {
		const statements = await Promise.allSettled( this.statements.values() );
		this.statements.clear();
		await Promise.all(
			statements.map(
				( one ) =>
					one.status === 'fulfilled' &&
					new Promise< void >( ( resolve ) =>
						one.value.finalize( () => resolve() )
					)
			)
		);
	}

	private prepared( sql: string ): Promise< sqlite3.Statement > {
		const known = this.statements.get( sql );
		if ( known ) {
			return known;
		}
		const preparing = new Promise< sqlite3.Statement >(
			( resolve, reject ) => {
				const statement = this.connection.prepare(
					sql,
					( error: Error | null ) =>
						error
							? reject( withSql( error, sql ) )
							: resolve( statement )
				);
			}
		);
		this.statements.set( sql, preparing );
		preparing.catch( () => this.statements.delete( sql ) );
		return preparing;
	}
}

/** By name, so that a value may stand twice in a text, and in any order. */
function named( values: readonly BoundValue[] ): Record< string, BoundValue > {
	return Object.fromEntries(
		values.map( ( value, index ) => [ `$${ index + 1 }`, value ] )
	);
}

/** The driver's error says neither where nor what; the text has no values in it, so it may be logged. */
function withSql( error: Error, sql: string ): Error {
	return Object.assign( new Error( error.message, { cause: error } ), {
		...error,
		sql,
	} );
}
