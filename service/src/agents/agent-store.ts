import type { AgentHours } from '@rappel/contract';
import type { Database } from '../persistence/database.js';
import { fromSqlInstant, toSqlInstant } from '../persistence/sql-instant.js';
import type { Agent } from './domain/agent.js';
import { rememberHours } from './stored-hours.js';

/** What WordPress's profile says of somebody. */
export type Profile = Pick<
	Agent,
	'siteId' | 'userId' | 'name' | 'number' | 'email'
>;

/** Every statement names the site: one site never sees another's agents. All of them join the current transaction. */
export interface AgentStore {
	/** By name. */
	list: ( siteId: string ) => Promise< Agent[] >;
	/** Null when the site has no such agent, or has removed them. */
	find: ( siteId: string, userId: number ) => Promise< Agent | null >;
	/** E.164 by user id, of those who have a number. */
	numbers: ( siteId: string ) => Promise< Map< number, string > >;
	/** Names by user id, those of removed agents too: past requests still show them. */
	names: ( siteId: string ) => Promise< Map< number, string > >;
	/** A new one is offline; one who was removed comes back offline. */
	save: ( profile: Profile, now: Date ) => Promise< void >;
	/** False when there was no such agent. */
	remove: ( siteId: string, userId: number, now: Date ) => Promise< boolean >;
	/** False when there is no such agent. */
	saveStatus: (
		of: Pick< Agent, 'siteId' | 'userId' | 'status' >,
		now: Date
	) => Promise< boolean >;
	/** False when there is no such agent. */
	saveHours: (
		of: Pick< Agent, 'siteId' | 'userId' | 'hours' >,
		now: Date
	) => Promise< boolean >;
	/** Calls were offered to these: round robin goes on behind them. Unknown ones are left out. */
	noteOffered: (
		siteId: string,
		userIds: readonly number[],
		now: Date
	) => Promise< void >;
	/** A call of theirs has ended: from now on they are idle. */
	noteEnded: ( siteId: string, userId: number, now: Date ) => Promise< void >;
}

interface Row {
	user_id: number;
	name: string;
	number: string | null;
	email: string | null;
	status: Agent[ 'status' ];
	status_since: Date | string;
	/** JSON text; null: whenever the channel is open. */
	hours: string | null;
	last_offered_at: Date | string | null;
	last_ended_at: Date | string | null;
}

const columns =
	'user_id, name, number, email, status, status_since, hours, last_offered_at, last_ended_at';

export function createAgentStore( database: Database ): AgentStore {
	const { bound, dialect } = database;
	const sql = ( instant: Date ) => toSqlInstant( dialect, instant );
	const hoursOf = rememberHours();
	const read = ( siteId: string, row: Row ) =>
		readRow( siteId, row, hoursOf );

	/** What a second save leaves as it is: status, and who was asked when. Someone who comes back starts offline. */
	const onConflict =
		dialect === 'mysql'
			? `ON DUPLICATE KEY UPDATE
				status = IF( removed_at IS NULL, status, 'offline' ),
				name = VALUES( name ), number = VALUES( number ), email = VALUES( email ),
				updated_at = VALUES( updated_at ), removed_at = NULL`
			: `ON CONFLICT ( site_id, user_id ) DO UPDATE SET
				status = CASE WHEN removed_at IS NULL THEN status ELSE 'offline' END,
				name = excluded.name, number = excluded.number, email = excluded.email,
				updated_at = excluded.updated_at, removed_at = NULL`;

	return {
		async list( siteId ) {
			const rows = await bound.select< Row >(
				`SELECT ${ columns } FROM agents WHERE site_id = $1 AND removed_at IS NULL`,
				[ siteId ]
			);
			return rows
				.map( ( row ) => read( siteId, row ) )
				.sort(
					( a, b ) =>
						a.name.localeCompare( b.name ) || a.userId - b.userId
				);
		},

		async find( siteId, userId ) {
			const [ row ] = await bound.select< Row >(
				`SELECT ${ columns } FROM agents WHERE site_id = $1 AND user_id = $2 AND removed_at IS NULL`,
				[ siteId, userId ]
			);
			return row ? read( siteId, row ) : null;
		},

		async numbers( siteId ) {
			const rows = await bound.select< {
				user_id: number;
				number: string;
			} >(
				'SELECT user_id, number FROM agents WHERE site_id = $1 AND number IS NOT NULL AND removed_at IS NULL',
				[ siteId ]
			);
			return new Map(
				rows.map( ( row ) => [ row.user_id, row.number ] )
			);
		},

		async names( siteId ) {
			const rows = await bound.select< Pick< Row, 'user_id' | 'name' > >(
				'SELECT user_id, name FROM agents WHERE site_id = $1',
				[ siteId ]
			);
			return new Map( rows.map( ( row ) => [ row.user_id, row.name ] ) );
		},

		async save( { siteId, userId, name, number, email }, now ) {
			await bound.write(
				`INSERT INTO agents ( site_id, user_id, name, number, email, status, status_since, created_at, updated_at )
				VALUES ( $1, $2, $3, $4, $5, 'offline', $6, $7, $8 ) ${ onConflict }`,
				[
					siteId,
					userId,
					name,
					number,
					email,
					sql( now ),
					sql( now ),
					sql( now ),
				]
			);
		},

		async remove( siteId, userId, now ) {
			const removed = await bound.write(
				'UPDATE agents SET removed_at = $1 WHERE site_id = $2 AND user_id = $3 AND removed_at IS NULL',
				[ sql( now ), siteId, userId ]
			);
			return removed === 1;
		},

		async saveStatus( { siteId, userId, status }, now ) {
			const saved = await bound.write(
				`UPDATE agents SET status = $1, status_since = $2, updated_at = $3
				WHERE site_id = $4 AND user_id = $5 AND removed_at IS NULL`,
				[ status, sql( now ), sql( now ), siteId, userId ]
			);
			return saved === 1;
		},

		async saveHours( { siteId, userId, hours }, now ) {
			const saved = await bound.write(
				`UPDATE agents SET hours = $1, updated_at = $2
				WHERE site_id = $3 AND user_id = $4 AND removed_at IS NULL`,
				[ JSON.stringify( hours ), sql( now ), siteId, userId ]
			);
			return saved === 1;
		},

		async noteOffered( siteId, userIds, now ) {
			// One after the other in one order, so that two who ring the same people never wait for each other.
			for ( const userId of userIds.toSorted( ( a, b ) => a - b ) ) {
				await bound.write(
					'UPDATE agents SET last_offered_at = $1 WHERE site_id = $2 AND user_id = $3',
					[ sql( now ), siteId, userId ]
				);
			}
		},

		async noteEnded( siteId, userId, now ) {
			await bound.write(
				'UPDATE agents SET last_ended_at = $1 WHERE site_id = $2 AND user_id = $3',
				[ sql( now ), siteId, userId ]
			);
		},
	};
}

function readRow(
	siteId: string,
	row: Row,
	hoursOf: ( stored: string | null ) => AgentHours
): Agent {
	return {
		siteId,
		userId: row.user_id,
		name: row.name,
		number: row.number,
		email: row.email,
		status: row.status,
		statusSince: known( row.status_since ),
		hours: hoursOf( row.hours ),
		lastOfferedAt: fromSqlInstant( row.last_offered_at ),
		lastEndedAt: fromSqlInstant( row.last_ended_at ),
	};
}

function known( value: Date | string ): Date {
	const instant = fromSqlInstant( value );
	if ( ! instant ) {
		throw new Error( 'A column that is never null is null.' );
	}
	return instant;
}
