import type { Span } from '../availability/domain/span.js';
import type { BoundValue } from '../persistence/bound-sql.js';
import type { Database } from '../persistence/database.js';
import { fromSqlInstant, toSqlInstant } from '../persistence/sql-instant.js';

/** A request of a site, by when it was made. */
export interface Made {
	siteId: string;
	createdAt: Date;
}

/** Where requests are that the roll-ups do not have as they are. */
export interface ChangedRequests {
	/** When the first of a span was made; null: there is none. */
	first: ( siteId: string, span: Span ) => Promise< Date | null >;
	/** The first of all sites, in order, from a place on. */
	firstOfAll: ( from: Made ) => Promise< Made | null >;
}

/** Where most requests are counted, or none, another index looks as good to MariaDB, and it walks through them all. */
export function indexOfChanged( dialect: Database[ 'dialect' ] ): string {
	return dialect === 'mysql'
		? 'FORCE INDEX ( callback_requests_results )'
		: '';
}

export function createChangedRequests( {
	bound,
	dialect,
}: Pick< Database, 'bound' | 'dialect' > ): ChangedRequests {
	const at = ( instant: number ) =>
		toSqlInstant( dialect, new Date( instant ) );
	const index = indexOfChanged( dialect );

	/** MariaDB sorts by a column that has one value only, where it need not: it is told as little as will do. */
	const first = async (
		conditionAndOrder: string,
		values: readonly BoundValue[]
	): Promise< Made | null > => {
		const [ row ] = await bound.select< {
			siteId: string;
			createdAt: Date | string;
		} >(
			`SELECT r.site_id AS siteId, r.created_at AS createdAt FROM callback_requests r ${ index }
				WHERE r.in_results = 0 AND ${ conditionAndOrder } LIMIT 1`,
			values
		);
		const createdAt = row ? fromSqlInstant( row.createdAt ) : null;
		return row && createdAt ? { siteId: row.siteId, createdAt } : null;
	};

	return {
		async first( siteId, { start, end } ) {
			const found = await first(
				'r.site_id = $1 AND r.created_at >= $2 AND r.created_at < $3 ORDER BY r.created_at',
				[ siteId, at( start ), at( end ) ]
			);
			return found && found.createdAt;
		},
		// Two questions: of one with OR the databases make a walk through all.
		firstOfAll: async ( { siteId, createdAt } ) =>
			( await first(
				'r.site_id = $1 AND r.created_at >= $2 ORDER BY r.created_at',
				[ siteId, at( createdAt.getTime() ) ]
			) ) ??
			( await first( 'r.site_id > $1 ORDER BY r.site_id, r.created_at', [
				siteId,
			] ) ),
	};
}
