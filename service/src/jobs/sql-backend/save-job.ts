import { createHash, randomUUID } from 'node:crypto';
import type { JobParameters, UniqueOpts } from 'agenda';
import { QueryTypes } from 'sequelize';
import type { BoundValue } from '../../persistence/bound-sql.js';
import {
	isUniqueViolation,
	type Database,
} from '../../persistence/database.js';
import { fromSqlInstant, toSqlInstant } from '../../persistence/sql-instant.js';
import { timeOrderedId } from '../../persistence/time-ordered-id.js';
import { boundNow, write } from './claims.js';
import {
	assignments,
	settingsOf,
	type ColumnValues,
	type JobRow,
} from './job-row.js';

/**
 * Inserts or updates a job, in the current transaction when there is one.
 *
 * @param database
 * @param job
 * @param modifiedBy
 * @param locked     Whether a new job is this process's from the start.
 * @return Its row; null when it names a job that is gone.
 */
export async function saveJob(
	database: Database,
	job: JobParameters< unknown >,
	modifiedBy: string | undefined,
	locked: boolean
): Promise< JobRow | null > {
	const { dialect } = database;
	if ( job._id ) {
		await update( database, job._id, {
			...settingsOf( job, dialect, modifiedBy ),
			...( job.failedAt
				? {
						fail_reason: job.failReason ?? null,
						fail_count: job.failCount ?? null,
						failed_at: toSqlInstant( dialect, job.failedAt ),
					}
				: {} ),
		} );
		return rowOf( database, 'id = ?', job._id );
	}
	const key = uniqueKeyOf( job );
	if ( key === null ) {
		return insert(
			database,
			{
				...settingsOf( job, dialect, modifiedBy ),
				last_finished_at: job.lastFinishedAt
					? toSqlInstant( dialect, job.lastFinishedAt )
					: null,
			},
			locked ? randomUUID() : null
		);
	}
	return saveOnly( database, job, key, modifiedBy );
}

/** At most one row has the key: two that save it at once meet in the unique index, and the later one updates. */
async function saveOnly(
	database: Database,
	job: JobParameters< unknown >,
	key: string,
	modifiedBy: string | undefined
): Promise< JobRow | null > {
	const settings = settingsOf( job, database.dialect, modifiedBy );
	const now = new Date();
	for ( let tries = 0; tries < 3; tries++ ) {
		try {
			return await database.transaction( async () => {
				const present = await rowOf(
					database,
					'unique_key = ?',
					key,
					true
				);
				if ( ! present ) {
					return insert( database, {
						...settings,
						unique_key: key,
						...firstDebounce( database, job.uniqueOpts, now ),
					} );
				}
				if ( job.uniqueOpts?.insertOnly && ! job.uniqueOpts.debounce ) {
					return present;
				}
				await update( database, present.id, {
					...settings,
					...( job.type === 'single'
						? keptDueTime( database, job, present, now )
						: {} ),
					...laterDebounce( database, job.uniqueOpts, present, now ),
				} );
				return rowOf( database, 'id = ?', present.id );
			} );
		} catch ( error ) {
			if ( ! isUniqueViolation( error ) ) {
				throw error;
			}
		}
	}
	throw new Error(
		`The only job "${ job.name }" of its kind appeared and vanished three times while it was being saved.`
	);
}

/** Trailing: the first run waits for a quiet period. Leading: it runs at once. */
function firstDebounce(
	database: Database,
	options: UniqueOpts | undefined,
	now: Date
): ColumnValues {
	const debounce = options?.debounce;
	if ( ! debounce ) {
		return {};
	}
	const started = {
		debounce_started_at: toSqlInstant( database.dialect, now ),
	};
	return debounce.strategy === 'leading'
		? started
		: {
				...started,
				next_run_at: toSqlInstant(
					database.dialect,
					new Date( now.getTime() + debounce.delay )
				),
			};
}

/** Trailing: the quiet period begins anew, up to the longest wait. Leading: the time stands, whatever it is. */
function laterDebounce(
	database: Database,
	options: UniqueOpts | undefined,
	present: JobRow,
	now: Date
): ColumnValues {
	const debounce = options?.debounce;
	if ( ! debounce ) {
		return {};
	}
	const at = ( date: Date ) => toSqlInstant( database.dialect, date );
	const started = fromSqlInstant( present.debounce_started_at ) ?? now;
	if ( debounce.strategy === 'leading' ) {
		const due = fromSqlInstant( present.next_run_at );
		return {
			next_run_at: due && at( due ),
			debounce_started_at: at( started ),
		};
	}
	if (
		debounce.maxWait &&
		now.getTime() - started.getTime() >= debounce.maxWait
	) {
		return { next_run_at: at( now ), debounce_started_at: null };
	}
	return {
		next_run_at: at( new Date( now.getTime() + debounce.delay ) ),
		debounce_started_at: at( started ),
	};
}

/** A repeated job that is defined anew at each start keeps its next time, unless a later one is asked for. */
function keptDueTime(
	database: Database,
	job: JobParameters< unknown >,
	present: JobRow,
	now: Date
): ColumnValues {
	const asksForNow = job.nextRunAt !== null && job.nextRunAt <= now;
	const due = fromSqlInstant( present.next_run_at );
	return asksForNow && due
		? { next_run_at: toSqlInstant( database.dialect, due ) }
		: {};
}

/** A lock is timed by the database's clock; see `databaseNow`. */
async function insert(
	database: Database,
	values: ColumnValues,
	lockToken: string | null = null
): Promise< JobRow > {
	const row = { id: timeOrderedId(), ...values, lock_token: lockToken };
	const bound: BoundValue[] = [];
	const bind = ( value: BoundValue ) => `$${ bound.push( value ) }`;
	const columns = [ ...Object.keys( row ), 'locked_at' ];
	const places = [
		...Object.values( row ).map( bind ),
		lockToken === null ? 'NULL' : boundNow( database, bind ),
	];
	await database.bound.write(
		`INSERT INTO rappel_jobs ( ${ columns.join() } ) VALUES ( ${ places.join() } )`,
		bound
	);
	return {
		...emptyRow,
		...row,
		locked_at:
			lockToken === null
				? null
				: toSqlInstant( database.dialect, new Date() ),
	} as JobRow;
}

const emptyRow = {
	last_run_at: null,
	last_finished_at: null,
	failed_at: null,
	fail_count: null,
	fail_reason: null,
	progress: null,
	debounce_started_at: null,
};

async function update(
	database: Database,
	id: string,
	values: ColumnValues
): Promise< void > {
	const { sql, replacements } = assignments( values );
	await write( database, `UPDATE rappel_jobs SET ${ sql } WHERE id = ?`, [
		...replacements,
		id,
	] );
}

export async function rowOf(
	database: Database,
	where: string,
	value: string,
	forUpdate = false
): Promise< JobRow | null > {
	const lock = forUpdate && database.dialect === 'mysql' ? ' FOR UPDATE' : '';
	const [ row ] = await database.sequelize.query< JobRow >(
		`SELECT * FROM rappel_jobs WHERE ${ where }${ lock }`,
		{
			replacements: [ value ],
			type: QueryTypes.SELECT,
		}
	);
	return row ?? null;
}

/** The same name and the same unique fields: the same key. Null: as many as one likes. */
function uniqueKeyOf( job: JobParameters< unknown > ): string | null {
	if ( job.type === 'single' ) {
		return digest( [ 'single', job.name ] );
	}
	if ( ! job.unique ) {
		return null;
	}
	const fields = Object.entries( job.unique ).sort( ( [ one ], [ other ] ) =>
		one < other ? -1 : 1
	);
	return digest( [ 'unique', job.name, fields ] );
}

const digest = ( value: unknown ) =>
	createHash( 'sha256' ).update( JSON.stringify( value ) ).digest( 'hex' );
