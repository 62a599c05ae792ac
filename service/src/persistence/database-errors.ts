import { UniqueConstraintError } from 'sequelize';

/** A row that must be the only one of its kind is there already. */
export function isUniqueViolation( error: unknown ): boolean {
	const { code, message } = driverError( error );
	return (
		error instanceof UniqueConstraintError ||
		( code === 'SQLITE_CONSTRAINT' && message.includes( 'UNIQUE' ) )
	);
}

/**
 * The database undid the transaction, or never began it, and asks for the whole of it again.
 *
 * MySQL's 1213 deadlock and 1205 lock wait timeout (https://dev.mysql.com/doc/mysql-errors/8.0/en/server-error-reference.html;
 * Galera answers a conflict between nodes with 1213 too), MariaDB's 1020 for a row that changed since the snapshot, SQLite's BUSY.
 */
export function isConflict( error: unknown ): boolean {
	const { code, errno } = driverError( error );
	return (
		errno === 1213 ||
		errno === 1205 ||
		errno === 1020 ||
		code === 'SQLITE_BUSY' ||
		code === 'SQLITE_BUSY_SNAPSHOT'
	);
}

const lostCodes = new Set( [
	'ECONNREFUSED',
	'ECONNRESET',
	'EPIPE',
	'ETIMEDOUT',
	'PROTOCOL_CONNECTION_LOST',
	'ER_SERVER_SHUTDOWN',
	'ER_CON_COUNT_ERROR',
	'ER_CONNECTION_KILLED',
] );

/** The connection broke, or none could be had. Before COMMIT was sent, nothing of the transaction has happened. */
export function isConnectionLost( error: unknown ): boolean {
	const { code, message } = driverError( error );
	return (
		( code !== undefined && lostCodes.has( code ) ) ||
		/connection is in closed state|connection lost/i.test( message )
	);
}

/** What the driver itself said: Sequelize wraps it, at times twice. */
function driverError( error: unknown ): {
	code: string | undefined;
	errno: number | undefined;
	message: string;
} {
	let inner: unknown = error;
	while (
		inner instanceof Error &&
		'parent' in inner &&
		inner.parent instanceof Error &&
		inner.parent !== inner
	) {
		inner = inner.parent;
	}
	if ( ! ( inner instanceof Error ) ) {
		return { code: undefined, errno: undefined, message: '' };
	}
	return {
		code:
			'code' in inner && typeof inner.code === 'string'
				? inner.code
				: undefined,
		errno:
			'errno' in inner && typeof inner.errno === 'number'
				? inner.errno
				: undefined,
		message: inner.message,
	};
}
