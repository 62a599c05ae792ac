import type { Site } from '@rappel/contract';
import { DataTypes, type Model } from 'sequelize';
import { systemClock, type Clock } from '../clock.js';
import type { Database } from '../persistence/database.js';
import { instant } from '../persistence/instant.js';
import { tableOf, type SqlRecord } from '../persistence/table.js';

export type AlertCode = Site[ 'alerts' ][ number ][ 'code' ];

export interface Alert {
	code: AlertCode;
	/** What the other side said (an error number, a sentence of Twilio's); may be empty. At most 500 characters are kept. */
	detail: string;
	since: Date;
}

/** What only the owner of a site can mend; shown in wp-admin until it is cleared. */
export interface Alerts {
	/** Raised again, an alert keeps its first `since` and takes the newest detail. */
	raise: (
		siteId: string,
		code: AlertCode,
		detail: string
	) => Promise< void >;
	/** Nothing happens when it was not raised. */
	clear: ( siteId: string, code: AlertCode ) => Promise< void >;
	/** Oldest first. */
	list: ( siteId: string ) => Promise< Alert[] >;
}

interface AlertRow extends Alert {
	siteId: string;
}

const longestDetail = 500;

export function createAlerts(
	database: Database,
	{ clock = systemClock }: { clock?: Clock } = {}
): Alerts {
	const alerts = database.sequelize.define< Model< AlertRow > >(
		'SiteAlert',
		{
			siteId: {
				type: DataTypes.UUID,
				primaryKey: true,
				field: 'site_id',
			},
			code: { type: DataTypes.STRING( 40 ), primaryKey: true },
			detail: DataTypes.STRING( longestDetail ),
			since: instant,
		},
		{ tableName: 'site_alerts', timestamps: false }
	);
	const table = tableOf( database, alerts );

	return {
		async raise( siteId, code, detail ) {
			await database.transaction( () =>
				alerts.upsert(
					{
						siteId,
						code,
						detail: detail.slice( 0, longestDetail ),
						since: clock.now(),
					},
					{ fields: [ 'detail' ] }
				)
			);
		},
		async clear( siteId, code ) {
			await database.transaction( () =>
				alerts.destroy( { where: { siteId, code } } )
			);
		},
		async list( siteId ) {
			const records = await database.bound.select< SqlRecord >(
				`SELECT ${ table.columns( 'a' ) } FROM site_alerts a WHERE a.site_id = $1 ORDER BY a.since`,
				[ siteId ]
			);
			return records
				.flatMap( ( record ) => table.read( record, 'a' ) ?? [] )
				.map( ( { code, detail, since } ) => ( {
					code,
					detail,
					since,
				} ) );
		},
	};
}
