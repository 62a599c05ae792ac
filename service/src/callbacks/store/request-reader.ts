import { Op, type WhereOptions } from 'sequelize';
import type { ListRequestsQuery } from '@rappel/contract';
import type { Database } from '../../persistence/database.js';
import { defineModels } from './models.js';
import type { AttemptRow, EventRow, LegRow, RequestRow } from './rows.js';

/** The wp-admin side: lists and details. Every query names the site. */
export interface RequestReader {
	/** Newest first; one more than `limit` shows that there are more. */
	list: (
		siteId: string,
		query: Omit< ListRequestsQuery, 'cursor' > & { before: Cursor | null }
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

export function createRequestReader( database: Database ): RequestReader {
	const models = defineModels( database );
	return {
		async list( siteId, { channelId, state, limit, before } ) {
			const where: WhereOptions< RequestRow > = {
				siteId,
				...( channelId && { channelId } ),
				...( state && { state } ),
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
