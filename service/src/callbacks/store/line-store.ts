import type { Database } from '../../persistence/database.js';
import { fromSqlInstant, toSqlInstant } from '../../persistence/sql-instant.js';
import type { TakenSeat } from '../../seats/seats.js';
import { holdingNobodyUp } from '../domain/callback-request.js';
import type { Models } from './models.js';

/** Who waits on a channel, and which of its places are taken. */
export interface Line {
	/** How many wait for their turn. */
	waiting: number;
	/** Of them, how many came earlier and could be called before. */
	earlier: number;
	/** Since when the first of them waits; null: nobody does. */
	oldestAt: Date | null;
	seats: TakenSeat[];
}

export interface Waiting {
	requestId: string;
	channelId: string;
}

/** Who waits for their turn. */
export interface LineStore {
	/** How a channel's line looks to a request that came at that instant. */
	lineOf: (
		of: { siteId: string; channelId: string },
		request: { id: string; createdAt: Date }
	) => Promise< Line >;
	/** Who waits for their turn on the site, the first who came first. */
	inLine: ( siteId: string, limit: number ) => Promise< Waiting[] >;
	/** Whether somebody waits for their turn on the site. */
	someoneInLine: ( siteId: string ) => Promise< boolean >;
	/** The sites on which somebody waits. */
	sitesInLine: () => Promise< string[] >;
}

const nobodyUp = holdingNobodyUp.map( ( by ) => `'${ by }'` ).join();

export function createLineStore(
	database: Database,
	models: Pick< Models, 'requests' >
): LineStore {
	return {
		async lineOf( { siteId, channelId }, { id, createdAt } ) {
			const at = toSqlInstant( database.dialect, createdAt );
			const rows = await database.bound.select< LineRecord >(
				`SELECT q.waiting, q.earlier, q.oldest, s.number, s.request_id, s.free_at
				FROM ( SELECT COUNT(*) AS waiting, MIN( created_at ) AS oldest,
						SUM( CASE WHEN ( created_at < $1 OR ( created_at = $2 AND id < $3 ) )
							AND COALESCE( held_back_by, '' ) NOT IN ( ${ nobodyUp } ) THEN 1 ELSE 0 END ) AS earlier
					FROM callback_requests
					WHERE site_id = $4 AND channel_id = $5 AND in_line = $6 AND id <> $7 ) q
				LEFT JOIN seats s ON s.site_id = $8 AND s.kind = 'channel' AND s.holder = $9`,
				[ at, at, id, siteId, channelId, true, id, siteId, channelId ]
			);
			return readLine( { siteId, channelId }, rows );
		},

		async inLine( siteId, limit ) {
			const rows = await models.requests.findAll( {
				attributes: [ 'id', 'channelId' ],
				where: { siteId, inLine: true },
				order: [
					[ 'createdAt', 'ASC' ],
					[ 'id', 'ASC' ],
				],
				limit,
			} );
			return rows.map( ( row ) => {
				const { id: requestId, channelId } = row.get( { plain: true } );
				return { requestId, channelId };
			} );
		},

		async someoneInLine( siteId ) {
			const rows = await database.bound.select(
				'SELECT 1 FROM callback_requests WHERE site_id = $1 AND in_line = $2 LIMIT 1',
				[ siteId, true ]
			);
			return rows.length > 0;
		},

		async sitesInLine() {
			const rows = await models.requests.findAll( {
				attributes: [ 'siteId' ],
				where: { inLine: true },
				group: [ 'siteId' ],
			} );
			return rows.map( ( row ) => row.get( { plain: true } ).siteId );
		},
	};
}

interface LineRecord {
	waiting: number | string;
	earlier: number | string | null;
	oldest: Date | string | null;
	number: number | null;
	request_id: string | null;
	free_at: Date | string | null;
}

function readLine(
	{ siteId, channelId }: { siteId: string; channelId: string },
	records: readonly LineRecord[]
): Line {
	const [ first ] = records;
	return {
		waiting: Number( first?.waiting ?? 0 ),
		earlier: Number( first?.earlier ?? 0 ),
		oldestAt: fromSqlInstant( first?.oldest ?? null ),
		seats: records.flatMap(
			( { number, request_id: requestId, free_at: freeAt } ) =>
				number === null || requestId === null
					? []
					: [
							{
								holder: {
									siteId,
									kind: 'channel',
									id: channelId,
								},
								number,
								requestId,
								freeAt: fromSqlInstant( freeAt ),
							} satisfies TakenSeat,
						]
		),
	};
}
