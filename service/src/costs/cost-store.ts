import type { Database } from '../persistence/database.js';
import { fromSqlInstant, toSqlInstant } from '../persistence/sql-instant.js';
import type { Site } from '../sites/site.js';
import { addCosts, type Cost } from './domain/cost.js';
import type { Spending } from './spending.js';

/** Where things stand that the network charges for. */
export const pricedTables = [ 'legs', 'text_messages', 'other_costs' ] as const;
export type PricedTable = ( typeof pricedTables )[ number ];

/** Something whose price is to be asked for. */
export interface Unpriced {
	table: PricedTable;
	/** Of its row. */
	id: string;
	charged: 'call' | 'message';
	siteId: string;
	/** Null: it belongs to none. */
	requestId: string | null;
	/** The network's id of it. */
	sid: string;
	/** Since when it is over, or was sent. */
	over: Date;
	dueAt: Date;
}

export interface CostStore {
	/** Those whose time has come, the first due first. */
	due: (
		table: PricedTable,
		now: Date,
		limit: number
	) => Promise< Unpriced[] >;
	/** It is asked for at this time instead; null: never again. False: somebody else took it over meanwhile. */
	postpone: ( unpriced: Unpriced, dueAt: Date | null ) => Promise< boolean >;
	/** Keeps what it cost, what its request did so far, and what its site's month did. Twice is as once. */
	keep: (
		unpriced: Unpriced,
		cost: Cost,
		site: Pick< Site, 'id' | 'timeZone' >,
		now: Date
	) => Promise< void >;
}

const columns: Record<
	PricedTable,
	{
		id: string;
		charged: string;
		requestId: string;
		sid: string;
		over: string;
	}
> = {
	legs: {
		id: 'id',
		charged: "'call'",
		requestId: 'request_id',
		sid: 'call_sid',
		over: 'ended_at',
	},
	text_messages: {
		id: 'id',
		charged: "'message'",
		requestId: 'request_id',
		sid: 'message_sid',
		over: 'sent_at',
	},
	other_costs: {
		id: 'sid',
		charged: 'charged',
		requestId: 'NULL',
		sid: 'sid',
		over: 'over_at',
	},
};

type UnpricedRecord = Omit< Unpriced, 'table' | 'over' | 'dueAt' > & {
	over: Date | string;
	dueAt: Date | string;
};

export function createCostStore(
	database: Database,
	spending: Pick< Spending, 'add' >
): CostStore {
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

	/** So that two prices of one request are added up one after the other. */
	const lock = ( requestId: string ) =>
		bound.select(
			`SELECT id FROM callback_requests WHERE id = $1${ dialect === 'mysql' ? ' FOR UPDATE' : '' }`,
			[ requestId ]
		);

	const addUp = async ( requestId: string, now: Date ) => {
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
	};

	return {
		async due( table, now, limit ) {
			const { id, charged, requestId, sid, over } = columns[ table ];
			const rows = await bound.select< UnpricedRecord >(
				`SELECT ${ id } AS id, ${ charged } AS charged, site_id AS siteId, ${ requestId } AS requestId, ${ sid } AS sid,
					${ over } AS \`over\`, price_due_at AS dueAt
					FROM ${ table } WHERE price_due_at <= $1 ORDER BY price_due_at LIMIT ${ limit }`,
				[ toSqlInstant( dialect, now ) ]
			);
			return rows.flatMap( ( row ) => {
				const dueAt = fromSqlInstant( row.dueAt );
				return dueAt
					? [
							{
								...row,
								table,
								dueAt,
								over: fromSqlInstant( row.over ) ?? dueAt,
							},
						]
					: [];
			} );
		},

		async postpone( { table, id, dueAt: before }, dueAt ) {
			const mine = await bound.write(
				`UPDATE ${ table } SET price_due_at = $1 WHERE ${ columns[ table ].id } = $2 AND price_due_at = $3`,
				[ toSql( dueAt ), id, toSql( before ) ]
			);
			return mine === 1;
		},

		keep: ( { table, id, requestId, over }, cost, site, now ) =>
			database.transaction( async () => {
				if ( requestId !== null ) {
					await lock( requestId );
				}
				const isNew = await bound.write(
					`UPDATE ${ table } SET cost_micros = $1, currency = $2, price_due_at = NULL WHERE ${ columns[ table ].id } = $3 AND cost_micros IS NULL`,
					[ cost.micros, cost.currency, id ]
				);
				if ( isNew === 0 ) {
					return;
				}
				if ( requestId !== null ) {
					await addUp( requestId, now );
				}
				// Last, since it is wanted by all of the site.
				await spending.add( site, cost, over );
			} ),
	};
}
