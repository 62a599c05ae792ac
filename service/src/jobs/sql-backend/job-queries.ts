import {
	computeJobState,
	type JobParameters,
	type JobsOverview,
	type JobsQueryOptions,
	type JobsResult,
	type JobsSort,
	type JobState,
	type JobWithState,
} from 'agenda';
import { QueryTypes } from 'sequelize';
import type { Database } from '../../persistence/database.js';
import { toSqlInstant } from '../../persistence/sql-instant.js';
import { conditionsOf, dataHolds, type JobFilter } from './job-filter.js';
import { toJob, type JobRow } from './job-row.js';

const columns: Record< keyof JobsSort, string > = {
	nextRunAt: 'next_run_at',
	lastRunAt: 'last_run_at',
	lastFinishedAt: 'last_finished_at',
	priority: 'priority',
	name: 'name',
	data: 'data',
};

/** States are computed from the times of a job, as Agenda computes them, and so filtered here; the total counts what matches before paging. */
export async function findJobs(
	database: Database,
	options: JobsQueryOptions
): Promise< JobsResult > {
	const { state, data, sort, skip = 0, limit = 0 } = options;
	const now = new Date();
	const found = ( await select( database, options, orderOf( sort ) ) )
		.map( ( row ): JobWithState => {
			const job = toJob( row );
			return Object.assign( job, {
				_id: job._id ?? neverWithoutId(),
				state: computeJobState( job, now ),
			} );
		} )
		.filter( ( job ) => data === undefined || dataHolds( job.data, data ) )
		.filter(
			( job ) =>
				state === undefined ||
				( state === 'paused'
					? job.disabled === true
					: job.state === state )
		);
	return {
		jobs: found.slice( skip, limit > 0 ? skip + limit : undefined ),
		total: found.length,
	};
}

export async function matchingIds(
	database: Database,
	filter: JobFilter & { data?: unknown }
): Promise< string[] > {
	const rows = await select( database, filter, 'id' );
	return rows
		.filter( ( row ) => dataHolds( toJob( row ).data, filter.data ) )
		.map( ( { id } ) => id );
}

export async function namesOf( database: Database ): Promise< string[] > {
	const rows = await database.sequelize.query< { name: string } >(
		'SELECT DISTINCT name FROM rappel_jobs ORDER BY name',
		{ type: QueryTypes.SELECT }
	);
	return rows.map( ( { name } ) => name );
}

export async function queueSize( database: Database ): Promise< number > {
	const [ row ] = await database.sequelize.query< { waiting: number } >(
		'SELECT COUNT(*) AS waiting FROM rappel_jobs WHERE next_run_at < ?',
		{
			replacements: [ toSqlInstant( database.dialect, new Date() ) ],
			type: QueryTypes.SELECT,
		}
	);
	return Number( row?.waiting ?? 0 );
}

export async function countStates(
	database: Database,
	stateOf: ( job: JobParameters, now: Date ) => JobState
): Promise< JobsOverview[] > {
	const now = new Date();
	const overviews = new Map< string, JobsOverview >();
	for ( const row of await select( database, {}, 'name' ) ) {
		const job = toJob( row );
		const overview = overviews.get( job.name ) ?? {
			name: job.name,
			total: 0,
			running: 0,
			scheduled: 0,
			queued: 0,
			completed: 0,
			failed: 0,
			repeating: 0,
			paused: 0,
		};
		overview.total++;
		overview[ stateOf( job, now ) ]++;
		overview.paused += job.disabled ? 1 : 0;
		overviews.set( job.name, overview );
	}
	return [ ...overviews.values() ];
}

function select(
	database: Database,
	filter: JobFilter,
	order: string
): Promise< JobRow[] > {
	const { sql, replacements } = conditionsOf( filter );
	return database.sequelize.query< JobRow >(
		`SELECT * FROM rappel_jobs ${ sql ? `WHERE ${ sql }` : '' } ORDER BY ${ order }`,
		{
			replacements,
			type: QueryTypes.SELECT,
		}
	);
}

/** Only names from the table above reach the SQL. What has no value comes last, either way. */
function orderOf( sort: JobsSort | undefined ): string {
	const wanted = Object.entries( sort ?? {} ).filter(
		( [ key ] ) => key in columns
	) as Array< [ keyof JobsSort, 'asc' | 'desc' ] >;
	const given: Array< [ keyof JobsSort, 'asc' | 'desc' ] > =
		wanted.length > 0
			? wanted
			: [
					[ 'nextRunAt', 'desc' ],
					[ 'lastRunAt', 'desc' ],
				];
	return given
		.map(
			( [ key, direction ] ) =>
				`${ columns[ key ] } IS NULL, ${ columns[ key ] } ${ direction === 'asc' ? 'ASC' : 'DESC' }`
		)
		.join( ', ' );
}

function neverWithoutId(): never {
	throw new Error( 'A row of rappel_jobs has no id.' );
}
