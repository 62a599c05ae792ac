import type { Recording as WireRecording } from '@rappel/contract';
import { DataTypes, type Model } from 'sequelize';
import type { Database } from '../persistence/database.js';
import { instant } from '../persistence/instant.js';
import { toSqlInstant } from '../persistence/sql-instant.js';
import { tableOf, type SqlRecord } from '../persistence/table.js';

/** A sound that the telephone network has recorded. */
export interface Recorded {
	siteId: string;
	channelId: string;
	requestId: string;
	legId: string;
	kind: WireRecording[ 'kind' ];
	/** The network's id of it. */
	recordingSid: string;
	seconds: number;
}

/** What is known of a sound; the sound itself is kept by the telephone network alone. */
export interface Recording extends Recorded {
	id: string;
	createdAt: Date;
	/** Nobody hears it from then on. */
	deleteAt: Date;
	/** When the network is next asked to delete it: `deleteAt`, and later after it did not answer. */
	nextTryAt: Date;
}

export interface RecordingStore {
	/** False when this sound is known already. */
	add: ( recording: Recording ) => Promise< boolean >;
	/** The network says a length more than once; the longest is right. */
	lengthen: ( recordingSid: string, seconds: number ) => Promise< void >;
	find: ( siteId: string, id: string ) => Promise< Recording | null >;
	/** Oldest first. */
	ofRequest: ( siteId: string, requestId: string ) => Promise< Recording[] >;
	/** The recordings of a request are to be deleted now. */
	expire: ( siteId: string, requestId: string, now: Date ) => Promise< void >;
	/** Those to be deleted at the network by now, at most `limit`. */
	due: ( now: Date, limit: number ) => Promise< Recording[] >;
	postpone: ( id: string, until: Date ) => Promise< void >;
	remove: ( id: string ) => Promise< void >;
}

export function createRecordingStore( database: Database ): RecordingStore {
	const { bound, dialect } = database;
	const table = tableOf(
		database,
		database.sequelize.define< Model< Recording > >(
			'Recording',
			{
				id: { type: DataTypes.UUID, primaryKey: true },
				siteId: { type: DataTypes.UUID, field: 'site_id' },
				channelId: { type: DataTypes.UUID, field: 'channel_id' },
				requestId: { type: DataTypes.UUID, field: 'request_id' },
				legId: { type: DataTypes.UUID, field: 'leg_id' },
				kind: DataTypes.STRING( 15 ),
				recordingSid: {
					type: DataTypes.STRING( 64 ),
					field: 'recording_sid',
				},
				seconds: DataTypes.INTEGER,
				createdAt: { type: instant, field: 'created_at' },
				deleteAt: { type: instant, field: 'delete_at' },
				nextTryAt: { type: instant, field: 'next_try_at' },
			},
			{ tableName: 'recordings', timestamps: false }
		)
	);
	const select = async (
		rest: string,
		values: string[]
	): Promise< Recording[] > =>
		(
			await bound.select< SqlRecord >(
				`SELECT ${ table.columns( 'r' ) } FROM recordings r ${ rest }`,
				values
			)
		).flatMap( ( record ) => table.read( record, 'r' ) ?? [] );

	return {
		add: table.insertUnlessThere,
		async lengthen( recordingSid, seconds ) {
			await bound.write(
				'UPDATE recordings SET seconds = $1 WHERE recording_sid = $2 AND seconds < $3',
				[ seconds, recordingSid, seconds ]
			);
		},
		async find( siteId, id ) {
			const [ found ] = await select(
				'WHERE r.id = $1 AND r.site_id = $2',
				[ id, siteId ]
			);
			return found ?? null;
		},
		ofRequest: ( siteId, requestId ) =>
			select(
				'WHERE r.request_id = $1 AND r.site_id = $2 ORDER BY r.created_at, r.id',
				[ requestId, siteId ]
			),
		async expire( siteId, requestId, now ) {
			await table.update(
				{ deleteAt: now, nextTryAt: now },
				{ siteId, requestId }
			);
		},
		due: ( now, limit ) =>
			select(
				`WHERE r.next_try_at <= $1 ORDER BY r.next_try_at LIMIT ${ limit }`,
				[ toSqlInstant( dialect, now ) ]
			),
		async postpone( id, until ) {
			await table.update( { nextTryAt: until }, { id } );
		},
		async remove( id ) {
			await bound.write( 'DELETE FROM recordings WHERE id = $1', [ id ] );
		},
	};
}
