import { createConnection, createPool, type Pool } from 'mysql2/promise';

const name = 'faults';

export interface RequestTruth {
	id: string;
	key: string;
	state: string;
	number: string;
	failureReason: string | null;
	surveyScore: number | null;
	talkSeconds: number;
	joined: boolean;
	channelId: string;
	/** Calls that were begun. */
	attempts: number;
	/** The booked time, milliseconds since 1970; null: not booked. */
	bookedFor: number | null;
}

export interface LegTruth {
	id: string;
	requestId: string;
	party: 'company' | 'client';
	state: string;
	callSid: string | null;
	endReason: string | null;
	endedAt: Date | null;
	joined: boolean;
}

/** What the service's database says, read past the service. */
export class Rows {
	private constructor(
		readonly url: string,
		private readonly pool: Pool
	) {}

	static async create( serverUrl: string ): Promise< Rows > {
		const connection = await createConnection( serverUrl );
		await connection.query( `CREATE DATABASE ${ name }` );
		await connection.end();
		const url = `${ serverUrl }/${ name }`;
		return new Rows(
			url,
			createPool( { uri: url, connectionLimit: 4, timezone: 'Z' } )
		);
	}

	async close(): Promise< void > {
		await this.pool.end().catch( () => undefined );
	}

	/** Keys of the requests that are not over. */
	async open(): Promise< Set< string > > {
		const rows = await this.select< { request_key: string } >(
			'SELECT request_key FROM callback_requests WHERE ended_at IS NULL'
		);
		return new Set( rows.map( ( row ) => row.request_key ) );
	}

	async openCount(): Promise< number > {
		return ( await this.open() ).size;
	}

	/** How many jobs are due that nobody has taken, and when the next one is. */
	async jobs( now: number ): Promise< { due: number; next: number | null } > {
		const [ row ] = await this.select< {
			due: number;
			next: Date | null;
		} >(
			`SELECT COALESCE( SUM( next_run_at <= ? ), 0 ) AS due,
				MIN( CASE WHEN next_run_at > ? THEN next_run_at END ) AS next
			FROM rappel_jobs WHERE locked_at IS NULL AND next_run_at IS NOT NULL AND NOT disabled`,
			[ new Date( now ), new Date( now ) ]
		);
		return {
			due: Number( row?.due ?? 0 ),
			next: row?.next?.getTime() ?? null,
		};
	}

	/** When the service looks at a request by itself; null: at none. */
	async nextCheck(): Promise< number | null > {
		const [ row ] = await this.select< { next: Date | null } >(
			'SELECT MIN( LEAST( COALESCE( check_at, expires_at ), COALESCE( due_at, expires_at ) ) ) AS next FROM callback_requests WHERE ended_at IS NULL'
		);
		return row?.next?.getTime() ?? null;
	}

	async requests(): Promise< RequestTruth[] > {
		const rows = await this.select<
			RequestTruth & { startsAt: string | null }
		>(
			`SELECT r.id, r.request_key AS \`key\`, r.state, r.number, r.failure_reason AS failureReason, r.survey_score AS surveyScore,
				r.talk_seconds AS talkSeconds, r.channel_id AS channelId, JSON_VALUE( r.plan, '$.booking.startsAt' ) AS startsAt,
				( SELECT COUNT( * ) FROM attempts a WHERE a.request_id = r.id ) AS attempts,
				EXISTS ( SELECT 1 FROM attempts a WHERE a.request_id = r.id AND a.joined_at IS NOT NULL ) AS joined
			FROM callback_requests r`
		);
		return rows.map( ( { startsAt, ...row } ) => ( {
			...row,
			bookedFor: startsAt === null ? null : Date.parse( startsAt ),
		} ) );
	}

	legs(): Promise< LegTruth[] > {
		return this.select< LegTruth >(
			`SELECT l.id, l.request_id AS requestId, l.party, l.state, l.call_sid AS callSid, l.end_reason AS endReason, l.ended_at AS endedAt,
				a.joined_at IS NOT NULL AS joined
			FROM legs l JOIN attempts a ON a.id = l.attempt_id`
		);
	}

	/** The messages that were taken, as `call or room, number in its sequence or token`. */
	async inbox(): Promise< Set< string > > {
		const rows = await this.select< { call_sid: string; token: string } >(
			'SELECT call_sid, token FROM webhook_inbox'
		);
		return new Set(
			rows.map( ( { call_sid: sid, token } ) => `${ sid } ${ token }` )
		);
	}

	/** Calls of which the room said that they came in. */
	async seenInRoom(): Promise< Set< string > > {
		const rows = await this.select< { call_sid: string } >(
			"SELECT call_sid FROM webhook_inbox WHERE event = 'room participant-join'"
		);
		return new Set( rows.map( ( row ) => row.call_sid ) );
	}

	/** What is written down twice though it happens once in the life of a leg, or of a request, as `request type (leg)`. */
	async repeated(): Promise< string[] > {
		const rows = await this.select< { what: string } >(
			`SELECT CONCAT( request_id, ' ', type, ' ', COALESCE( JSON_VALUE( data, '$.legId' ), '' ) ) AS what
			FROM request_events
			WHERE type IN ( 'leg_accepted', 'leg_rang', 'leg_answered', 'leg_ended', 'survey_answered', 'done', 'failed', 'expired', 'cancelled' )
			GROUP BY what HAVING COUNT( * ) > 1`
		);
		return rows.map( ( { what } ) => what );
	}

	/** What happened to a request, in order, for reading. */
	async story( requestId: string ): Promise< string[] > {
		const rows = await this.select< {
			version: number;
			at: Date;
			recorded_at: Date;
			type: string;
			party: string | null;
			data: string;
		} >(
			'SELECT * FROM request_events WHERE request_id = ? ORDER BY version, position',
			[ requestId ]
		);
		return rows.map(
			( row ) =>
				`${ row.version } ${ row.recorded_at.toISOString() } (${ row.at.toISOString() }) ${ row.type } ${ row.party ?? '' } ${ row.data }`
		);
	}

	/** Cuts every connection of the service, with whatever it was doing. */
	async cutConnections(): Promise< void > {
		const all = await this.select< { Id: number; Host: string } >(
			'SHOW PROCESSLIST'
		);
		const [ own ] = await this.select< { id: number } >(
			'SELECT CONNECTION_ID() AS id'
		);
		for ( const { Id } of all ) {
			if ( Id !== own?.id ) {
				await this.pool
					.query( `KILL ${ Id }` )
					.catch( () => undefined );
			}
		}
	}

	/** Two transactions that want the rows of one request in the other order than the service. */
	async provokeDeadlock(): Promise< void > {
		const connection = await this.pool.getConnection();
		try {
			await connection.query( 'START TRANSACTION' );
			await connection.query(
				`SELECT id FROM legs WHERE state <> 'ended' ORDER BY RAND() LIMIT 3 FOR UPDATE`
			);
			await connection.query(
				'SELECT request_id FROM seats ORDER BY RAND() LIMIT 2 FOR UPDATE'
			);
			await connection.query(
				`SELECT id FROM callback_requests WHERE ended_at IS NULL ORDER BY RAND() LIMIT 3 FOR UPDATE`
			);
		} catch {
			// It was the victim.
		} finally {
			await connection.query( 'ROLLBACK' ).catch( () => undefined );
			connection.release();
		}
	}

	/** Sits on a request's row for longer than the service waits for a lock. */
	async holdLock( milliseconds: number ): Promise< void > {
		const connection = await this.pool.getConnection();
		try {
			await connection.query( 'START TRANSACTION' );
			await connection.query(
				`SELECT id FROM callback_requests WHERE ended_at IS NULL ORDER BY RAND() LIMIT 1 FOR UPDATE`
			);
			await new Promise( ( resolve ) =>
				setTimeout( resolve, milliseconds )
			);
		} catch {
			// Cut by another fault.
		} finally {
			await connection.query( 'ROLLBACK' ).catch( () => undefined );
			connection.release();
		}
	}

	private async select< R >( sql: string, values: unknown[] = [] ) {
		const [ rows ] = await this.pool.query( sql, values );
		return rows as R[];
	}
}
