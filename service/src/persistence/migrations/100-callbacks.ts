import { DataTypes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';

const required = { allowNull: false };
const id = { type: DataTypes.UUID, primaryKey: true };
const uuid = { type: DataTypes.UUID, ...required };
const number = { type: DataTypes.STRING( 20 ), ...required };
const whole = { type: DataTypes.INTEGER, ...required };
const at = { type: instant, ...required };
const perhapsAt = { type: instant, allowNull: true };
const perhaps = ( length: number ) => ( {
	type: DataTypes.STRING( length ),
	allowNull: true,
} );
const word = ( length: number ) => ( {
	type: DataTypes.STRING( length ),
	...required,
} );

export async function up( database: Database ): Promise< void > {
	await createTable(
		database,
		'callback_requests',
		{
			id,
			site_id: uuid,
			channel_id: uuid,
			request_key: uuid,
			version: whole,
			state: word( 20 ),
			failure_reason: perhaps( 40 ),
			held_back_by: perhaps( 40 ),
			number,
			name: perhaps( 80 ),
			language: word( 2 ),
			time_zone: perhaps( 64 ),
			page_url: { type: DataTypes.TEXT, allowNull: true },
			page_title: perhaps( 300 ),
			consent_text: { type: DataTypes.TEXT, allowNull: true },
			consent_at: perhapsAt,
			// Hex SHA-256 of site, address and number: finds the second sending of a page without JavaScript.
			visitor_digest: { type: DataTypes.CHAR( 64 ), ...required },
			// JSON: dial order, ring times, longest conversation, as settled when the request was accepted.
			plan: { type: DataTypes.TEXT, ...required },
			requested_at: at,
			created_at: at,
			updated_at: at,
			expires_at: at,
			ended_at: perhapsAt,
			// When to look again if nothing is heard; null: request and calls are over.
			check_at: perhapsAt,
			talk_seconds: whole,
		},
		[
			{
				name: 'callback_requests_key',
				fields: [ 'site_id', 'request_key' ],
				unique: true,
			},
			{
				name: 'callback_requests_newest',
				fields: [ 'site_id', 'created_at', 'id' ],
			},
			{
				name: 'callback_requests_waiting',
				fields: [ 'site_id', 'channel_id', 'state', 'created_at' ],
			},
			{
				name: 'callback_requests_visitor',
				fields: [ 'visitor_digest', 'created_at' ],
			},
			{ name: 'callback_requests_check_at', fields: [ 'check_at' ] },
		]
	);
	await createTable(
		database,
		'attempts',
		{
			id,
			site_id: uuid,
			request_id: uuid,
			ordinal: whole,
			started_at: at,
			joined_at: perhapsAt,
			ended_at: perhapsAt,
			talk_seconds: whole,
			hung_up_first: perhaps( 10 ),
			hung_up_sure: { type: DataTypes.BOOLEAN, ...required },
		},
		[
			{
				name: 'attempts_ordinal',
				fields: [ 'request_id', 'ordinal' ],
				unique: true,
			},
		]
	);
	await createTable(
		database,
		'legs',
		{
			id,
			site_id: uuid,
			request_id: uuid,
			attempt_id: uuid,
			position: whole,
			party: word( 10 ),
			number,
			caller_id: number,
			state: word( 10 ),
			call_sid: perhaps( 64 ),
			refusals: whole,
			not_before: perhapsAt,
			dialed_at: perhapsAt,
			accepted_at: perhapsAt,
			ringing_at: perhapsAt,
			answered_at: perhapsAt,
			confirmed_at: perhapsAt,
			in_room: { type: DataTypes.BOOLEAN, ...required },
			asks: whole,
			asked_at: perhapsAt,
			ended_at: perhapsAt,
			end_reason: perhaps( 20 ),
		},
		[
			{
				name: 'legs_position',
				fields: [ 'attempt_id', 'position' ],
				unique: true,
			},
			{ name: 'legs_request', fields: [ 'request_id' ] },
			// One call belongs to one leg, for ever.
			{ name: 'legs_call_sid', fields: [ 'call_sid' ], unique: true },
		]
	);
	await createTable(
		database,
		'request_events',
		{
			// Append-only: the version of the request that the event led to, and its place among those of one decision.
			request_id: { type: DataTypes.UUID, primaryKey: true },
			version: { type: DataTypes.INTEGER, primaryKey: true },
			position: { type: DataTypes.INTEGER, primaryKey: true },
			site_id: uuid,
			at,
			recorded_at: at,
			type: word( 30 ),
			party: perhaps( 10 ),
			data: { type: DataTypes.TEXT, ...required },
		},
		[
			{
				name: 'request_events_site',
				fields: [ 'site_id', 'recorded_at' ],
			},
		]
	);
	await createTable( database, 'open_numbers', {
		// At most one request in flight for a visitor's number: the row conflicts.
		site_id: { type: DataTypes.UUID, primaryKey: true },
		number: { type: DataTypes.STRING( 20 ), primaryKey: true },
		request_id: uuid,
	} );
}

export async function down( database: Database ): Promise< void > {
	const queryInterface = database.sequelize.getQueryInterface();
	for ( const table of [
		'open_numbers',
		'request_events',
		'legs',
		'attempts',
		'callback_requests',
	] ) {
		await queryInterface.dropTable( table );
	}
}
