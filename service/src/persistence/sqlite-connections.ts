import type { Sequelize } from 'sequelize';
import sqlite3 from 'sqlite3';
import { RememberedColumns } from './remembered-columns.js';

const busyTimeoutMilliseconds = 5_000;

/**
 * Gives Sequelize two connections to the file for good: one for the transactions, which come one at a time anyway, one for
 * reads outside of them. Sequelize itself opens and closes a connection per transaction, and configures none.
 */
export class SqliteConnections {
	private readonly open = new Map<
		'reader' | 'writer',
		Promise< sqlite3.Database >
	>();

	private readonly columns = new RememberedColumns();

	constructor( private readonly file: string ) {}

	serve( sequelize: Sequelize ): void {
		// The three methods that every dialect of Sequelize overrides.
		Object.assign( sequelize.connectionManager, {
			getConnection: ( options?: { uuid?: string } ) =>
				this.connection(
					options?.uuid === undefined || options.uuid === 'default'
						? 'reader'
						: 'writer'
				),
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

	private connection(
		kind: 'reader' | 'writer'
	): Promise< sqlite3.Database > {
		const present = this.open.get( kind );
		if ( present ) {
			return present;
		}
		const opening = connect( this.file );
		this.open.set( kind, opening );
		opening.then(
			( connection ) => this.columns.serve( connection ),
			() => this.open.delete( kind )
		);
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

function close( connection: sqlite3.Database | undefined ): Promise< void > {
	return new Promise( ( resolve, reject ) => {
		if ( connection ) {
			connection.close( ( error ) =>
				error ? reject( error ) : resolve()
			);
		} else {
			resolve();
		}
	} );
}
