import { DataTypes, type Model } from 'sequelize';
import type { Database } from '../persistence/database.js';
import { instant } from '../persistence/instant.js';
import { tableOf } from '../persistence/table.js';

export interface BlockedNumber {
	siteId: string;
	/** E.164. */
	number: string;
	blockedAt: Date;
	/** The WordPress user who did. */
	byUserId: number | null;
}

/** Numbers that ask nothing of a site any more. Everything joins the current transaction. */
export interface BlockedNumbers {
	isBlocked: ( siteId: string, number: string ) => Promise< boolean >;
	/** Blocked twice, it is as the first said. */
	block: ( blocked: BlockedNumber ) => Promise< void >;
	/** False: it was not blocked. */
	unblock: ( siteId: string, number: string ) => Promise< boolean >;
	/** The last one first; at most a thousand. */
	list: ( siteId: string ) => Promise< BlockedNumber[] >;
}

const mostListed = 1_000;

export function createBlockedNumbers( database: Database ): BlockedNumbers {
	const model = database.sequelize.define< Model< BlockedNumber > >(
		'BlockedNumber',
		{
			siteId: { type: DataTypes.UUID, primaryKey: true },
			number: { type: DataTypes.STRING( 20 ), primaryKey: true },
			blockedAt: instant,
			byUserId: DataTypes.INTEGER,
		},
		{ tableName: 'blocked_numbers', timestamps: false, underscored: true }
	);
	const table = tableOf( database, model );

	return {
		async isBlocked( siteId, number ) {
			const rows = await database.bound.select(
				'SELECT 1 FROM blocked_numbers WHERE site_id = $1 AND number = $2',
				[ siteId, number ]
			);
			return rows.length > 0;
		},
		async block( blocked ) {
			await table.insertUnlessThere( blocked );
		},
		async unblock( siteId, number ) {
			return (
				( await database.bound.write(
					'DELETE FROM blocked_numbers WHERE site_id = $1 AND number = $2',
					[ siteId, number ]
				) ) > 0
			);
		},
		async list( siteId ) {
			const rows = await model.findAll( {
				where: { siteId },
				order: [ [ 'blockedAt', 'DESC' ] ],
				limit: mostListed,
			} );
			return rows.map( ( row ) => row.get( { plain: true } ) );
		},
	};
}
