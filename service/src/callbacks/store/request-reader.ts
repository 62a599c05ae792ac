import { Op, type WhereOptions } from 'sequelize';
import type { ListRequestsQuery } from '@rappel/contract';
import type { Database } from '../../persistence/database.js';
import { defineModels } from './models.js';
import type { AttemptRow, EventRow, LegRow, RequestRow } from './rows.js';

/** The wp-admin side: lists and details. Every query names the site. */
export interface RequestReader {
	/** Newest first, without what is overdue since then; one more than `limit` shows that there are more. */
	list: (
		siteId: string,
		query: Omit< ListRequestsQuery, 'cursor' > & {
			before: Cursor | null;
			since: Date;
		}
	) => Promise< RequestRow[] >;
	/** What should have been called since then: its time, or its booked time, is past, and it only waits. The longest first. */
	overdue: (
		siteId: string,
		query: Pick< ListRequestsQuery, 'channelId' | 'state' >,
		since: Date
	) => Promise< RequestRow[] >;
	find: (
		siteId: string,
		requestId: string
	) => Promise< {
		row: RequestRow;
		attempts: AttemptRow[];
		legs: LegRow[];
		events: EventRow[];
	} | null >;
}

export interface Cursor {
	createdAt: Date;
	id: string;
}

/** More than anybody looks through. */
const mostOverdue = 100;

/** Of a request that was not booked nothing is asked that is neither true nor false: what is not overdue is listed by its opposite. */
function overdueAt( since: Date ): Array< WhereOptions< RequestRow > > {
	return [
		{ state: 'scheduled', dueAt: { [ Op.lt ]: since } },
		{
			state: 'queued',
			bookedFor: { [ Op.ne ]: null, [ Op.lt ]: since },
		},
	];
}

export function createRequestReader( database: Database ): RequestReader {
	const models = defineModels( database );
	return {
		async list( siteId, { channelId, state, limit, before, since } ) {
			const where: WhereOptions< RequestRow > = {
				siteId,
				...( channelId && { channelId } ),
				...( state && { state } ),
				[ Op.not ]: { [ Op.or ]: overdueAt( since ) },
				...( before && {
					[ Op.or ]: [
						{ createdAt: { [ Op.lt ]: before.createdAt } },
						{
							createdAt: before.createdAt,
							id: { [ Op.lt ]: before.id },
						},
					],
				} ),
			};
			const rows = await models.requests.findAll( {
				where,
				order: [
					[ 'createdAt', 'DESC' ],
					[ 'id', 'DESC' ],
				],
				limit: limit + 1,
			} );
			return rows.map( ( row ) => row.get( { plain: true } ) );
		},

		async overdue( siteId, { channelId, state }, since ) {
			const rows = await models.requests.findAll( {
				where: {
					siteId,
					...( channelId && { channelId } ),
					...( state && { state } ),
					[ Op.or ]: overdueAt( since ),
				},
				order: [
					[ 'createdAt', 'ASC' ],
					[ 'id', 'ASC' ],
				],
				limit: mostOverdue,
			} );
			return rows.map( ( row ) => row.get( { plain: true } ) );
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
	};
}
