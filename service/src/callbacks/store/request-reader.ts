import type { ListRequestsQuery } from '@rappel/contract';
import type { Database } from '../../persistence/database.js';
import { toSqlInstant } from '../../persistence/sql-instant.js';
import { tableOf, type SqlRecord } from '../../persistence/table.js';
import { defineModels } from './models.js';
import {
	allOf,
	anyOf,
	branchesOf,
	condition,
	numbered,
	type Condition,
	type SoughtRequests,
} from './request-filter.js';
import type { AttemptRow, EventRow, LegRow, RequestRow } from './rows.js';
import { havingWords, searchWords } from './word-search.js';

type Sort = ListRequestsQuery[ 'sort' ];

export interface Page {
	sort: Sort;
	/** Null: from the first. */
	after: Position | null;
	limit: number;
	/** What is shown before all others, and not here again; null: nothing is. */
	withoutOverdue: ShownOverdue | null;
}

/** Which of the requests that are overdue were shown (see `overdue`). */
export interface ShownOverdue {
	since: Date;
	/** The last one, where there were more than are shown; null: all of them were. */
	upTo: Position | null;
}

type Slice = Pick< Page, 'sort' | 'limit' >;

export interface Position {
	createdAt: Date;
	id: string;
}

/** The wp-admin side: lists and details. Every query names the site. */
export interface RequestReader {
	/** By when they were made; one more than `limit` shows that there are more. */
	list: ( sought: SoughtRequests, page: Page ) => Promise< RequestRow[] >;
	/** What should have been called since then: its time, or its booked time, is past, and it only waits. The longest first. */
	overdue: (
		sought: SoughtRequests,
		since: Date
	) => Promise< { rows: RequestRow[]; shown: ShownOverdue } >;
	find: (
		siteId: string,
		requestId: string
	) => Promise< {
		row: RequestRow;
		attempts: AttemptRow[];
		legs: LegRow[];
		events: EventRow[];
	} | null >;
	findRow: (
		siteId: string,
		requestId: string
	) => Promise< RequestRow | null >;
}

/** So many are shown before all others; the rest at their place in time. */
const mostOverdue = 100;

export function createRequestReader( database: Database ): RequestReader {
	const { bound, dialect } = database;
	const models = defineModels( database );
	const table = tableOf( database, models.requests );
	const columns = table.columns( 'r' );
	/** Only so is the table begun with that has few rows. */
	const inThisOrder = dialect === 'mysql' ? 'STRAIGHT_JOIN' : 'CROSS JOIN';

	const order = ( sort: Sort ) => {
		const direction = sort === 'newest' ? 'DESC' : 'ASC';
		return `ORDER BY r.created_at ${ direction }, r.id ${ direction }`;
	};

	/**
	 * Which they are is told by an index alone wherever one has all that is asked: however many have to be looked at until enough are
	 * found, whole rows are read of the found ones only.
	 */
	const readFrom = async (
		source: Condition,
		conditions: readonly Condition[],
		{ sort, limit }: Slice
	): Promise< RequestRow[] > => {
		const { sql, values } = allOf( conditions );
		const records = await bound.select< SqlRecord >(
			numbered(
				`SELECT ${ columns } FROM (
					SELECT r.id FROM ${ source.sql } WHERE ${ sql } ${ order( sort ) } LIMIT ${ limit }
				) found ${ inThisOrder } callback_requests r ON r.id = found.id ${ order( sort ) }`
			),
			[ ...source.values, ...values ]
		);
		return records.flatMap( ( record ) => table.read( record, 'r' ) ?? [] );
	};

	const read = (
		conditions: readonly Condition[],
		slice: Slice
	): Promise< RequestRow[] > =>
		readFrom( condition( 'callback_requests r' ), conditions, slice );

	const readAmong = (
		few: Condition,
		conditions: readonly Condition[],
		slice: Slice
	): Promise< RequestRow[] > =>
		readFrom(
			condition(
				`( ${ few.sql } ) few ${ inThisOrder } callback_requests r ON r.id = few.request_id`,
				...few.values
			),
			conditions,
			slice
		);

	/** The first of the union of the branches: each has its own first ones, and no more are needed of any. */
	const readBranches = async (
		branches: readonly Condition[][],
		conditions: readonly Condition[],
		slice: Slice
	): Promise< RequestRow[] > => {
		const lists = await Promise.all(
			branches.map( ( branch ) =>
				read( [ ...branch, ...conditions ], slice )
			)
		);
		const [ only ] = lists;
		return lists.length === 1 && only
			? only
			: merged( lists.flat(), slice.sort ).slice( 0, slice.limit );
	};

	const seek = async (
		sought: SoughtRequests,
		conditions: readonly Condition[],
		slice: Slice
	): Promise< RequestRow[] > => {
		const { siteId, words } = sought;
		if ( words?.length === 0 ) {
			return [];
		}
		const { few, each } = await searchWords(
			database,
			siteId,
			words ?? []
		);
		const all = [ ...conditions, ...each ];
		const branches = branchesOf( database, sought );
		return few
			? readAmong( few, [ anyOf( branches ), ...all ], slice )
			: readBranches( branches, all, slice );
	};

	const isOverdue = ( since: Date ) => {
		const at = toSqlInstant( dialect, since );
		return condition(
			`( ( r.state = 'scheduled' AND r.due_at < ? )
			OR ( r.state = 'queued' AND r.booked_for IS NOT NULL AND r.booked_for < ? ) )`,
			at,
			at
		);
	};

	/** By their ids, of which there are few: no row of the list has to be read for it. */
	const wasNotShown = (
		siteId: string,
		{ since, upTo }: ShownOverdue
	): Condition => {
		const { sql, values } = allOf( [
			condition( 'r.site_id = ?', siteId ),
			condition( "r.standing = 'open'" ),
			isOverdue( since ),
			...( upTo ? [ isUpTo( upTo ) ] : [] ),
		] );
		return condition(
			`r.id NOT IN ( SELECT r.id FROM callback_requests r WHERE ${ sql } )`,
			...values
		);
	};

	const isUpTo = ( { createdAt, id }: Position ): Condition => {
		const at = toSqlInstant( dialect, createdAt );
		return condition(
			'( r.created_at < ? OR ( r.created_at = ? AND r.id <= ? ) )',
			at,
			at,
			id
		);
	};

	const beyond = ( { createdAt, id }: Position, sort: Sort ): Condition => {
		const at = toSqlInstant( dialect, createdAt );
		const sign = sort === 'newest' ? '<' : '>';
		// The first part alone is what an index walks to.
		return condition(
			`r.created_at ${ sign }= ? AND ( r.created_at ${ sign } ? OR r.id ${ sign } ? )`,
			at,
			at,
			id
		);
	};

	return {
		list: ( sought, { sort, after, limit, withoutOverdue } ) =>
			seek(
				sought,
				[
					...( after ? [ beyond( after, sort ) ] : [] ),
					...( withoutOverdue
						? [ wasNotShown( sought.siteId, withoutOverdue ) ]
						: [] ),
				],
				{ sort, limit: limit + 1 }
			),

		async overdue( sought, since ) {
			const { words } = sought;
			if ( words?.length === 0 ) {
				return { rows: [], shown: { since, upTo: null } };
			}
			// Among the open ones, of which there are few: so they are found without a look at the others.
			const found = await readBranches(
				branchesOf( database, sought ),
				[
					condition( "r.standing = 'open'" ),
					isOverdue( since ),
					...havingWords( words ?? [] ).each,
				],
				{ sort: 'oldest', limit: mostOverdue + 1 }
			);
			const rows = found.slice( 0, mostOverdue );
			const upTo =
				found.length > rows.length ? ( rows.at( -1 ) ?? null ) : null;
			return { rows, shown: { since, upTo } };
		},

		async find( siteId, id ) {
			const row = await models.requests.findOne( {
				where: { siteId, id },
			} );
			if ( ! row ) {
				return null;
			}
			const where = { siteId, requestId: id };
			const [ attempts, legs, events ] = await Promise.all( [
				models.attempts.findAll( { where, order: [ 'ordinal' ] } ),
				models.legs.findAll( { where, order: [ 'position' ] } ),
				models.events.findAll( {
					where,
					order: [ 'version', 'position' ],
				} ),
			] );
			return {
				row: row.get( { plain: true } ),
				attempts: attempts.map( ( one ) => one.get( { plain: true } ) ),
				legs: legs.map( ( one ) => one.get( { plain: true } ) ),
				events: events.map( ( one ) => one.get( { plain: true } ) ),
			};
		},

		async findRow( siteId, id ) {
			const row = await models.requests.findOne( {
				where: { siteId, id },
			} );
			return row?.get( { plain: true } ) ?? null;
		},
	};
}

/** In order, each once. */
function merged( rows: readonly RequestRow[], sort: Sort ): RequestRow[] {
	const sign = sort === 'newest' ? -1 : 1;
	const known = new Map( rows.map( ( row ) => [ row.id, row ] ) );
	return [ ...known.values() ].toSorted(
		( a, b ) =>
			sign *
			( a.createdAt.getTime() - b.createdAt.getTime() ||
				( a.id < b.id ? -1 : 1 ) )
	);
}
