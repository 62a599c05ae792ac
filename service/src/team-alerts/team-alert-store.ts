import { DataTypes, type Model } from 'sequelize';
import type { Database } from '../persistence/database.js';
import { instant } from '../persistence/instant.js';
import { toSqlInstant } from '../persistence/sql-instant.js';
import { tableOf, type SqlRecord } from '../persistence/table.js';
import type { TeamAlert } from './team-alert.js';

export interface TeamAlertStore {
	/** False when this recipient is told of it already. */
	add: ( alert: TeamAlert ) => Promise< boolean >;
	find: ( id: string ) => Promise< TeamAlert | null >;
	/** Whether an opening period or a day of the site was looked at already. */
	isLookedAt: ( siteId: string, occasion: string ) => Promise< boolean >;
	/** False when somebody else was faster. Joins the current transaction: with it, it is as if nobody had looked. */
	lookAt: (
		siteId: string,
		occasion: string,
		now: Date
	) => Promise< boolean >;
	/** False when the alert was in another state: somebody else was faster. */
	move: (
		id: string,
		from: TeamAlert[ 'state' ],
		to: TeamAlert[ 'state' ]
	) => Promise< boolean >;
	/** Forgets those that were made before. */
	sweep: ( before: Date ) => Promise< void >;
}

interface Look {
	siteId: string;
	occasion: string;
	createdAt: Date;
}

export function createTeamAlertStore( database: Database ): TeamAlertStore {
	const { bound, dialect, sequelize } = database;
	const uuid = ( field: string ) => ( { type: DataTypes.UUID, field } );
	const alerts = tableOf(
		database,
		sequelize.define< Model< TeamAlert > >(
			'TeamAlert',
			{
				id: { type: DataTypes.UUID, primaryKey: true },
				siteId: uuid( 'site_id' ),
				kind: DataTypes.STRING( 20 ),
				occasion: DataTypes.STRING( 100 ),
				recipient: DataTypes.STRING( 20 ),
				channelId: uuid( 'channel_id' ),
				requestId: uuid( 'request_id' ),
				state: DataTypes.STRING( 10 ),
				createdAt: { type: instant, field: 'created_at' },
				usefulUntil: { type: instant, field: 'useful_until' },
			},
			{ tableName: 'team_alerts', timestamps: false }
		)
	);

	const looks = tableOf(
		database,
		sequelize.define< Model< Look > >(
			'TeamLook',
			{
				siteId: { ...uuid( 'site_id' ), primaryKey: true },
				occasion: { type: DataTypes.STRING( 100 ), primaryKey: true },
				createdAt: { type: instant, field: 'created_at' },
			},
			{ tableName: 'team_looks', timestamps: false }
		)
	);

	return {
		add: alerts.insertUnlessThere,
		async find( id ) {
			const [ record ] = await bound.select< SqlRecord >(
				`SELECT ${ alerts.columns( 'a' ) } FROM team_alerts a WHERE a.id = $1`,
				[ id ]
			);
			return record ? alerts.read( record, 'a' ) : null;
		},
		async isLookedAt( siteId, occasion ) {
			const found = await bound.select(
				'SELECT occasion FROM team_looks WHERE site_id = $1 AND occasion = $2',
				[ siteId, occasion ]
			);
			return found.length > 0;
		},
		lookAt: ( siteId, occasion, now ) =>
			looks.insertUnlessThere( { siteId, occasion, createdAt: now } ),
		move: async ( id, from, to ) =>
			( await alerts.update( { state: to }, { id, state: from } ) ) === 1,
		async sweep( before ) {
			for ( const table of [ 'team_alerts', 'team_looks' ] ) {
				await bound.write(
					`DELETE FROM ${ table } WHERE created_at < $1`,
					[ toSqlInstant( dialect, before ) ]
				);
			}
		},
	};
}
