import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { DataTypes, QueryTypes } from 'sequelize';
import type { Database } from './database.js';
import { isUniqueViolation } from './database-errors.js';

const table = 'rappel_migration_lock';
const renewMilliseconds = 2_000;
const staleSeconds = 20;
const pollMilliseconds = 150;

/**
 * Runs work in one process of all that share the database; the others wait until it is done. A row with a lease, and neither
 * GET_LOCK nor a held transaction: both know one node of a Galera cluster only. The lease of a dead process ends after 20 s.
 */
export async function withMigrationLock(
	database: Database,
	work: () => Promise< void >
): Promise< void > {
	const owner = randomUUID();
	await database.sequelize.getQueryInterface().createTable( table, {
		id: { type: DataTypes.INTEGER, primaryKey: true },
		owner: { type: DataTypes.STRING( 36 ), allowNull: false },
		renewed_seconds: { type: DataTypes.BIGINT, allowNull: false },
	} );
	while ( ! ( await take( database, owner ) ) ) {
		await delay( pollMilliseconds );
	}
	const renewal = setInterval( () => {
		// A renewal that fails leaves the lease to end; the migration itself then meets the same database and reports it.
		renew( database, owner ).catch( () => undefined );
	}, renewMilliseconds );
	try {
		await work();
	} finally {
		clearInterval( renewal );
		await database.sequelize.query(
			`DELETE FROM ${ table } WHERE owner = ?`,
			{ replacements: [ owner ], type: QueryTypes.DELETE }
		);
	}
}

/** The database's clock, the same for every process. */
const secondsNow = ( database: Database ) =>
	database.dialect === 'mysql' ? 'UNIX_TIMESTAMP()' : 'unixepoch()';

async function take( database: Database, owner: string ): Promise< boolean > {
	const now = secondsNow( database );
	try {
		await database.transaction( async () => {
			await database.sequelize.query(
				`DELETE FROM ${ table } WHERE renewed_seconds < ${ now } - ${ staleSeconds }`
			);
			await database.sequelize.query(
				`INSERT INTO ${ table } ( id, owner, renewed_seconds ) VALUES ( 1, ?, ${ now } )`,
				{
					replacements: [ owner ],
					type: QueryTypes.INSERT,
				}
			);
		} );
		return true;
	} catch ( error ) {
		if ( isUniqueViolation( error ) ) {
			return false;
		}
		throw error;
	}
}

async function renew( database: Database, owner: string ): Promise< void > {
	await database.sequelize.query(
		`UPDATE ${ table } SET renewed_seconds = ${ secondsNow( database ) } WHERE owner = ?`,
		{
			replacements: [ owner ],
			type: QueryTypes.UPDATE,
		}
	);
}
