import { maximumLiveRequests, type RequestSummary } from '@rappel/contract';
import { livingStates } from '../callbacks/store/callback-store.js';
import { defineModels } from '../callbacks/store/models.js';
import type { RequestRow } from '../callbacks/store/rows.js';
import {
	overdueFrom,
	summaryAttributes,
	type SummaryRow,
} from '../callbacks/request-summary.js';
import type { Database } from '../persistence/database.js';
import { fromSqlInstant, toSqlInstant } from '../persistence/sql-instant.js';
import { partOf, type SqlRecord } from '../persistence/table.js';
import { missedDays, type DashboardRequest } from './domain/dashboard.js';

/** That something was written: another text than the last time means that it was written again. */
export interface Mark {
	siteId: string;
	/** The request; null: it is of an agent. */
	requestId: string | null;
	text: string;
}

/** Every statement names the site. Nothing here joins a transaction: it reads what was committed. */
export interface LiveReader {
	/** All that is on the site's dashboard, and how many more there are than are read. */
	all: (
		siteId: string,
		now: Date
	) => Promise< { requests: DashboardRequest[]; more: number } >;
	/** These requests, on the dashboard or not. */
	some: (
		siteId: string,
		requestIds: readonly string[]
	) => Promise< DashboardRequest[] >;
	/** What requests and agents of these sites were written since then. */
	marks: ( siteIds: readonly string[], since: Date ) => Promise< Mark[] >;
}

interface Found extends SqlRecord {
	joined_at: Date | string | null;
	called: number | null;
}

/** What else the number of a request asked. */
interface OfNumber {
	id: string;
	earlier: number | string;
	last_at: Date | string | null;
	newer: number | string;
}

interface WrittenRow {
	site_id: string;
	request_id: string | null;
	user_id: number | null;
	version: number | null;
	updated_at: Date | string;
}

const attributes = [
	...summaryAttributes,
	'version',
	'inLine',
	'note',
	'pageUrl',
	'pageTitle',
] as const satisfies ReadonlyArray< keyof RequestRow >;
type LiveRow = Pick< RequestRow, ( typeof attributes )[ number ] >;

const underWay = livingStates.filter( ( state ) => state !== 'scheduled' );

const dayMs = 86_400_000;
/** So many ids, or sites, at a time. */
const mostAtOnce = 128;

const texts = ( values: readonly string[] ) =>
	values.map( ( value ) => `'${ value }'` ).join();

/**
 * @param database
 * @param summarise Reads what all rows of a site are told with, once for them all.
 */
export function createLiveReader(
	database: Database,
	summarise: (
		siteId: string
	) => Promise< ( row: SummaryRow ) => RequestSummary >
): LiveReader {
	const { bound, dialect } = database;
	const table = partOf( defineModels( database ).requests, attributes );
	const sql = ( at: Date ) => toSqlInstant( dialect, at );

	const requestsSql = ( places: string ) =>
		`SELECT ${ table.columns( 'r' ) }, a.joined_at AS joined_at, l.user_id AS called
		FROM callback_requests r
		LEFT JOIN attempts a ON a.request_id = r.id AND a.ordinal = r.attempt
		LEFT JOIN legs l ON l.attempt_id = a.id AND l.party = 'company' AND l.user_id IS NOT NULL
			AND l.state IN ( 'dialing', 'unknown', 'ringing', 'answered' )
		WHERE r.site_id = $1 AND r.id IN ( ${ places } ) ORDER BY l.position`;

	const ofNumberSql = ( places: string ) =>
		`SELECT r.id AS id, COUNT( CASE WHEN o.created_at < r.created_at THEN 1 END ) AS earlier,
			MAX( CASE WHEN o.created_at < r.created_at THEN o.created_at END ) AS last_at,
			COUNT( CASE WHEN o.created_at > r.created_at THEN 1 END ) AS newer
		FROM callback_requests r
		JOIN callback_requests o ON o.number = r.number AND o.site_id = r.site_id
		WHERE r.site_id = $1 AND r.id IN ( ${ places } ) GROUP BY r.id`;

	const inPortions = async < Row extends object >(
		sqlFor: ( places: string ) => string,
		siteId: string,
		requestIds: readonly string[]
	): Promise< Row[] > => {
		const parts = await Promise.all(
			portions( requestIds ).map( ( ids ) =>
				bound.select< Row >( sqlFor( placesFor( ids, 2 ) ), [
					siteId,
					...ids,
				] )
			)
		);
		return parts.flat();
	};

	const some: LiveReader[ 'some' ] = async ( siteId, requestIds ) => {
		if ( requestIds.length === 0 ) {
			return [];
		}
		const [ found, others, tell ] = await Promise.all( [
			inPortions< Found >( requestsSql, siteId, requestIds ),
			inPortions< OfNumber >( ofNumberSql, siteId, requestIds ),
			summarise( siteId ),
		] );
		const ofNumber = new Map( others.map( ( one ) => [ one.id, one ] ) );
		return grouped( found ).flatMap( ( records ) => {
			const [ record ] = records;
			const row = record && table.read( record, 'r' );
			return row
				? [
						requestOf( row, tell( row ), {
							records,
							ofNumber: ofNumber.get( row.id ),
						} ),
					]
				: [];
		} );
	};

	/** The first ones, and how many there are: one walk through them, for each may have to be looked up. */
	const firstOf = async (
		condition: string,
		order: string,
		values: readonly string[]
	) => {
		const rows = await bound.select< {
			id: string;
			found: number | string;
		} >(
			`SELECT id, COUNT(*) OVER () AS found FROM callback_requests r WHERE site_id = $1 AND ${ condition } ORDER BY ${ order } LIMIT ${ maximumLiveRequests }`,
			values
		);
		return {
			ids: rows.map( ( { id } ) => id ),
			found: Number( rows[ 0 ]?.found ?? 0 ),
		};
	};

	return {
		some,

		async all( siteId, now ) {
			const since = sql( new Date( now.getTime() - missedDays * dayMs ) );
			// In the order in which they are shown when there are too many: see `dashboardAt`.
			const parts = [
				{
					condition: `state IN ( ${ texts( underWay ) } )`,
					order: 'created_at, id',
					values: [ siteId ],
				},
				{
					condition: "state = 'scheduled'",
					order: 'due_at, id',
					values: [ siteId ],
				},
				{
					condition: `standing = 'missed' AND ended_at > $2 AND NOT EXISTS (
						SELECT 1 FROM callback_requests n WHERE n.number = r.number AND n.site_id = r.site_id AND n.created_at > r.created_at )`,
					order: 'created_at DESC, id DESC',
					values: [ siteId, since ],
				},
			];
			const firsts = await Promise.all(
				parts.map( ( { condition, order, values } ) =>
					firstOf( condition, order, values )
				)
			);
			const ids = firsts
				.flatMap( ( first ) => first.ids )
				.slice( 0, maximumLiveRequests );
			const found = firsts.reduce( ( sum, one ) => sum + one.found, 0 );
			return {
				requests: await some( siteId, ids ),
				more: found - ids.length,
			};
		},

		async marks( siteIds, since ) {
			const rows: WrittenRow[] = [];
			for ( const ids of portions( siteIds ) ) {
				const places = placesFor( ids, 3 );
				rows.push(
					...( await bound.select< WrittenRow >(
						`SELECT site_id, id AS request_id, NULL AS user_id, version, updated_at
							FROM callback_requests WHERE updated_at >= $1 AND site_id IN ( ${ places } )
						UNION ALL SELECT site_id, NULL, user_id, NULL, updated_at
							FROM agents WHERE updated_at >= $2 AND site_id IN ( ${ placesFor( ids, 3 + ids.length ) } )`,
						[ sql( since ), sql( since ), ...ids, ...ids ]
					) )
				);
			}
			return rows.map( ( row ) => ( {
				siteId: row.site_id,
				requestId: row.request_id,
				text: `${ row.request_id ?? row.user_id } ${ row.version } ${ fromSqlInstant( row.updated_at )?.getTime() }`,
			} ) );
		},
	};
}

/** By request: one that rings three agents is three records. */
function grouped( found: readonly Found[] ): Found[][] {
	const byId = new Map< unknown, Found[] >();
	for ( const record of found ) {
		const records = byId.get( record.r_id );
		if ( records ) {
			records.push( record );
		} else {
			byId.set( record.r_id, [ record ] );
		}
	}
	return [ ...byId.values() ];
}

function requestOf(
	row: LiveRow,
	summary: RequestSummary,
	{
		records,
		ofNumber,
	}: { records: readonly Found[]; ofNumber: OfNumber | undefined }
): DashboardRequest {
	const joinedAt = records[ 0 ]?.joined_at ?? null;
	return {
		live: {
			version: row.version,
			place: null,
			note: row.note,
			pageUrl: row.pageUrl,
			pageTitle: row.pageTitle,
			talkingSince: row.state === 'talking' ? instant( joinedAt ) : null,
			calledUserIds: [
				...new Set( records.flatMap( ( { called } ) => called ?? [] ) ),
			],
			earlierRequests: Number( ofNumber?.earlier ?? 0 ),
			lastRequestAt: instant( ofNumber?.last_at ?? null ),
			// Last: V8 makes an object of forty fields eight times as fast as with the summary's first.
			...summary,
		},
		inLine: row.inLine,
		overdueFrom: overdueFrom( row ),
		followed: Number( ofNumber?.newer ?? 0 ) > 0,
	};
}

function instant( value: Date | string | null ): string | null {
	return fromSqlInstant( value )?.toISOString() ?? null;
}

/** In few lengths, the last one said again, so that the database prepares few statements. */
function portions( values: readonly string[] ): string[][] {
	const parts: string[][] = [];
	for ( let from = 0; from < values.length; from += mostAtOnce ) {
		const part = values.slice( from, from + mostAtOnce );
		const length = 2 ** Math.ceil( Math.log2( part.length ) );
		const [ last = '' ] = part.slice( -1 );
		parts.push( [
			...part,
			...Array< string >( length - part.length ).fill( last ),
		] );
	}
	return parts;
}

function placesFor( values: readonly string[], first: number ): string {
	return values.map( ( _value, index ) => `$${ first + index }` ).join();
}
