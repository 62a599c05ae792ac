import type { Presence, PresenceSource } from '@rappel/contract';
import type { Database } from '../persistence/database.js';
import { fromSqlInstant, toSqlInstant } from '../persistence/sql-instant.js';
import { timeOrderedId } from '../persistence/time-ordered-id.js';

/** One change of somebody's presence. */
export interface PresenceEntry {
	siteId: string;
	userId: number;
	/** When it held from; may be earlier than when it was written. */
	at: Date;
	status: Presence[ 'status' ];
	source: PresenceSource;
	/** Who said it for them; null: they themselves, or nobody. */
	byUserId: number | null;
}

/** After which entry a page begins. */
export interface LogPlace {
	at: Date;
	id: string;
}

/** Every change of presence, for those who supervise. Everything joins the current transaction. */
export interface PresenceLogStore {
	append: ( entry: PresenceEntry ) => Promise< void >;
	/** The newest first, at most `limit`. */
	list: (
		siteId: string,
		wanted: {
			userId: number | null;
			before: LogPlace | null;
			limit: number;
		}
	) => Promise< Array< PresenceEntry & { id: string } > >;
	/** Forgets what is older than half a year: it tells when people worked. */
	sweep: ( now: Date ) => Promise< void >;
}

const keptMs = 183 * 86_400_000;

interface Row {
	id: string;
	user_id: number;
	at: Date | string;
	status: PresenceEntry[ 'status' ];
	source: PresenceSource;
	by_user_id: number | null;
}

export function createPresenceLogStore( database: Database ): PresenceLogStore {
	const { bound, dialect } = database;
	const sql = ( instant: Date ) => toSqlInstant( dialect, instant );

	return {
		async append( { siteId, userId, at, status, source, byUserId } ) {
			await bound.write(
				`INSERT INTO presence_log ( id, site_id, user_id, at, status, source, by_user_id )
				VALUES ( $1, $2, $3, $4, $5, $6, $7 )`,
				[
					timeOrderedId(),
					siteId,
					userId,
					sql( at ),
					status,
					source,
					byUserId,
				]
			);
		},

		async list( siteId, { userId, before, limit } ) {
			const values: Array< string | number > = [ siteId ];
			const bind = ( value: string | number ) =>
				`$${ values.push( value ) }`;
			const ofAgent =
				userId === null ? '' : ` AND user_id = ${ bind( userId ) }`;
			const earlier =
				before === null
					? ''
					: ` AND ( at < ${ bind( sql( before.at ) ) } OR ( at = ${ bind( sql( before.at ) ) } AND id < ${ bind( before.id ) } ) )`;
			const rows = await bound.select< Row >(
				`SELECT id, user_id, at, status, source, by_user_id FROM presence_log
				WHERE site_id = $1${ ofAgent }${ earlier } ORDER BY at DESC, id DESC LIMIT ${ Math.trunc( limit ) }`,
				values
			);
			return rows.map( ( row ) => ( {
				id: row.id,
				siteId,
				userId: row.user_id,
				at: fromSqlInstant( row.at ) ?? new Date( 0 ),
				status: row.status,
				source: row.source,
				byUserId: row.by_user_id,
			} ) );
		},

		async sweep( now ) {
			await bound.write( 'DELETE FROM presence_log WHERE at < $1', [
				sql( new Date( now.getTime() - keptMs ) ),
			] );
		},
	};
}
