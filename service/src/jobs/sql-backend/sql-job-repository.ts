import {
	computeJobState,
	toJobId,
	type JobId,
	type JobParameters,
	type JobRepository,
	type JobRepositoryOptions,
	type JobsOverview,
	type JobsQueryOptions,
	type JobsResult,
	type RemoveJobsOptions,
} from 'agenda';
import { randomUUID } from 'node:crypto';
import type { BoundValue } from '../../persistence/bound-sql.js';
import type { Database } from '../../persistence/database.js';
import { toSqlInstant } from '../../persistence/sql-instant.js';
import { boundNow, databaseNow, giveBack, write } from './claims.js';
import { conditionsOf } from './job-filter.js';
import {
	countStates,
	findJobs,
	matchingIds,
	namesOf,
	queueSize,
} from './job-queries.js';
import { lockTokenOf, toJob } from './job-row.js';
import { LocalClaims, type ClaimLimits } from './local-claims.js';
import { rowOf, saveJob } from './save-job.js';

/**
 * Agenda's jobs in the table rappel_jobs. Whatever is saved joins the current transaction of the database; a lock carries a token, and
 * whoever lost it (its time ran out and another process took the job) can change nothing more.
 */
export class SqlJobRepository implements JobRepository {
	readonly claims: LocalClaims;

	/**
	 * @param database
	 * @param limits         How many jobs of a name this process may hold.
	 * @param removeFinished Whether a job that succeeded and has no next run leaves the table, in the statement that would have saved it.
	 */
	constructor(
		private readonly database: Database,
		limits: ClaimLimits,
		private readonly removeFinished: boolean
	) {
		this.claims = new LocalClaims( database, limits );
	}

	/** The database is open and migrated before anything is built on it. */
	async connect(): Promise< void > {}

	queryJobs( options: JobsQueryOptions = {} ): Promise< JobsResult > {
		return findJobs( this.database, options );
	}

	getJobsOverview(): Promise< JobsOverview[] > {
		return countStates( this.database, computeJobState );
	}

	getDistinctJobNames(): Promise< string[] > {
		return namesOf( this.database );
	}

	async getJobById( id: string ): Promise< JobParameters | null > {
		const row = await rowOf( this.database, 'id = ?', id );
		return row && toJob( row );
	}

	getQueueSize(): Promise< number > {
		return queueSize( this.database );
	}

	async removeJobs( options: RemoveJobsOptions ): Promise< number > {
		return this.change( options, 'DELETE FROM rappel_jobs WHERE' );
	}

	async disableJobs( options: RemoveJobsOptions ): Promise< number > {
		return this.change(
			options,
			'UPDATE rappel_jobs SET disabled = 1 WHERE'
		);
	}

	async enableJobs( options: RemoveJobsOptions ): Promise< number > {
		return this.change(
			options,
			'UPDATE rappel_jobs SET disabled = 0 WHERE'
		);
	}

	async purgeAllJobs(): Promise< number > {
		return write( this.database, 'DELETE FROM rappel_jobs', [] );
	}

	/**
	 * A new job for now is written locked by this process where this process would claim it next anyway: two statements less
	 * between a visitor's click and the first ring. When the process dies, the lock runs out, as that of any job it held.
	 * @param job
	 * @param options
	 */
	async saveJob< DATA = unknown >(
		job: JobParameters< DATA >,
		options: JobRepositoryOptions | undefined
	): Promise< JobParameters< DATA > > {
		const lockedSince =
			isForNow( job ) && this.claims.takesAtOnce( job.name )
				? performance.now()
				: null;
		const row = await saveJob(
			this.database,
			job,
			options?.lastModifiedBy,
			lockedSince !== null
		);
		if ( ! row ) {
			return job;
		}
		if ( lockedSince !== null && row.lock_token !== null ) {
			this.database.afterCommit( () =>
				this.claims.offer( toJob( row ), lockedSince )
			);
		}
		return toJob< DATA >( row );
	}

	/**
	 * @param  job
	 * @param  options
	 * @throws {Error} When the job is gone, or its lock is another's by now.
	 */
	async saveJobState(
		job: JobParameters,
		options: JobRepositoryOptions | undefined
	): Promise< void > {
		if ( ! job._id ) {
			throw new Error( 'A job without an id has no state to save.' );
		}
		if ( job.lockedAt && this.claims.beginsAsWritten( job._id ) ) {
			return;
		}
		const token = lockTokenOf( job );
		const holder =
			token === null ? 'lock_token IS NULL' : 'lock_token = $3';
		const where = `id = $1 AND name = $2 AND ${ holder }`;
		const who = [
			String( job._id ),
			job.name,
			...( token === null ? [] : [ token ] ),
		];
		const saved =
			this.removeFinished && isDone( job )
				? await this.database.bound.write(
						`DELETE FROM rappel_jobs WHERE ${ where }`,
						who
					)
				: await this.writeState( job, options, where, who );
		if ( job.lockedAt && saved === 1 ) {
			this.claims.held( job );
		} else {
			this.claims.released( job._id );
		}
		if ( saved !== 1 ) {
			throw new Error(
				`The state of job ${ job._id } (${ job.name }) cannot be saved: it is gone, or another process has taken it over.`
			);
		}
	}

	async lockJob(
		job: JobParameters,
		options: JobRepositoryOptions | undefined
	): Promise< JobParameters | undefined > {
		if ( ! job._id || ! job.nextRunAt ) {
			return undefined;
		}
		const token = randomUUID();
		const locked = await write(
			this.database,
			`UPDATE rappel_jobs SET locked_at = ${ databaseNow( this.database ) }, lock_token = ?, last_modified_by = ?
			WHERE id = ? AND name = ? AND locked_at IS NULL AND disabled = 0 AND next_run_at = ?`,
			[
				token,
				options?.lastModifiedBy ?? null,
				job._id,
				job.name,
				toSqlInstant( this.database.dialect, job.nextRunAt ),
			]
		);
		const row =
			locked === 1
				? await rowOf( this.database, 'lock_token = ?', token )
				: null;
		return row ? this.claims.held( toJob( row ) ) : undefined;
	}

	/**
	 * Gives the job back, whether it had begun or not, if the lock is still this one.
	 * @param job
	 */
	async unlockJob( job: JobParameters ): Promise< void > {
		const token = lockTokenOf( job );
		if ( job._id ) {
			this.claims.released( job._id );
		}
		if ( token !== null ) {
			await giveBack( this.database, 'id = ? AND lock_token = ?', [
				String( job._id ),
				token,
			] );
		}
	}

	/**
	 * Gives back those that this process holds: an id alone does not tell whose lock it is.
	 * @param jobIds
	 */
	async unlockJobs( jobIds: Array< JobId | string > ): Promise< void > {
		await this.claims.giveBack( jobIds.map( ( id ) => toJobId( id ) ) );
	}

	getNextJobToRun(
		jobName: string,
		nextScanAt: Date,
		lockDeadline: Date,
		now: Date = new Date(),
		options: JobRepositoryOptions | undefined
	): Promise< JobParameters | undefined > {
		return this.claims.next( {
			name: jobName,
			dueBefore: nextScanAt,
			lockMilliseconds: now.getTime() - lockDeadline.getTime(),
			now,
			modifiedBy: options?.lastModifiedBy ?? null,
		} );
	}

	private async writeState(
		job: JobParameters,
		options: JobRepositoryOptions | undefined,
		where: string,
		who: string[]
	): Promise< number > {
		const values: BoundValue[] = [ ...who ];
		const bind = ( value: BoundValue ) => `$${ values.push( value ) }`;
		const at = ( date: Date | null | undefined ) =>
			bind( date ? toSqlInstant( this.database.dialect, date ) : null );
		const lock = job.lockedAt
			? `locked_at = ${ boundNow( this.database, bind ) }`
			: 'locked_at = NULL, lock_token = NULL';
		return this.database.bound.write(
			`UPDATE rappel_jobs SET ${ lock }, next_run_at = ${ at( job.nextRunAt ) }, last_run_at = ${ at( job.lastRunAt ) },
			last_finished_at = ${ at( job.lastFinishedAt ) }, failed_at = ${ at( job.failedAt ) }, fail_count = ${ bind( job.failCount ?? null ) },
			fail_reason = ${ bind( job.failReason ?? null ) }, progress = ${ bind( job.progress ?? null ) },
			last_modified_by = ${ bind( options?.lastModifiedBy ?? null ) } WHERE ${ where }`,
			values
		);
	}

	/** An empty filter touches nothing. */
	private async change(
		options: RemoveJobsOptions,
		statement: string
	): Promise< number > {
		const { sql, replacements } = conditionsOf( options );
		if ( options.data !== undefined ) {
			const ids = await matchingIds( this.database, options );
			return ids.length > 0
				? write( this.database, `${ statement } id IN ( ? )`, [ ids ] )
				: 0;
		}
		return sql === null
			? 0
			: write( this.database, `${ statement } ${ sql }`, replacements );
	}
}

/** Due already. */
function isForNow( job: JobParameters< unknown > ): boolean {
	return (
		! job.disabled && job.nextRunAt !== null && job.nextRunAt <= new Date()
	);
}

/** Succeeded, with nothing more to do. */
function isDone( job: JobParameters ): boolean {
	const { lockedAt, nextRunAt, lastFinishedAt, failedAt } = job;
	return (
		! lockedAt &&
		! nextRunAt &&
		lastFinishedAt !== undefined &&
		( ! failedAt || failedAt < lastFinishedAt )
	);
}
