import type { Database } from '../persistence/database.js';
import { fromSqlInstant, toSqlInstant } from '../persistence/sql-instant.js';
import type { Mode, State, Supervision } from './domain/supervision.js';

/** All of it joins the current transaction. */
export interface SupervisionStore {
	find: ( id: string ) => Promise< Supervision | null >;
	/** What is not over of the supervisor's. */
	openOf: ( siteId: string, userId: number ) => Promise< Supervision | null >;
	openOfRequest: ( requestId: string ) => Promise< Supervision[] >;
	/** Of every site. */
	allOpen: () => Promise< Supervision[] >;
	/** Rejects with a unique violation when the supervisor has another open. */
	insert: ( supervision: Supervision ) => Promise< void >;
	saveMode: ( id: string, mode: Mode ) => Promise< void >;
	/** What is over stays over. */
	saveState: ( id: string, state: State, now: Date ) => Promise< void >;
	/** The first that is told stays. */
	saveCall: ( id: string, callSid: string ) => Promise< void >;
	/** Those that ended before. */
	forget: ( before: Date ) => Promise< void >;
}

interface Row {
	id: string;
	site_id: string;
	request_id: string;
	attempt_id: string;
	user_id: number;
	mode: Mode;
	state: State;
	call_sid: string | null;
	created_at: Date | string;
	ended_at: Date | string | null;
}

const columns =
	'id, site_id, request_id, attempt_id, user_id, mode, state, call_sid, created_at, ended_at';

export function createSupervisionStore( database: Database ): SupervisionStore {
	const { bound, dialect } = database;
	const sql = ( at: Date ) => toSqlInstant( dialect, at );
	const select = async (
		condition: string,
		values: ReadonlyArray< string | number >
	) =>
		(
			await bound.select< Row >(
				`SELECT ${ columns } FROM supervisions WHERE ${ condition } ORDER BY created_at`,
				values
			)
		).map( readRow );

	return {
		find: async ( id ) =>
			( await select( 'id = $1', [ id ] ) )[ 0 ] ?? null,
		openOf: async ( siteId, userId ) =>
			(
				await select( 'site_id = $1 AND user_id = $2 AND is_open = 1', [
					siteId,
					userId,
				] )
			)[ 0 ] ?? null,
		openOfRequest: ( requestId ) =>
			select( 'request_id = $1 AND is_open = 1', [ requestId ] ),
		allOpen: () => select( 'is_open = 1', [] ),
		async insert( one ) {
			await bound.write(
				`INSERT INTO supervisions ( ${ columns }, is_open ) VALUES ( $1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, 1 )`,
				[
					one.id,
					one.siteId,
					one.requestId,
					one.attemptId,
					one.userId,
					one.mode,
					one.state,
					one.callSid,
					sql( one.createdAt ),
				]
			);
		},
		async saveMode( id, mode ) {
			await bound.write(
				'UPDATE supervisions SET mode = $1 WHERE id = $2',
				[ mode, id ]
			);
		},
		async saveState( id, state, now ) {
			await bound.write(
				state === 'ended'
					? 'UPDATE supervisions SET state = $1, is_open = NULL, ended_at = $2 WHERE id = $3 AND is_open = 1'
					: 'UPDATE supervisions SET state = $1 WHERE id = $2 AND is_open = 1',
				state === 'ended' ? [ state, sql( now ), id ] : [ state, id ]
			);
		},
		async saveCall( id, callSid ) {
			await bound.write(
				'UPDATE supervisions SET call_sid = $1 WHERE id = $2 AND call_sid IS NULL',
				[ callSid, id ]
			);
		},
		async forget( before ) {
			await bound.write( 'DELETE FROM supervisions WHERE ended_at < $1', [
				sql( before ),
			] );
		},
	};
}

function readRow( row: Row ): Supervision {
	return {
		id: row.id,
		siteId: row.site_id,
		requestId: row.request_id,
		attemptId: row.attempt_id,
		userId: row.user_id,
		mode: row.mode,
		state: row.state,
		callSid: row.call_sid,
		createdAt: fromSqlInstant( row.created_at ) ?? new Date( 0 ),
		endedAt: fromSqlInstant( row.ended_at ),
	};
}
