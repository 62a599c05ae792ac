import { DataTypes, type ModelAttributes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';
import { addMissingIndexes } from './indexes.js';

const required = { allowNull: false };
const id = { type: DataTypes.UUID, primaryKey: true };
const uuid = { type: DataTypes.UUID, ...required };
const whole = { type: DataTypes.INTEGER, ...required };
const at = { type: instant, ...required };
const truth = {
	type: DataTypes.BOOLEAN,
	allowNull: false,
	defaultValue: false,
};

/** Defaults are what a row of before means: not booked, one address for nobody. */
const added: Record< string, ModelAttributes > = {
	callback_requests: {
		// The booked time; null: not booked.
		booked_for: { type: instant, allowNull: true },
		// Booked, and nobody of the team has hours then.
		uncovered: { ...truth },
		// It is called later than agreed: whoever is called hears an apology.
		called_late: { ...truth },
	},
	sites: {
		owner_email: { type: DataTypes.STRING( 254 ), allowNull: true },
		// JSON: a list of addresses.
		supervisor_emails: { type: DataTypes.TEXT, allowNull: true },
	},
};

const bookedIndex = 'callback_requests_booked_for';

export async function up( database: Database ): Promise< void > {
	await createTable(
		database,
		'bookings',
		{
			request_id: id,
			site_id: uuid,
			channel_id: uuid,
			number: { type: DataTypes.STRING( 20 ), ...required },
			starts_at: at,
			ends_at: at,
			// With the buffers: what its places are taken for.
			held_from: at,
			held_until: at,
			// Whether its places are taken.
			held: { ...truth },
			// Hours since 1970 while it is open; null afterwards. A number is booked once an hour: the row conflicts.
			open_hour: { type: DataTypes.INTEGER, allowNull: true },
			// Against which quotas it counts; null: against none any more.
			day: { type: DataTypes.STRING( 16, true ), allowNull: true },
			week: { type: DataTypes.STRING( 16, true ), allowNull: true },
			// How often it was moved or cancelled: SEQUENCE of RFC 5545.
			sequence: whole,
			// Base64url: what its link is derived from, with the site's secret.
			salt: { type: DataTypes.STRING( 32, true ), ...required },
			// The time for which somebody was told that nobody is there; null: nobody was.
			warned_for: { type: instant, allowNull: true },
		},
		[
			{ name: 'bookings_time', fields: [ 'channel_id', 'starts_at' ] },
			{ name: 'bookings_site', fields: [ 'site_id', 'starts_at' ] },
			{ name: 'bookings_held', fields: [ 'held' ] },
			{ name: 'bookings_open', fields: [ 'number', 'open_hour' ] },
			{
				name: 'bookings_number',
				fields: [ 'site_id', 'number', 'open_hour' ],
				unique: true,
			},
		]
	);
	await createTable(
		database,
		'booking_places',
		{
			// One row is one place of a channel for one minute; two who want the same row conflict (docs/adr/0005-seats.md).
			channel_id: { type: DataTypes.UUID, primaryKey: true },
			// Minutes since 1970.
			cell: { type: DataTypes.INTEGER, primaryKey: true },
			// From 1.
			place: { type: DataTypes.INTEGER, primaryKey: true },
			request_id: uuid,
		},
		[ { name: 'booking_places_request', fields: [ 'request_id' ] } ]
	);
	await createTable( database, 'booking_quotas', {
		channel_id: { type: DataTypes.UUID, primaryKey: true },
		// A date ("2026-12-01") or an ISO week ("2026-W49") of the site's clock.
		period: { type: DataTypes.STRING( 16, true ), primaryKey: true },
		taken: whole,
	} );
	await createTable(
		database,
		'booking_links',
		{
			// Hex SHA-256 of the link's token: who reads the table cannot change a booking.
			token_hash: {
				type: DataTypes.CHAR( 64, true ),
				primaryKey: true,
			},
			site_id: uuid,
			request_id: uuid,
		},
		[ { name: 'booking_links_request', fields: [ 'request_id' ] } ]
	);
	const queryInterface = database.sequelize.getQueryInterface();
	for ( const [ table, columns ] of Object.entries( added ) ) {
		// MySQL commits each statement by itself: one that was interrupted goes on where it stood.
		const present = await queryInterface.describeTable( table );
		for ( const [ name, column ] of Object.entries( columns ) ) {
			if ( ! ( name in present ) ) {
				await queryInterface.addColumn( table, name, {
					...( column as { type: string } ),
				} );
			}
		}
	}
	await addMissingIndexes( database, 'callback_requests', [
		{ name: bookedIndex, fields: [ 'site_id', 'state', 'due_at' ] },
	] );
}

export async function down( { sequelize }: Database ): Promise< void > {
	const queryInterface = sequelize.getQueryInterface();
	await queryInterface.removeIndex( 'callback_requests', bookedIndex );
	for ( const [ table, columns ] of Object.entries( added ) ) {
		for ( const name of Object.keys( columns ) ) {
			await sequelize.query(
				`ALTER TABLE ${ table } DROP COLUMN ${ name }`
			);
		}
	}
	for ( const table of [
		'booking_links',
		'booking_quotas',
		'booking_places',
		'bookings',
	] ) {
		await queryInterface.dropTable( table );
	}
}
