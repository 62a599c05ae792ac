import {
	alertSettingsSchema,
	type AgentHours,
	type AlertSettings,
} from '@rappel/contract';
import type { Database } from '../persistence/database.js';
import { fromSqlInstant, toSqlInstant } from '../persistence/sql-instant.js';
import type { Agent } from './domain/agent.js';
import { rememberHours } from './stored-hours.js';

/** What WordPress's profile says of somebody. */
export type Profile = Pick<
	Agent,
	'siteId' | 'userId' | 'name' | 'number' | 'email'
> & { language?: Agent[ 'language' ] };

/** A status that somebody has from now on. */
export interface SaidStatus extends Pick<
	Agent,
	'siteId' | 'userId' | 'status'
> {
	/** Absent: a page, which is open before them then. */
	source?: Agent[ 'statusSource' ];
	/** Absent: now. */
	since?: Date;
	/** Absent: they missed none, or know of it by now. */
	missedCallAt?: Date;
	/** Absent: a page of theirs is open when the source is one. */
	isSeen?: boolean;
}

/** Every statement names the site: one site never sees another's agents. All of them join the current transaction. */
export interface AgentStore {
	/** By name. */
	list: ( siteId: string ) => Promise< Agent[] >;
	/** Null when the site has no such agent, or has removed them. `lock` keeps others from changing them until the transaction ends. */
	find: (
		siteId: string,
		userId: number,
		options?: { lock?: boolean }
	) => Promise< Agent | null >;
	/** Of every site, whom this number (E.164) rings. */
	ofNumber: ( number: string ) => Promise< Agent[] >;
	/** The sites on which somebody's last word was not that they are offline. */
	sitesWithPresence: () => Promise< string[] >;
	/** E.164 by user id, of those who have a number. */
	numbers: ( siteId: string ) => Promise< Map< number, string > >;
	/** Names by user id, those of removed agents too: past requests still show them. */
	names: ( siteId: string ) => Promise< Map< number, string > >;
	/** A new one is offline; one who was removed comes back offline. */
	save: ( profile: Profile, now: Date ) => Promise< void >;
	/** False when there was no such agent. */
	remove: ( siteId: string, userId: number, now: Date ) => Promise< boolean >;
	/** False when there is no such agent. */
	saveStatus: ( of: SaidStatus, now: Date ) => Promise< boolean >;
	/** A page is open before them; who was noted within the last half minute is not noted again. */
	noteSeen: (
		siteId: string,
		userIds: readonly number[],
		now: Date
	) => Promise< void >;
	/** False when there is no such agent. */
	saveHours: (
		of: Pick< Agent, 'siteId' | 'userId' | 'hours' >,
		now: Date
	) => Promise< boolean >;
	/** False when there is no such agent. */
	saveAlerts: (
		of: Pick< Agent, 'siteId' | 'userId' | 'alerts' >,
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
	site_id: string;
	user_id: number;
	name: string;
	number: string | null;
	email: string | null;
	status: Agent[ 'status' ];
	status_since: Date | string;
	status_source: Agent[ 'statusSource' ];
	seen_at: Date | string | null;
	missed_call_at: Date | string | null;
	language: Agent[ 'language' ];
	/** JSON text; null: whenever the channel is open. */
	hours: string | null;
	/** JSON text; null: they never said. */
	alerts: string | null;
	last_offered_at: Date | string | null;
	last_ended_at: Date | string | null;
}

const columns =
	'site_id, user_id, name, number, email, status, status_since, status_source, seen_at, missed_call_at, language, hours, alerts, last_offered_at, last_ended_at';

/** A page says every few seconds that it is open. */
const notedAgainAfterMilliseconds = 30_000;

export function createAgentStore( database: Database ): AgentStore {
	const { bound, dialect } = database;
	const sql = ( instant: Date ) => toSqlInstant( dialect, instant );
	const hoursOf = rememberHours();
	const read = ( row: Row ) => readRow( row, hoursOf );

	/** What a second save leaves as it is: status, and who was asked when. Someone who comes back starts offline. */
	const onConflict =
		dialect === 'mysql'
			? `ON DUPLICATE KEY UPDATE
				status = IF( removed_at IS NULL, status, 'offline' ),
				missed_call_at = IF( removed_at IS NULL, missed_call_at, NULL ),
				name = VALUES( name ), number = VALUES( number ), email = VALUES( email ), language = VALUES( language ),
				updated_at = VALUES( updated_at ), removed_at = NULL`
			: `ON CONFLICT ( site_id, user_id ) DO UPDATE SET
				status = CASE WHEN removed_at IS NULL THEN status ELSE 'offline' END,
				missed_call_at = CASE WHEN removed_at IS NULL THEN missed_call_at END,
				name = excluded.name, number = excluded.number, email = excluded.email, language = excluded.language,
				updated_at = excluded.updated_at, removed_at = NULL`;

	return {
		async list( siteId ) {
			const rows = await bound.select< Row >(
				`SELECT ${ columns } FROM agents WHERE site_id = $1 AND removed_at IS NULL`,
				[ siteId ]
			);
			return rows
				.map( ( row ) => read( row ) )
				.sort(
					( a, b ) =>
						a.name.localeCompare( b.name ) || a.userId - b.userId
				);
		},

		async find( siteId, userId, { lock = false } = {} ) {
			const locking = lock && dialect === 'mysql' ? ' FOR UPDATE' : '';
			const [ row ] = await bound.select< Row >(
				`SELECT ${ columns } FROM agents WHERE site_id = $1 AND user_id = $2 AND removed_at IS NULL${ locking }`,
				[ siteId, userId ]
			);
			return row ? read( row ) : null;
		},

		async ofNumber( number ) {
			const rows = await bound.select< Row >(
				`SELECT ${ columns } FROM agents WHERE number = $1 AND removed_at IS NULL`,
				[ number ]
			);
			return rows.map( read );
		},

		async sitesWithPresence() {
			const rows = await bound.select< Pick< Row, 'site_id' > >(
				"SELECT DISTINCT site_id FROM agents WHERE status <> 'offline' AND removed_at IS NULL",
				[]
			);
			return rows.map( ( { site_id: siteId } ) => siteId );
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

		async save(
			{ siteId, userId, name, number, email, language = null },
			now
		) {
			await bound.write(
				`INSERT INTO agents ( site_id, user_id, name, number, email, language, status, status_since, created_at, updated_at )
				VALUES ( $1, $2, $3, $4, $5, $6, 'offline', $7, $8, $9 ) ${ onConflict }`,
				[
					siteId,
					userId,
					name,
					number,
					email,
					language,
					sql( now ),
					sql( now ),
					sql( now ),
				]
			);
		},

		async remove( siteId, userId, now ) {
			const removed = await bound.write(
				'UPDATE agents SET removed_at = $1, updated_at = $2 WHERE site_id = $3 AND user_id = $4 AND removed_at IS NULL',
				[ sql( now ), sql( now ), siteId, userId ]
			);
			return removed === 1;
		},

		async saveStatus(
			{
				siteId,
				userId,
				status,
				source = 'page',
				since,
				missedCallAt,
				isSeen = source === 'page' || source === 'personal_page',
			},
			now
		) {
			const saved = await bound.write(
				`UPDATE agents SET status = $1, status_since = $2, status_source = $3, missed_call_at = $4, seen_at = COALESCE( $5, seen_at ), updated_at = $6
				WHERE site_id = $7 AND user_id = $8 AND removed_at IS NULL`,
				[
					status,
					sql( since ?? now ),
					source,
					missedCallAt ? sql( missedCallAt ) : null,
					isSeen ? sql( now ) : null,
					sql( now ),
					siteId,
					userId,
				]
			);
			return saved === 1;
		},

		async noteSeen( siteId, userIds, now ) {
			const longEnoughAgo = new Date(
				now.getTime() - notedAgainAfterMilliseconds
			);
			for ( const userId of userIds.toSorted( ( a, b ) => a - b ) ) {
				await bound.write(
					'UPDATE agents SET seen_at = $1 WHERE site_id = $2 AND user_id = $3 AND ( seen_at IS NULL OR seen_at <= $4 )',
					[ sql( now ), siteId, userId, sql( longEnoughAgo ) ]
				);
			}
		},

		async saveHours( { siteId, userId, hours }, now ) {
			const saved = await bound.write(
				`UPDATE agents SET hours = $1, updated_at = $2
				WHERE site_id = $3 AND user_id = $4 AND removed_at IS NULL`,
				[ JSON.stringify( hours ), sql( now ), siteId, userId ]
			);
			return saved === 1;
		},

		async saveAlerts( { siteId, userId, alerts }, now ) {
			const saved = await bound.write(
				`UPDATE agents SET alerts = $1, updated_at = $2
				WHERE site_id = $3 AND user_id = $4 AND removed_at IS NULL`,
				[ JSON.stringify( alerts ), sql( now ), siteId, userId ]
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
	row: Row,
	hoursOf: ( stored: string | null ) => AgentHours
): Agent {
	return {
		siteId: row.site_id,
		userId: row.user_id,
		name: row.name,
		number: row.number,
		email: row.email,
		status: row.status,
		statusSince: known( row.status_since ),
		statusSource: row.status_source,
		seenAt: fromSqlInstant( row.seen_at ),
		missedCallAt: fromSqlInstant( row.missed_call_at ),
		language: row.language,
		hours: hoursOf( row.hours ),
		alerts: readAlerts( row.alerts ),
		lastOfferedAt: fromSqlInstant( row.last_offered_at ),
		lastEndedAt: fromSqlInstant( row.last_ended_at ),
	};
}

const unsaid = alertSettingsSchema.parse( {} );

/** What was not known yet when it was stored has today's default. */
function readAlerts( stored: string | null ): AlertSettings {
	return stored === null
		? unsaid
		: alertSettingsSchema.parse( JSON.parse( stored ) );
}

function known( value: Date | string ): Date {
	const instant = fromSqlInstant( value );
	if ( ! instant ) {
		throw new Error( 'A column that is never null is null.' );
	}
	return instant;
}
