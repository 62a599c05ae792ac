import { randomUUID } from 'node:crypto';
import { QueryTypes } from 'sequelize';
import type { Database } from '../../persistence/database.js';
import { toSqlInstant } from '../../persistence/sql-instant.js';
import type { JobRow } from './job-row.js';

export interface Claim {
	name: string;
	/** Those due up to here; a processor claims a little ahead and waits. */
	dueBefore: Date;
	now: Date;
	limit: number;
	modifiedBy: string | null;
}

const due =
	'name = ? AND disabled = 0 AND locked_at IS NULL AND next_run_at <= ?';
const order = 'ORDER BY next_run_at, priority DESC, id';

/** Locks the next jobs of a name for the caller alone. The jobs are the caller's only once this has resolved: then it is committed. */
export function claim(
	database: Database,
	wanted: Claim
): Promise< JobRow[] > {
	return database.dialect === 'sqlite'
		? claimOnSqlite( database, wanted )
		: claimOnMysql( database, wanted );
}

async function claimOnSqlite(
	database: Database,
	{ name, dueBefore, now, limit, modifiedBy }: Claim
): Promise< JobRow[] > {
	const rows = await database.sequelize.query< JobRow >(
		`UPDATE rappel_jobs SET locked_at = ?, lock_token = ?, last_modified_by = ?
		WHERE id IN ( SELECT id FROM rappel_jobs WHERE ${ due } ${ order } LIMIT ${ limit } ) RETURNING *`,
		{
			replacements: [
				toSqlInstant( 'sqlite', now ),
				randomUUID(),
				modifiedBy,
				name,
				toSqlInstant( 'sqlite', dueBefore ),
			],
			type: QueryTypes.SELECT,
		}
	);
	return rows.sort( byTurn );
}

/** READ COMMITTED and SKIP LOCKED: claimers neither wait for each other nor take the same row. */
function claimOnMysql(
	database: Database,
	{ name, dueBefore, limit, modifiedBy }: Claim
): Promise< JobRow[] > {
	return database.transaction( async () => {
		const rows = await database.sequelize.query< JobRow >(
			`SELECT * FROM rappel_jobs WHERE ${ due } ${ order } LIMIT ${ limit } FOR UPDATE SKIP LOCKED`,
			{
				replacements: [ name, toSqlInstant( 'mysql', dueBefore ) ],
				type: QueryTypes.SELECT,
			}
		);
		if ( rows.length === 0 ) {
			return [];
		}
		const token = randomUUID();
		await database.sequelize.query(
			`UPDATE rappel_jobs SET locked_at = ${ databaseNow( database ) }, lock_token = ?, last_modified_by = ? WHERE id IN ( ? )`,
			{
				replacements: [
					token,
					modifiedBy,
					rows.map( ( { id } ) => id ),
				],
				type: QueryTypes.UPDATE,
			}
		);
		return rows.map( ( row ) => ( { ...row, lock_token: token } ) );
	} );
}

/** RETURNING answers in no order. */
function byTurn( one: JobRow, other: JobRow ): number {
	return (
		String( one.next_run_at ).localeCompare(
			String( other.next_run_at )
		) ||
		other.priority - one.priority ||
		one.id.localeCompare( other.id )
	);
}

/**
 * Gives back the jobs of a name whose lock has run out: what held it is dead, or too slow. Apart from the claim, whose index an OR would defeat.
 *
 * @return How many.
 */
export function giveBackExpired(
	database: Database,
	{
		name,
		now,
		lockMilliseconds,
	}: { name: string; now: Date; lockMilliseconds: number }
): Promise< number > {
	const deadline =
		database.dialect === 'mysql'
			? `${ databaseNow( database ) } - INTERVAL ${ Math.round( lockMilliseconds * 1_000 ) } MICROSECOND`
			: `'${ toSqlInstant( 'sqlite', new Date( now.getTime() - lockMilliseconds ) ) }'`;
	return giveBack(
		database,
		`name = ? AND locked_at <= ${ deadline }`,
		[ name ],
		now
	);
}

/**
 * Unlocks jobs so that they run again: one that had begun has no next run any more, and gets one now.
 *
 * @return How many.
 */
export function giveBack(
	database: Database,
	where: string,
	replacements: Array< string | string[] >,
	now = new Date()
): Promise< number > {
	const sql = `UPDATE rappel_jobs SET locked_at = NULL, lock_token = NULL, next_run_at = COALESCE( next_run_at, ? ) WHERE ${ where }`;
	return write( database, sql, [
		toSqlInstant( database.dialect, now ),
		...replacements,
	] );
}

/**
 * One statement that writes, tried again when it meets a deadlock.
 *
 * @return How many rows matched.
 */
export function write(
	database: Database,
	sql: string,
	replacements: unknown[]
): Promise< number > {
	const run = () =>
		database.sequelize.query( sql, {
			replacements,
			type: QueryTypes.BULKUPDATE,
		} );
	return database.dialect === 'mysql' ? database.transaction( run ) : run();
}

/** Locks are timed by the database's clock, which all instances share: one whose own clock is an hour off takes nobody's jobs. */
export function databaseNow( database: Database ): string {
	return database.dialect === 'mysql'
		? 'UTC_TIMESTAMP( 3 )'
		: `'${ toSqlInstant( 'sqlite', new Date() ) }'`;
}

/** As `databaseNow`, for a text whose values are bound: `bind` takes a value and gives its place. */
export function boundNow(
	database: Database,
	bind: ( value: string ) => string
): string {
	return database.dialect === 'mysql'
		? databaseNow( database )
		: bind( toSqlInstant( 'sqlite', new Date() ) );
}
