import { DataTypes, Op, type Model } from 'sequelize';
import type { Database } from '../persistence/database.js';
import { instant } from '../persistence/instant.js';
import { tableOf } from '../persistence/table.js';

/** Remembers the nonces of signed writes, so that a call that somebody recorded is not made again. */
export interface NonceStore {
	/** False when the site has used it before. */
	take: (
		siteId: string,
		nonce: string,
		expiresAt: Date
	) => Promise< boolean >;
	/** Forgets nonces whose signatures are stale by now. */
	sweep: ( now: Date ) => Promise< void >;
}

interface NonceRow {
	siteId: string;
	nonce: string;
	expiresAt: Date;
}

export function createNonceStore( database: Database ): NonceStore {
	const nonces = database.sequelize.define< Model< NonceRow > >(
		'UsedNonce',
		{
			siteId: {
				type: DataTypes.UUID,
				primaryKey: true,
				field: 'site_id',
			},
			nonce: { type: DataTypes.STRING( 64, true ), primaryKey: true },
			expiresAt: { type: instant, field: 'expires_at' },
		},
		{ tableName: 'used_nonces', timestamps: false }
	);
	const table = tableOf( database, nonces );

	return {
		take: ( siteId, nonce, expiresAt ) =>
			table.insertUnlessThere( { siteId, nonce, expiresAt } ),
		async sweep( now ) {
			await database.transaction( () =>
				nonces.destroy( { where: { expiresAt: { [ Op.lt ]: now } } } )
			);
		},
	};
}
