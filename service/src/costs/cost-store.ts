import type { Database } from '../persistence/database.js';
import { fromSqlInstant, toSqlInstant } from '../persistence/sql-instant.js';
import { addCosts, type Cost } from './domain/cost.js';

/** What the network charges for. */
export type Charged = 'call' | 'message';

/** Something whose price is to be asked for. */
export interface Unpriced {
	charged: Charged;
	id: string;
	siteId: string;
	requestId: string;
	/** The network's id of it. */
	sid: string;
	/** Since when it is over, or was sent. */
	over: Date;
	dueAt: Date;
}

export interface CostStore {
	/** Those whose time has come, the first due first. */
	due: (
		charged: Charged,
		now: Date,
		limit: number
	) => Promise< Unpriced[] >;
	/** It is asked for at this time instead; null: never again. False: somebody else took it over meanwhile. */
	postpone: ( unpriced: Unpriced, dueAt: Date | null ) => Promise< boolean >;
	/** Keeps what it cost, and what its request did so far. Twice is as once. */
	keep: ( unpriced: Unpriced, cost: Cost, now: Date ) => Promise< void >;
}

const tables = {
	call: { table: 'legs', sid: 'call_sid', over: 'ended_at' },
	message: { table: 'text_messages', sid: 'message_sid', over: 'sent_at' },
} as const;

interface UnpricedRecord {
	id: string;
	siteId: string;
	requestId: string;
	sid: string;
	over: Date | string;
	dueAt: Date | string;
}

export function createCostStore( database: Database ): CostStore {
	const { bound, dialect } = database;
	const toSql = ( at: Date | null ) => at && toSqlInstant( dialect, at );

	/** Of calls and messages of a request; null: nothing is known. */
	const costOf = async ( requestId: string ): Promise< Cost | null > => {
		const known = await bound.select< Cost >(
			`SELECT cost_micros AS micros, currency FROM legs WHERE request_id = $1 AND cost_micros IS NOT NULL
				UNION ALL
				SELECT cost_micros AS micros, currency FROM text_messages WHERE request_id = $2 AND cost_micros IS NOT NULL`,
			[ requestId, requestId ]
		);
		return known
			.map( ( { micros, currency } ) => ( {
				micros: Number( micros ),
				currency,
			} ) )
			.reduce< Cost | null >( addCosts, null );
	};

	return {
		async due( charged, now, limit ) {
			const { table, sid, over } = tables[ charged ];
			const rows = await bound.select< UnpricedRecord >(
				`SELECT id, site_id AS siteId, request_id AS requestId, ${ sid } AS sid, ${ over } AS \`over\`, price_due_at AS dueAt
					FROM ${ table } WHERE price_due_at <= $1 ORDER BY price_due_at LIMIT ${ limit }`,
				[ toSqlInstant( dialect, now ) ]
			);
			return rows.flatMap( ( row ) => {
				const dueAt = fromSqlInstant( row.dueAt );
				return dueAt
					? [
							{
								...row,
								charged,
								dueAt,
								over: fromSqlInstant( row.over ) ?? dueAt,
							},
						]
					: [];
			} );
		},

		async postpone( { charged, id, dueAt: before }, dueAt ) {
			const { table } = tables[ charged ];
			const mine = await bound.write(
				`UPDATE ${ table } SET price_due_at = $1 WHERE id = $2 AND price_due_at = $3`,
				[ toSql( dueAt ), id, toSql( before ) ]
			);
			return mine === 1;
		},

		keep: ( { charged, id, requestId }, { micros, currency }, now ) =>
			database.transaction( async () => {
				// First, so that two prices of one request are added up one after the other.
				await bound.select(
					`SELECT id FROM callback_requests WHERE id = $1${ dialect === 'mysql' ? ' FOR UPDATE' : '' }`,
					[ requestId ]
				);
				await bound.write(
					`UPDATE ${ tables[ charged ].table } SET cost_micros = $1, currency = $2, price_due_at = NULL WHERE id = $3`,
					[ micros, currency, id ]
				);
				const sum = await costOf( requestId );
				// Who watches the request sees that it has moved.
				await bound.write(
					'UPDATE callback_requests SET cost_micros = $1, currency = $2, in_results = 0, version = version + 1, updated_at = $3 WHERE id = $4',
					[
						sum?.micros ?? null,
						sum?.currency ?? null,
						toSql( now ),
						requestId,
					]
				);
			} ),
	};
}
