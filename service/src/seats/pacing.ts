import { isUniqueViolation, type Database } from '../persistence/database.js';
import { fromSqlInstant, toSqlInstant } from '../persistence/sql-instant.js';

/**
 * When a telephone account may be asked for the next call: the network takes so many a second, for all instances and sites
 * together, and lets the rest wait where nobody can take them back.
 */
export interface Pacing {
	/**
	 * Takes the next free instant for a leg and gives it: now, or a little later. A leg that waits for its instant is given
	 * the same one when it asks again; once it has come, it need not ask. Joins the current transaction.
	 *
	 * @param ownAccount The site's own account, paced by itself; null: the service's.
	 */
	take: (
		legId: string,
		now: Date,
		ownAccount?: string | null
	) => Promise< Date >;
}

interface Options {
	/** The id of the service's account. */
	account: string;
	/** Of each account by itself. 0: none is paced. */
	callsPerSecond: number;
}

/** One row for each account, moved by a conditional update: two who want the same instant conflict. */
export function createPacing(
	database: Database,
	{ account: serviceAccount, callsPerSecond }: Options
): Pacing {
	if ( callsPerSecond === 0 ) {
		return { take: async ( _legId, now ) => now };
	}
	const { bound, dialect } = database;
	const intervalMilliseconds = 1_000 / callsPerSecond;
	const sql = ( instant: Date ) => toSqlInstant( dialect, instant );
	const following = ( instant: Date ) =>
		new Date( instant.getTime() + intervalMilliseconds );

	const takeNow = ( account: string, now: Date ) =>
		bound.write(
			'UPDATE account_pace SET next_at = $1 WHERE account = $2 AND next_at <= $3',
			[ sql( following( now ) ), account, sql( now ) ]
		);

	/** Null: somebody else took it meanwhile. */
	const takeNext = async ( account: string ): Promise< Date | null > => {
		// Of what is committed now, and of no earlier look: others move it all the time.
		const [ row ] = await bound.select< { next_at: Date | string } >(
			`SELECT next_at FROM account_pace WHERE account = $1${ dialect === 'mysql' ? ' FOR UPDATE' : '' }`,
			[ account ]
		);
		const next = fromSqlInstant( row?.next_at ?? null );
		if ( ! next ) {
			return null;
		}
		const moved = await bound.write(
			'UPDATE account_pace SET next_at = $1 WHERE account = $2 AND next_at = $3',
			[ sql( following( next ) ), account, sql( next ) ]
		);
		return moved === 1 ? next : null;
	};

	const begin = async ( account: string, now: Date ): Promise< boolean > => {
		try {
			await bound.write(
				'INSERT INTO account_pace ( account, next_at ) VALUES ( $1, $2 )',
				[ account, sql( following( now ) ) ]
			);
			return true;
		} catch ( error ) {
			if ( isUniqueViolation( error ) ) {
				return false;
			}
			throw error;
		}
	};

	/** Null: it waits for none, or its instant is past. */
	const turnOf = async (
		legId: string,
		now: Date
	): Promise< Date | null > => {
		const [ row ] = await bound.select< {
			paced_at: Date | string | null;
		} >( 'SELECT paced_at FROM legs WHERE id = $1', [ legId ] );
		const turn = fromSqlInstant( row?.paced_at ?? null );
		return turn && turn > now ? turn : null;
	};

	const note = ( legId: string, turn: Date ) =>
		bound.write( 'UPDATE legs SET paced_at = $1 WHERE id = $2', [
			sql( turn ),
			legId,
		] );

	return {
		async take( legId, now, ownAccount = null ) {
			const account = ownAccount ?? serviceAccount;
			for (;;) {
				if ( ( await takeNow( account, now ) ) === 1 ) {
					return now;
				}
				const known = await turnOf( legId, now );
				if ( known ) {
					return known;
				}
				const next = await takeNext( account );
				if ( next && next > now ) {
					await note( legId, next );
				}
				if ( next ) {
					return next;
				}
				if ( await begin( account, now ) ) {
					return now;
				}
			}
		},
	};
}
