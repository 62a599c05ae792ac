import type sqlite3 from 'sqlite3';

type Answer = ( error: Error | null, rows?: unknown[] ) => void;

/**
 * Sequelize asks SQLite for the columns of a table before each SELECT from it, a third of all its statements. They change with
 * the tables only, so the answer is remembered until a statement that may change one.
 */
export class RememberedColumns {
	private readonly rows = new Map< string, unknown[] >();

	serve( connection: sqlite3.Database ): void {
		const all = connection.all.bind( connection ) as (
			sql: string,
			...rest: unknown[]
		) => sqlite3.Database;
		const remembering = ( sql: string, ...rest: unknown[] ) => {
			if ( /^\s*(CREATE|ALTER|DROP|ROLLBACK)\b/i.test( sql ) ) {
				this.rows.clear();
			}
			const answer = rest[ 0 ];
			// As Sequelize writes it for itself; a migration that asks writes PRAGMA TABLE_INFO.
			if (
				! sql.startsWith( 'PRAGMA table_info(' ) ||
				! isAnswer( answer )
			) {
				return all( sql, ...rest );
			}
			const known = this.rows.get( sql );
			if ( known ) {
				answer( null, known );
				return connection;
			}
			return all( sql, ( error: Error | null, rows: unknown[] ) => {
				// A table that is not there yet has no columns, and will have.
				if ( ! error && rows.length > 0 ) {
					this.rows.set( sql, rows );
				}
				answer( error, rows );
			} );
		};
		Object.assign( connection, { all: remembering } );
	}
}

function isAnswer( value: unknown ): value is Answer {
	return typeof value === 'function';
}
