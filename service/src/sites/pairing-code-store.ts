import { DataTypes, Op, type Model } from 'sequelize';
import type { Database } from '../persistence/database.js';
import { instant } from '../persistence/instant.js';
import { tableOf } from '../persistence/table.js';

export interface PairingCode {
	codeHash: string;
	/** The site that the code connects again; null makes a new one. */
	siteId: string | null;
	expiresAt: Date;
	usedAt: Date | null;
}

export interface PairingCodeStore {
	find: ( codeHash: string ) => Promise< PairingCode | null >;
	create: ( code: PairingCode ) => Promise< void >;
	/** The same, for one that was made elsewhere; one that is known stays as it is, used or expired. */
	createUnlessThere: ( code: PairingCode ) => Promise< void >;
	/** True for one caller only, however many come at once; false too when it has expired. */
	use: ( codeHash: string, now: Date ) => Promise< boolean >;
	/** Forgets codes that expired before the instant and that nobody used: a used one is kept, so that it never works again. */
	sweep: ( before: Date ) => Promise< void >;
}

export function createPairingCodeStore( database: Database ): PairingCodeStore {
	const codes = database.sequelize.define< Model< PairingCode > >(
		'PairingCode',
		{
			codeHash: {
				type: DataTypes.CHAR( 64 ),
				primaryKey: true,
				field: 'code_hash',
			},
			siteId: { type: DataTypes.UUID, field: 'site_id' },
			expiresAt: { type: instant, field: 'expires_at' },
			usedAt: { type: instant, field: 'used_at' },
		},
		{ tableName: 'pairing_codes', timestamps: false }
	);

	const table = tableOf( database, codes );
	return {
		async find( codeHash ) {
			return (
				( await codes.findByPk( codeHash ) )?.get( { plain: true } ) ??
				null
			);
		},
		async create( code ) {
			await database.transaction( () => codes.create( code ) );
		},
		async createUnlessThere( code ) {
			await database.transaction( () => table.insertUnlessThere( code ) );
		},
		async use( codeHash, now ) {
			const [ used ] = await database.transaction( () =>
				codes.update(
					{ usedAt: now },
					{
						where: {
							codeHash,
							usedAt: null,
							expiresAt: { [ Op.gt ]: now },
						},
					}
				)
			);
			return used === 1;
		},
		async sweep( before ) {
			await database.transaction( () =>
				codes.destroy( {
					where: { expiresAt: { [ Op.lt ]: before }, usedAt: null },
				} )
			);
		},
	};
}
