import { DataTypes, type Model } from 'sequelize';
import type { Database } from '../persistence/database.js';
import { instant } from '../persistence/instant.js';
import { toSqlInstant } from '../persistence/sql-instant.js';
import { tableOf, type SqlRecord } from '../persistence/table.js';
import type { ChannelTestCall } from './domain/test-call.js';

/** All of it joins the current transaction. */
export interface TestCallStore {
	find: ( id: string ) => Promise< ChannelTestCall | null >;
	insert: ( call: ChannelTestCall ) => Promise< void >;
	/** What became of the order, unless the network was quicker to tell of the call. */
	keepOrder: ( call: ChannelTestCall ) => Promise< void >;
	/** Writes what may change, unless it is over by now. */
	save: ( call: ChannelTestCall ) => Promise< void >;
	/** Those that were made before. */
	forget: ( before: Date ) => Promise< void >;
}

export function createTestCallStore( database: Database ): TestCallStore {
	const { bound, dialect } = database;
	const uuid = ( field: string ) => ( { type: DataTypes.UUID, field } );
	const calls = tableOf(
		database,
		database.sequelize.define< Model< ChannelTestCall > >(
			'ChannelTestCall',
			{
				id: { type: DataTypes.UUID, primaryKey: true },
				siteId: uuid( 'site_id' ),
				channelId: uuid( 'channel_id' ),
				number: DataTypes.STRING( 20 ),
				state: DataTypes.STRING( 10 ),
				callSid: { type: DataTypes.STRING( 40 ), field: 'call_sid' },
				code: DataTypes.STRING( 40 ),
				createdAt: { type: instant, field: 'created_at' },
				heardAt: { type: instant, field: 'heard_at' },
			},
			{ tableName: 'channel_test_calls', timestamps: false }
		)
	);
	const sql = ( at: Date ) => toSqlInstant( dialect, at );

	return {
		async find( id ) {
			const [ record ] = await bound.select< SqlRecord >(
				`SELECT ${ calls.columns( 't' ) } FROM channel_test_calls t WHERE t.id = $1`,
				[ id ]
			);
			return record ? calls.read( record, 't' ) : null;
		},
		insert: ( call ) => calls.insert( [ call ] ),
		async keepOrder( { id, state, callSid, code } ) {
			await bound.write(
				"UPDATE channel_test_calls SET state = $1, call_sid = $2, code = $3 WHERE id = $4 AND call_sid IS NULL AND state = 'calling'",
				[ state, callSid, code, id ]
			);
		},
		async save( { id, state, callSid, code, heardAt } ) {
			await bound.write(
				"UPDATE channel_test_calls SET state = $1, call_sid = $2, code = $3, heard_at = $4 WHERE id = $5 AND state NOT IN ( 'done', 'failed' )",
				[ state, callSid, code, sql( heardAt ), id ]
			);
		},
		async forget( before ) {
			await bound.write(
				'DELETE FROM channel_test_calls WHERE created_at < $1',
				[ sql( before ) ]
			);
		},
	};
}
