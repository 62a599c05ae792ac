import { toJobId, type JobParameters } from 'agenda';
import type { Database } from '../../persistence/database.js';
import { fromSqlInstant, toSqlInstant } from '../../persistence/sql-instant.js';

type SqlInstant = Date | string | null;

/** A row of rappel_jobs as SQL answers it. */
export interface JobRow {
	id: string;
	name: string;
	type: 'normal' | 'single';
	priority: number;
	next_run_at: SqlInstant;
	locked_at: SqlInstant;
	lock_token: string | null;
	last_run_at: SqlInstant;
	last_finished_at: SqlInstant;
	failed_at: SqlInstant;
	fail_count: number | null;
	fail_reason: string | null;
	data: string | null;
	disabled: number | boolean;
	progress: number | null;
	forks: number | boolean;
	repeat_interval: string | null;
	repeat_timezone: string | null;
	repeat_at: string | null;
	start_date: SqlInstant;
	end_date: SqlInstant;
	skip_days: string | null;
	debounce_started_at: SqlInstant;
	last_modified_by: string | null;
}

/**
 * Where a job that was claimed carries its lock's token. A symbol: Agenda copies it along with the parameters of the job and hands it back with
 * every change of state, and knows nothing of it.
 */
const tokenKey = Symbol( 'lock token' );

export const lockTokenOf = ( job: object ): string | null => {
	const token: unknown = Reflect.get( job, tokenKey );
	return typeof token === 'string' ? token : null;
};

/** What is absent from the row is absent from the job, as Agenda expects. */
export function toJob< DATA >( row: JobRow ): JobParameters< DATA > {
	const job: JobParameters< DATA > = {
		_id: toJobId( row.id ),
		name: row.name,
		priority: row.priority,
		type: row.type,
		nextRunAt: fromSqlInstant( row.next_run_at ),
		data: parse( row.data ) as DATA,
		disabled: Boolean( row.disabled ),
		fork: Boolean( row.forks ),
		...present( {
			lockedAt: fromSqlInstant( row.locked_at ),
			lastRunAt: fromSqlInstant( row.last_run_at ),
			lastFinishedAt: fromSqlInstant( row.last_finished_at ),
			failedAt: fromSqlInstant( row.failed_at ),
			failCount: row.fail_count,
			failReason: row.fail_reason,
			progress: row.progress,
			repeatInterval: parse( row.repeat_interval ) as
				string | number | null,
			repeatTimezone: row.repeat_timezone,
			repeatAt: row.repeat_at,
			startDate: fromSqlInstant( row.start_date ),
			endDate: fromSqlInstant( row.end_date ),
			skipDays: parse( row.skip_days ) as number[] | null,
			debounceStartedAt: fromSqlInstant( row.debounce_started_at ),
			lastModifiedBy: row.last_modified_by,
		} ),
	};
	return Object.assign( job, { [ tokenKey ]: row.lock_token } );
}

type Column = keyof JobRow | 'unique_key';
export type ColumnValues = Partial<
	Record< Column, string | number | boolean | null >
>;

/** The columns that whoever makes or edits a job sets; the rest belong to the processor. */
export function settingsOf(
	job: JobParameters< unknown >,
	dialect: Database[ 'dialect' ],
	modifiedBy: string | undefined
): ColumnValues {
	const at = ( date: Date | null | undefined ) =>
		date ? toSqlInstant( dialect, date ) : null;
	return {
		name: job.name,
		type: job.type,
		priority: job.priority,
		next_run_at: at( job.nextRunAt ),
		data: stringify( job.data ),
		disabled: job.disabled ?? false,
		forks: job.fork ?? false,
		repeat_interval: stringify( job.repeatInterval ),
		repeat_timezone: job.repeatTimezone ?? null,
		repeat_at: job.repeatAt ?? null,
		start_date: at( job.startDate ),
		end_date: at( job.endDate ),
		skip_days: stringify( job.skipDays ),
		last_modified_by: modifiedBy ?? null,
	};
}

/** `a = ?, b = ?` with their values. */
export function assignments( values: ColumnValues ): {
	sql: string;
	replacements: Array< string | number | boolean | null >;
} {
	const given = Object.entries( values );
	return {
		sql: given.map( ( [ column ] ) => `${ column } = ?` ).join( ', ' ),
		replacements: given.map( ( [ , value ] ) => value ),
	};
}

const stringify = ( value: unknown ) =>
	value === undefined || value === null ? null : JSON.stringify( value );

const parse = ( text: string | null ): unknown =>
	text === null ? null : JSON.parse( text );

type Present< T > = { [ K in keyof T ]?: NonNullable< T[ K ] > };

function present< T extends object >( values: T ): Present< T > {
	return Object.fromEntries(
		Object.entries( values ).filter( ( [ , value ] ) => value !== null )
	) as Present< T >;
}
