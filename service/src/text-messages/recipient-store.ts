import { DataTypes, type Model } from 'sequelize';
import type { Database } from '../persistence/database.js';
import { instant } from '../persistence/instant.js';
import { tableOf } from '../persistence/table.js';

/** What is known of the numbers that a site writes to. */
export interface RecipientStore {
	/** Nothing is sent to this number for this site any more. */
	optOut: ( siteId: string, number: string, now: Date ) => Promise< void >;
	optIn: ( siteId: string, number: string ) => Promise< void >;
	hasOptedOut: ( siteId: string, number: string ) => Promise< boolean >;
	/** The network said that it takes no messages, by this error number. */
	keepLandline: (
		siteId: string,
		number: string,
		code: string,
		now: Date
	) => Promise< void >;
	isLandline: ( siteId: string, number: string ) => Promise< boolean >;
}

interface KnownNumber {
	siteId: string;
	number: string;
	since: Date;
}

export function createRecipientStore( database: Database ): RecipientStore {
	const { sequelize, bound } = database;
	// New ones each time: Sequelize writes into them.
	const numberKey = () => ( {
		siteId: {
			type: DataTypes.UUID,
			primaryKey: true,
			field: 'site_id',
		},
		number: { type: DataTypes.STRING( 16 ), primaryKey: true },
	} );
	const optedOut = tableOf(
		database,
		sequelize.define< Model< KnownNumber > >(
			'OptedOutNumber',
			{ ...numberKey(), since: instant },
			{ tableName: 'opted_out_numbers', timestamps: false }
		)
	);
	const landlines = tableOf(
		database,
		sequelize.define< Model< KnownNumber & { code: string } > >(
			'LandlineNumber',
			{ ...numberKey(), code: DataTypes.STRING( 40 ), since: instant },
			{ tableName: 'landline_numbers', timestamps: false }
		)
	);
	const isIn = async ( table: string, siteId: string, number: string ) => {
		const found = await bound.select(
			`SELECT 1 AS found FROM ${ table } WHERE site_id = $1 AND number = $2`,
			[ siteId, number ]
		);
		return found.length > 0;
	};

	return {
		async optOut( siteId, number, now ) {
			await optedOut.insertUnlessThere( { siteId, number, since: now } );
		},
		async optIn( siteId, number ) {
			await bound.write(
				'DELETE FROM opted_out_numbers WHERE site_id = $1 AND number = $2',
				[ siteId, number ]
			);
		},
		hasOptedOut: ( siteId, number ) =>
			isIn( 'opted_out_numbers', siteId, number ),
		async keepLandline( siteId, number, code, now ) {
			await landlines.insertUnlessThere( {
				siteId,
				number,
				code,
				since: now,
			} );
		},
		isLandline: ( siteId, number ) =>
			isIn( 'landline_numbers', siteId, number ),
	};
}
