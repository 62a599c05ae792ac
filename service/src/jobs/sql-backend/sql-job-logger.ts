import type {
	JobLogEntry,
	JobLogger,
	JobLogQuery,
	JobLogQueryResult,
} from 'agenda';
import { QueryTypes } from 'sequelize';
import type { Database } from '../../persistence/database.js';
import { fromSqlInstant, toSqlInstant } from '../../persistence/sql-instant.js';
import { timeOrderedId } from '../../persistence/time-ordered-id.js';
import { write } from './claims.js';

interface LogRow {
	id: string;
	logged_at: Date | string;
	entry: string;
}

const defaultLimit = 50;

/** The life of each job, line by line, in the table rappel_job_logs. */
export class SqlJobLogger implements JobLogger {
	constructor( private readonly database: Database ) {}

	async log( entry: Omit< JobLogEntry, '_id' > ): Promise< void > {
		await this.database.sequelize.query(
			'INSERT INTO rappel_job_logs ( id, logged_at, level, event, job_id, job_name, entry ) VALUES ( ?, ?, ?, ?, ?, ?, ? )',
			{
				replacements: [
					timeOrderedId(),
					toSqlInstant( this.database.dialect, entry.timestamp ),
					entry.level,
					entry.event,
					entry.jobId ?? null,
					entry.jobName,
					JSON.stringify( entry ),
				],
				type: QueryTypes.INSERT,
			}
		);
	}

	async getLogs( query: JobLogQuery = {} ): Promise< JobLogQueryResult > {
		const { sql, replacements } = this.conditions( query );
		const direction = query.sort === 'asc' ? 'ASC' : 'DESC';
		const [ count ] = await this.database.sequelize.query< {
			total: number;
		} >( `SELECT COUNT(*) AS total FROM rappel_job_logs ${ sql }`, {
			replacements,
			type: QueryTypes.SELECT,
		} );
		const rows = await this.database.sequelize.query< LogRow >(
			`SELECT id, logged_at, entry FROM rappel_job_logs ${ sql } ORDER BY logged_at ${ direction }, id ${ direction } LIMIT ? OFFSET ?`,
			{
				replacements: [
					...replacements,
					query.limit ?? defaultLimit,
					query.offset ?? 0,
				],
				type: QueryTypes.SELECT,
			}
		);
		return {
			entries: rows.map( toEntry ),
			total: Number( count?.total ?? 0 ),
		};
	}

	async clearLogs( query: JobLogQuery = {} ): Promise< number > {
		const { sql, replacements } = this.conditions( query );
		return write(
			this.database,
			`DELETE FROM rappel_job_logs ${ sql }`,
			replacements
		);
	}

	private conditions( {
		jobId,
		jobName,
		level,
		event,
		from,
		to,
	}: JobLogQuery ): {
		sql: string;
		replacements: Array< string | string[] >;
	} {
		const at = ( date: Date | undefined ) =>
			date && toSqlInstant( this.database.dialect, date );
		const wanted: Array<
			[ condition: string, value: string | string[] | undefined ]
		> = [
			[ 'job_id = ?', jobId ],
			[ 'job_name = ?', jobName ],
			[ 'level IN ( ? )', level && [ level ].flat() ],
			[ 'event IN ( ? )', event && [ event ].flat() ],
			[ 'logged_at >= ?', at( from ) ],
			[ 'logged_at <= ?', at( to ) ],
		];
		const given = wanted.flatMap( ( [ condition, value ] ) =>
			value === undefined ? [] : [ { condition, value } ]
		);
		return {
			sql:
				given.length > 0
					? `WHERE ${ given.map( ( { condition } ) => condition ).join( ' AND ' ) }`
					: '',
			replacements: given.map( ( { value } ) => value ),
		};
	}
}

function toEntry( row: LogRow ): JobLogEntry {
	return {
		...( JSON.parse( row.entry ) as JobLogEntry ),
		_id: row.id,
		timestamp: fromSqlInstant( row.logged_at ) ?? new Date( 0 ),
	};
}
