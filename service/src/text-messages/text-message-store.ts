import { DataTypes, type Model } from 'sequelize';
import type { Database } from '../persistence/database.js';
import { instant } from '../persistence/instant.js';
import { toSqlInstant } from '../persistence/sql-instant.js';
import { tableOf, type SqlRecord } from '../persistence/table.js';
import type { TextMessage, TextMessageState } from './text-message.js';

export interface Move {
	from: readonly TextMessageState[];
	to: TextMessageState;
	code?: string | null;
	now: Date;
}

export interface TextMessageStore {
	/** False when the request has a message of this kind already. */
	add: ( message: TextMessage ) => Promise< boolean >;
	find: ( id: string ) => Promise< TextMessage | null >;
	/** False when the message was in none of the states. */
	move: ( id: string, move: Move ) => Promise< boolean >;
	/** The network's id of a message, whatever became of it meanwhile. */
	keepSid: ( id: string, messageSid: string ) => Promise< void >;
	/** Nothing is sent to this number for this site any more. */
	optOut: ( siteId: string, number: string, now: Date ) => Promise< void >;
	hasOptedOut: ( siteId: string, number: string ) => Promise< boolean >;
}

interface OptedOutNumber {
	siteId: string;
	number: string;
	since: Date;
}

export function createTextMessageStore( database: Database ): TextMessageStore {
	const { bound, dialect } = database;
	const messages = tableOf(
		database,
		database.sequelize.define< Model< TextMessage > >(
			'TextMessage',
			{
				id: { type: DataTypes.UUID, primaryKey: true },
				siteId: { type: DataTypes.UUID, field: 'site_id' },
				channelId: { type: DataTypes.UUID, field: 'channel_id' },
				requestId: { type: DataTypes.UUID, field: 'request_id' },
				kind: DataTypes.STRING( 20 ),
				toNumber: { type: DataTypes.STRING( 16 ), field: 'to_number' },
				fromNumber: {
					type: DataTypes.STRING( 16 ),
					field: 'from_number',
				},
				text: DataTypes.TEXT,
				state: DataTypes.STRING( 12 ),
				code: DataTypes.STRING( 40 ),
				messageSid: {
					type: DataTypes.STRING( 64 ),
					field: 'message_sid',
				},
				createdAt: { type: instant, field: 'created_at' },
				updatedAt: { type: instant, field: 'updated_at' },
			},
			{ tableName: 'text_messages', timestamps: false }
		)
	);
	const optedOut = tableOf(
		database,
		database.sequelize.define< Model< OptedOutNumber > >(
			'OptedOutNumber',
			{
				siteId: {
					type: DataTypes.UUID,
					primaryKey: true,
					field: 'site_id',
				},
				number: { type: DataTypes.STRING( 16 ), primaryKey: true },
				since: instant,
			},
			{ tableName: 'opted_out_numbers', timestamps: false }
		)
	);

	return {
		add: messages.insertUnlessThere,
		async find( id ) {
			const [ record ] = await bound.select< SqlRecord >(
				`SELECT ${ messages.columns( 'm' ) } FROM text_messages m WHERE m.id = $1`,
				[ id ]
			);
			return record ? messages.read( record, 'm' ) : null;
		},
		async move( id, { from, to, code = null, now } ) {
			const places = from.map( ( _state, index ) => `$${ index + 5 }` );
			const moved = await bound.write(
				`UPDATE text_messages SET state = $1, code = $2, updated_at = $3 WHERE id = $4 AND state IN ( ${ places.join() } )`,
				[ to, code, toSqlInstant( dialect, now ), id, ...from ]
			);
			return moved === 1;
		},
		async keepSid( id, messageSid ) {
			await messages.update( { messageSid }, { id } );
		},
		async optOut( siteId, number, now ) {
			await optedOut.insertUnlessThere( { siteId, number, since: now } );
		},
		async hasOptedOut( siteId, number ) {
			const found = await bound.select(
				'SELECT 1 AS found FROM opted_out_numbers WHERE site_id = $1 AND number = $2',
				[ siteId, number ]
			);
			return found.length > 0;
		},
	};
}
