import sqlite3 from 'sqlite3';

const nobody = async () => undefined;

/**
 * Makes sure that one service alone works on an embedded database: its queue of writers lives in its process. The lock is one of the operating
 * system, on a file beside the database, and goes with the process, however that ends.
 *
 * @param  url The database's address; on MySQL any number of services share one, and nothing is locked.
 * @return Gives the lock back.
 * @throws {Error} With a sentence, when another service has it.
 */
export function claimSoleProcess(
	url: string
): Promise< () => Promise< void > > {
	if ( ! url.startsWith( 'sqlite:' ) ) {
		return Promise.resolve( nobody );
	}
	const file = url.slice( 'sqlite:'.length );
	return new Promise( ( resolve, reject ) => {
		const refuse = ( lock: sqlite3.Database | null, error: Error ) => {
			lock?.close();
			const taken = 'code' in error && error.code === 'SQLITE_BUSY';
			reject(
				taken
					? new Error(
							`Another service already works on ${ file }. Stop it first; to run several, put the data into MySQL or MariaDB (DATABASE_URL).`
						)
					: error
			);
		};
		const lock = new sqlite3.Database(
			`${ file }-service`,
			( openError ) => {
				if ( openError ) {
					refuse( null, openError );
					return;
				}
				lock.configure( 'busyTimeout', 1_000 );
				lock.exec(
					'PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE',
					( error ) => {
						if ( error ) {
							refuse( lock, error );
							return;
						}
						resolve(
							() =>
								new Promise( ( closed ) =>
									lock.close( () => closed() )
								)
						);
					}
				);
			}
		);
	} );
}
