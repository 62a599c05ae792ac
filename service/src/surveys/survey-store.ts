import { DataTypes, type Model } from 'sequelize';
import type { Database } from '../persistence/database.js';
import { instant } from '../persistence/instant.js';
import { tableOf, type SqlRecord } from '../persistence/table.js';

/** What a client answered after one request. */
export interface SurveyScore {
	requestId: string;
	siteId: string;
	channelId: string;
	/** The agent who took the call; null: a number of the channel. */
	userId: number | null;
	/** 1 (not at all satisfied) to 5 (very). */
	score: number;
	answeredAt: Date;
}

/**
 * An e-mail about a bad score to one recipient. It is `sending` from before it is handed over; one that stays so, because its
 * process died, may have arrived and is not sent again, like `unknown`.
 */
export interface SurveyAlert {
	id: string;
	siteId: string;
	requestId: string;
	recipient: string;
	state: 'pending' | 'sending' | 'sent' | 'failed' | 'unknown';
	createdAt: Date;
}

export interface SurveyStore {
	/** False when the request has a score already; the first one stays. */
	keepScore: ( score: SurveyScore ) => Promise< boolean >;
	/** Null when the request has none. */
	scoreOf: (
		siteId: string,
		requestId: string
	) => Promise< SurveyScore | null >;
	/** False when this recipient is told of this request already. */
	addAlert: ( alert: SurveyAlert ) => Promise< boolean >;
	findAlert: ( alertId: string ) => Promise< SurveyAlert | null >;
	/** False when the alert was in another state: somebody else was faster. */
	moveAlert: (
		alertId: string,
		from: SurveyAlert[ 'state' ],
		to: SurveyAlert[ 'state' ]
	) => Promise< boolean >;
}

export function createSurveyStore( database: Database ): SurveyStore {
	const scores = tableOf(
		database,
		database.sequelize.define< Model< SurveyScore > >(
			'SurveyScore',
			{
				requestId: {
					type: DataTypes.UUID,
					primaryKey: true,
					field: 'request_id',
				},
				siteId: { type: DataTypes.UUID, field: 'site_id' },
				channelId: { type: DataTypes.UUID, field: 'channel_id' },
				userId: { type: DataTypes.INTEGER, field: 'user_id' },
				score: DataTypes.INTEGER,
				answeredAt: { type: instant, field: 'answered_at' },
			},
			{ tableName: 'survey_scores', timestamps: false }
		)
	);
	const alerts = tableOf(
		database,
		database.sequelize.define< Model< SurveyAlert > >(
			'SurveyAlert',
			{
				id: { type: DataTypes.UUID, primaryKey: true },
				siteId: { type: DataTypes.UUID, field: 'site_id' },
				requestId: { type: DataTypes.UUID, field: 'request_id' },
				recipient: DataTypes.STRING( 254 ),
				state: DataTypes.STRING( 10 ),
				createdAt: { type: instant, field: 'created_at' },
			},
			{ tableName: 'survey_alerts', timestamps: false }
		)
	);

	return {
		keepScore: scores.insertUnlessThere,
		async scoreOf( siteId, requestId ) {
			const [ record ] = await database.bound.select< SqlRecord >(
				`SELECT ${ scores.columns( 's' ) } FROM survey_scores s WHERE s.request_id = $1 AND s.site_id = $2`,
				[ requestId, siteId ]
			);
			return record ? scores.read( record, 's' ) : null;
		},
		addAlert: alerts.insertUnlessThere,
		async findAlert( alertId ) {
			const [ record ] = await database.bound.select< SqlRecord >(
				`SELECT ${ alerts.columns( 'a' ) } FROM survey_alerts a WHERE a.id = $1`,
				[ alertId ]
			);
			return record ? alerts.read( record, 'a' ) : null;
		},
		moveAlert: async ( id, from, to ) =>
			( await alerts.update( { state: to }, { id, state: from } ) ) === 1,
	};
}
