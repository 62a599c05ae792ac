import type { Sequelize } from 'sequelize';
import sqlite3 from 'sqlite3';
import { asyncNamespace } from './async-namespace.js';
import { PreparedStatements } from './prepared-statements.js';
import { RememberedColumns } from './remembered-columns.js';

const busyTimeoutMilliseconds = 5_000;

/**
 * Gives Sequelize two connections to the file for good: one for the transactions, which come one at a time anyway, one for
 * reads outside of them. Sequelize itself opens and closes a connection per transaction, and configures none.
 */
export class SqliteConnections {
	private readonly open = new Map<
		'reader' | 'writer',
		Promise< PreparedStatements >
	>();

	private readonly columns = new RememberedColumns();

	constructor( private readonly file: string ) {}

	serve( sequelize: Sequelize ): void {
		// The three methods that every dialect of Sequelize overrides.
		Object.assign( sequelize.connectionManager, {
			getConnection: async ( options?: { uuid?: string } ) => {
				const { connection } = await this.statements(
					options?.uuid === undefined || options.uuid === 'default'
						? 'reader'
						: 'writer'
				);
				return connection;
			},
			releaseConnection: () => undefined,
			destroyConnection: async () => {
				const writer = this.open.get( 'writer' );
				this.open.delete( 'writer' );
				await close( await writer );
			},
		} );
	}

	async close(): Promise< void > {
		const connections = await Promise.allSettled( this.open.values() );
		this.open.clear();
		for ( const connection of connections ) {
			await close(
				connection.status === 'fulfilled' ? connection.value : undefined
			);
		}
	}

	/** Where the current transaction works; without one, the connection for single statements. */
	current(): Promise< PreparedStatements > {
		return this.statements(
			asyncNamespace.get( 'transaction' ) ? 'writer' : 'reader'
		);
	}

	private statements(
		kind: 'reader' | 'writer'
	): Promise< PreparedStatements > {
		const present = this.open.get( kind );
		if ( present ) {
			return present;
		}
		const opening = connect( this.file ).then( ( connection ) => {
			this.columns.serve( connection );
			return new PreparedStatements( connection );
		} );
		this.open.set( kind, opening );
		opening.catch( () => this.open.delete( kind ) );
		return opening;
	}
}

/** WAL: readers never wait for the writer. NORMAL: a power cut may lose the last transactions but corrupts nothing; a killed process loses none. */
const settings = `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;`;

function connect( file: string ): Promise< sqlite3.Database > {
	return new Promise( ( resolve, reject ) => {
		const connection = new sqlite3.Database( file, ( openError ) => {
			if ( openError ) {
				reject( openError );
				return;
			}
			connection.configure( 'busyTimeout', busyTimeoutMilliseconds );
			connection.exec( settings, ( settingsError ) =>
				settingsError ? reject( settingsError ) : resolve( connection )
			);
		} );
	} );
}

async function close(
	statements: PreparedStatements | undefined
): Promise< void > {
	if ( ! statements ) {
		return;
	}
	await statements.close();
	await new Promise< void >( ( resolve, reject ) =>
		statements.connection.close( ( error ) =>
			error ? reject( error ) : resolve()
		)
	);
}
