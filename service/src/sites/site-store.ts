import { DataTypes, type Model } from 'sequelize';
import type { Database } from '../persistence/database.js';
import { instant } from '../persistence/instant.js';
import { tableOf, type SqlRecord } from '../persistence/table.js';
import type { Site } from './site.js';

export type { Site } from './site.js';

export interface SiteStore {
	find: ( id: string ) => Promise< Site | null >;
	/** All of the service, in no order. */
	list: () => Promise< Site[] >;
	create: ( site: Site ) => Promise< void >;
	/** Writes what may change: everything but the id, when it was made, and its account, which telephony-accounts writes. */
	save: ( site: Site ) => Promise< void >;
}

/** A list of addresses is JSON there; null of a site of before. */
type SiteRow = Omit< Site, 'supervisorEmails' > & {
	supervisorEmails: string | null;
};

export function createSiteStore( database: Database ): SiteStore {
	const sites = database.sequelize.define< Model< SiteRow > >(
		'Site',
		{
			id: { type: DataTypes.UUID, primaryKey: true },
			name: DataTypes.STRING( 200 ),
			homeUrl: { type: DataTypes.STRING( 500 ), field: 'home_url' },
			secret: DataTypes.STRING( 64 ),
			timeZone: { type: DataTypes.STRING( 64 ), field: 'time_zone' },
			callerId: { type: DataTypes.STRING( 20 ), field: 'caller_id' },
			ownAccountSid: {
				type: DataTypes.STRING( 34 ),
				field: 'own_account_sid',
			},
			dailyRequestCap: {
				type: DataTypes.INTEGER,
				field: 'daily_request_cap',
			},
			monthlyLimitMilli: {
				type: DataTypes.INTEGER,
				field: 'monthly_limit_milli',
			},
			lowBalanceMilli: {
				type: DataTypes.INTEGER,
				field: 'low_balance_milli',
			},
			ownerEmail: {
				type: DataTypes.STRING( 254 ),
				field: 'owner_email',
			},
			supervisorEmails: {
				type: DataTypes.TEXT,
				field: 'supervisor_emails',
			},
			createdAt: { type: instant, field: 'created_at' },
		},
		{ tableName: 'sites', timestamps: false }
	);
	const table = tableOf( database, sites );

	return {
		async find( id ) {
			const [ record ] = await database.bound.select< SqlRecord >(
				`SELECT ${ table.columns( 's' ) } FROM sites s WHERE s.id = $1`,
				[ id ]
			);
			const row = record ? table.read( record, 's' ) : null;
			return row && siteOf( row );
		},
		async list() {
			const records = await database.bound.select< SqlRecord >(
				`SELECT ${ table.columns( 's' ) } FROM sites s`,
				[]
			);
			return records
				.flatMap( ( record ) => table.read( record, 's' ) ?? [] )
				.map( siteOf );
		},
		async create( site ) {
			await database.transaction( () => sites.create( rowOf( site ) ) );
		},
		async save( site ) {
			const {
				id,
				name,
				homeUrl,
				secret,
				timeZone,
				callerId,
				dailyRequestCap,
				monthlyLimitMilli,
				lowBalanceMilli,
				ownerEmail,
				supervisorEmails,
			} = rowOf( site );
			const changes = {
				name,
				homeUrl,
				secret,
				timeZone,
				callerId,
				dailyRequestCap,
				monthlyLimitMilli,
				lowBalanceMilli,
				ownerEmail,
				supervisorEmails,
			};
			await database.transaction( () =>
				sites.update( changes, { where: { id } } )
			);
		},
	};
}

function rowOf( site: Site ): SiteRow {
	return {
		...site,
		supervisorEmails: JSON.stringify( site.supervisorEmails ),
	};
}

function siteOf( row: SiteRow ): Site {
	return {
		...row,
		supervisorEmails: JSON.parse(
			row.supervisorEmails ?? '[]'
		) as string[],
	};
}
