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
	/** False when the request has a message of this kind and occasion already. */
	add: ( message: TextMessage ) => Promise< boolean >;
	find: ( id: string ) => Promise< TextMessage | null >;
	/** False when the message was in none of the states. */
	move: ( id: string, move: Move ) => Promise< boolean >;
	/** `pending` becomes `sending`, with these words. False when it was not pending. */
	beginSending: ( id: string, text: string, now: Date ) => Promise< boolean >;
	/** The network's id of a message, whatever became of it meanwhile, and when it is asked what the message cost. */
	keepSid: (
		id: string,
		messageSid: string,
		priceDueAt: Date
	) => Promise< void >;
	/** Of a request, the oldest first. */
	ofRequest: (
		siteId: string,
		requestId: string
	) => Promise< TextMessage[] >;
	/** The newest from this sender to this number that reached the network. */
	latestTo: ( to: string, from: string ) => Promise< TextMessage | null >;
	/** Every site that wrote to this number from this sender. */
	sitesThatWrote: ( to: string, from: string ) => Promise< string[] >;
}

export function createTextMessageStore( database: Database ): TextMessageStore {
	const { bound, dialect } = database;
	const messages = tableOf( database, textMessageModel( database ) );

	const select = async (
		rest: string,
		values: readonly string[]
	): Promise< TextMessage[] > => {
		const records = await bound.select< SqlRecord >(
			`SELECT ${ messages.columns( 'm' ) } FROM text_messages m ${ rest }`,
			values
		);
		return records.flatMap( ( record ) => {
			const message = messages.read( record, 'm' );
			return message ? [ message ] : [];
		} );
	};

	return {
		add: messages.insertUnlessThere,
		async find( id ) {
			const [ message ] = await select( 'WHERE m.id = $1', [ id ] );
			return message ?? null;
		},
		async move( id, { from, to, code = null, now } ) {
			const places = from.map( ( _state, index ) => `$${ index + 5 }` );
			const moved = await bound.write(
				`UPDATE text_messages SET state = $1, code = $2, updated_at = $3 WHERE id = $4 AND state IN ( ${ places.join() } )`,
				[ to, code, toSqlInstant( dialect, now ), id, ...from ]
			);
			return moved === 1;
		},
		async beginSending( id, text, now ) {
			const at = toSqlInstant( dialect, now );
			const moved = await bound.write(
				`UPDATE text_messages SET state = 'sending', text = $1, code = NULL, updated_at = $2, sent_at = $3 WHERE id = $4 AND state = 'pending'`,
				[ text, at, at, id ]
			);
			return moved === 1;
		},
		async keepSid( id, messageSid, priceDueAt ) {
			await bound.write(
				'UPDATE text_messages SET message_sid = $1, price_due_at = $2 WHERE id = $3',
				[ messageSid, toSqlInstant( dialect, priceDueAt ), id ]
			);
		},
		ofRequest: ( siteId, requestId ) =>
			select(
				'WHERE m.site_id = $1 AND m.request_id = $2 ORDER BY m.created_at, m.id',
				[ siteId, requestId ]
			),
		async latestTo( to, from ) {
			const [ message ] = await select(
				'WHERE m.to_number = $1 AND m.from_number = $2 AND m.sent_at IS NOT NULL ORDER BY m.created_at DESC, m.id DESC LIMIT 1',
				[ to, from ]
			);
			return message ?? null;
		},
		async sitesThatWrote( to, from ) {
			const found = await bound.select< { siteId: string } >(
				'SELECT DISTINCT m.site_id AS siteId FROM text_messages m WHERE m.to_number = $1 AND m.from_number = $2',
				[ to, from ]
			);
			return found.map( ( { siteId } ) => siteId );
		},
	};
}

function textMessageModel( { sequelize }: Database ) {
	const number = ( field: string ) => ( {
		type: DataTypes.STRING( 16 ),
		field,
	} );
	const id = ( field: string ) => ( { type: DataTypes.UUID, field } );
	const at = ( field: string ) => ( { type: instant, field } );
	return sequelize.define< Model< TextMessage > >(
		'TextMessage',
		{
			id: { type: DataTypes.UUID, primaryKey: true },
			siteId: id( 'site_id' ),
			channelId: id( 'channel_id' ),
			requestId: id( 'request_id' ),
			kind: DataTypes.STRING( 20 ),
			occasion: DataTypes.STRING( 64 ),
			startsAt: at( 'starts_at' ),
			toNumber: number( 'to_number' ),
			fromNumber: number( 'from_number' ),
			text: DataTypes.TEXT,
			state: DataTypes.STRING( 12 ),
			code: DataTypes.STRING( 40 ),
			messageSid: { type: DataTypes.STRING( 64 ), field: 'message_sid' },
			createdAt: at( 'created_at' ),
			updatedAt: at( 'updated_at' ),
			sentAt: at( 'sent_at' ),
		},
		{ tableName: 'text_messages', timestamps: false }
	);
}
