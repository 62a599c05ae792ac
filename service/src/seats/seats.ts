import type { Database } from '../persistence/database.js';
import { isUniqueViolation } from '../persistence/database.js';
import { fromSqlInstant, toSqlInstant } from '../persistence/sql-instant.js';

/** Whose places are counted: an agent's calls, a channel's calls, the calls of the telephone account, or a client's: they have one ear. */
export type SeatKind = 'agent' | 'channel' | 'account' | 'client';

export interface Holder {
	/** The account is no site's: {@link accountSite}. */
	siteId: string;
	kind: SeatKind;
	/** The user's, the channel's or the account's id; a client's number. */
	id: string;
}

/** A place that is taken, or not yet free again. */
export interface TakenSeat {
	holder: Holder;
	number: number;
	requestId: string;
	/** Null: taken. Otherwise the next may have it from then on. */
	freeAt: Date | null;
}

/** Stands where a site would: every site's calls share the account. */
export const accountSite = '00000000-0000-0000-0000-000000000000';

/**
 * Places that cannot be taken twice, whatever instances do at the same time: each is a row, and two who want the same row
 * conflict. Everything joins the current transaction: a place is taken with the call that needs it, and given back with its
 * end, or neither (docs/adr/0005-seats.md).
 */
export interface Seats {
	/** The places of these holders that are taken or not yet free again. */
	read: ( holders: readonly Holder[] ) => Promise< TakenSeat[] >;
	/**
	 * Takes one of a holder's `limit` places; false when none is free. Somebody who is left alone after a call has no place
	 * free, however many they have.
	 *
	 * @param known What `read` said of this holder.
	 */
	take: (
		wanted: { holder: Holder; limit: number; requestId: string; now: Date },
		known: readonly TakenSeat[]
	) => Promise< boolean >;
	/** Whether a request has a place of this kind. */
	holds: ( requestId: string, kind: SeatKind ) => Promise< boolean >;
	/** Gives back what a request has of the holder; null: of whomever. `freeAt` in the future: not free before then. */
	giveBack: (
		requestId: string,
		of: Holder | { kinds: readonly SeatKind[] },
		freeAt?: Date | null
	) => Promise< number >;
	/** Gives back what a request has of the holder, also what would be free only later. */
	release: ( requestId: string, of: Holder ) => Promise< number >;
	/** Gives back what no call holds any more, should a give-back ever be missed, and forgets what is free again. */
	sweep: ( now: Date ) => Promise< void >;
}

interface Row {
	site_id: string;
	kind: SeatKind;
	holder: string;
	number: number;
	request_id: string;
	free_at: Date | string | null;
}

export function createSeats( database: Database ): Seats {
	const { bound, dialect } = database;
	const sql = ( instant: Date ) => toSqlInstant( dialect, instant );

	const insert = async (
		{ siteId, kind, id }: Holder,
		number: number,
		requestId: string,
		now: Date
	): Promise< boolean > => {
		try {
			await bound.write(
				`INSERT INTO seats ( site_id, kind, holder, number, request_id, taken_at, free_at )
				VALUES ( $1, $2, $3, $4, $5, $6, NULL )`,
				[ siteId, kind, id, number, requestId, sql( now ) ]
			);
			return true;
		} catch ( error ) {
			// Both databases undo the one statement, and the transaction goes on.
			if ( isUniqueViolation( error ) ) {
				return false;
			}
			throw error;
		}
	};

	/** A place that was left alone until now; whoever else takes it makes the condition false. */
	const takeOver = async (
		{ holder: { siteId, kind, id }, number }: TakenSeat,
		requestId: string,
		now: Date
	): Promise< boolean > => {
		const taken = await bound.write(
			`UPDATE seats SET request_id = $1, taken_at = $2, free_at = NULL
			WHERE site_id = $3 AND kind = $4 AND holder = $5 AND number = $6 AND free_at <= $7`,
			[ requestId, sql( now ), siteId, kind, id, number, sql( now ) ]
		);
		return taken === 1;
	};

	return {
		async read( holders ) {
			if ( holders.length === 0 ) {
				return [];
			}
			const values = holders.flatMap( ( { siteId, kind, id } ) => [
				siteId,
				kind,
				id,
			] );
			const conditions = holders.map(
				( _holder, index ) =>
					`( site_id = $${ index * 3 + 1 } AND kind = $${ index * 3 + 2 } AND holder = $${ index * 3 + 3 } )`
			);
			const rows = await bound.select< Row >(
				`SELECT site_id, kind, holder, number, request_id, free_at FROM seats WHERE ${ conditions.join( ' OR ' ) }`,
				values
			);
			return rows.map( ( row ) => ( {
				holder: {
					siteId: row.site_id,
					kind: row.kind,
					id: row.holder,
				},
				number: row.number,
				requestId: row.request_id,
				freeAt: fromSqlInstant( row.free_at ),
			} ) );
		},

		async take( { holder, limit, requestId, now }, known ) {
			// After a limit was lowered, places above it may still be taken.
			const taken = known.filter( ( seat ) => ! isFree( seat, now ) );
			if ( isLeftAlone( known, now ) || taken.length >= limit ) {
				return false;
			}
			for ( let number = 1; number <= limit; number++ ) {
				const seat = known.find( ( one ) => one.number === number );
				if ( seat && ! isFree( seat, now ) ) {
					continue;
				}
				const isTaken = seat
					? await takeOver( seat, requestId, now )
					: await insert( holder, number, requestId, now );
				if ( isTaken ) {
					return true;
				}
			}
			return false;
		},

		async holds( requestId, kind ) {
			const rows = await bound.select(
				'SELECT number FROM seats WHERE request_id = $1 AND kind = $2 AND free_at IS NULL LIMIT 1',
				[ requestId, kind ]
			);
			return rows.length > 0;
		},

		giveBack( requestId, of, freeAt = null ) {
			const [ condition, values ] =
				'kinds' in of
					? [
							`kind IN ( ${ of.kinds.map( ( kind ) => `'${ kind }'` ).join() } )`,
							[],
						]
					: [
							'site_id = $2 AND kind = $3 AND holder = $4',
							[ of.siteId, of.kind, of.id ],
						];
			return freeAt
				? bound.write(
						`UPDATE seats SET free_at = $${ values.length + 2 } WHERE request_id = $1 AND free_at IS NULL AND ${ condition }`,
						[ requestId, ...values, sql( freeAt ) ]
					)
				: bound.write(
						`DELETE FROM seats WHERE request_id = $1 AND free_at IS NULL AND ${ condition }`,
						[ requestId, ...values ]
					);
		},

		release: ( requestId, { siteId, kind, id } ) =>
			bound.write(
				'DELETE FROM seats WHERE request_id = $1 AND site_id = $2 AND kind = $3 AND holder = $4',
				[ requestId, siteId, kind, id ]
			),

		async sweep( now ) {
			await bound.write( 'DELETE FROM seats WHERE free_at <= $1', [
				sql( now ),
			] );
			await bound.write(
				`DELETE FROM seats WHERE free_at IS NULL AND kind = 'agent' AND NOT EXISTS (
					SELECT 1 FROM legs l
					WHERE l.request_id = seats.request_id AND l.user_id = seats.holder AND l.state <> 'ended' )`,
				[]
			);
			await bound.write(
				`DELETE FROM seats WHERE free_at IS NULL AND kind <> 'agent' AND NOT EXISTS (
					SELECT 1 FROM callback_requests r
					WHERE r.id = seats.request_id AND ( r.state IN ( ${ activeStates } ) OR EXISTS (
						SELECT 1 FROM legs l WHERE l.request_id = r.id AND l.state <> 'ended' ) ) )`,
				[]
			);
		},
	};
}

/** States in which a request has its place on the channel whether or not a phone rings at this instant. */
const activeStates = [
	'calling_company',
	'calling_client',
	'talking',
	'surveying',
	'leaving_message',
]
	.map( ( state ) => `'${ state }'` )
	.join();

function isFree( { freeAt }: TakenSeat, now: Date ): boolean {
	return freeAt !== null && freeAt <= now;
}

/** Whether somebody is left alone after a call, on whichever of their places. */
export function isLeftAlone( seats: readonly TakenSeat[], now: Date ): boolean {
	return seats.some( ( { freeAt } ) => freeAt !== null && freeAt > now );
}
