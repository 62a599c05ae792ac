import { DataTypes, type ModelAttributes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';

const required = { allowNull: false };
const uuid = { type: DataTypes.UUID, ...required };
const at = { type: instant, ...required };
const milli = { type: DataTypes.INTEGER, allowNull: true };
const currency = DataTypes.STRING( 3, true );

/** Null is what a site of before means: no limit, nobody watches the balance. */
const ofSites: ModelAttributes = {
	monthly_limit_milli: milli,
	low_balance_milli: milli,
	// When the network is next asked for the balance; null: at once.
	balance_due_at: { type: instant, allowNull: true },
};

export async function up( database: Database ): Promise< void > {
	await createTable( database, 'monthly_spending', {
		site_id: { ...uuid, primaryKey: true },
		// "2026-12", by the site's clock.
		month: {
			type: DataTypes.STRING( 7, true ),
			...required,
			primaryKey: true,
		},
		currency: { type: currency, ...required, primaryKey: true },
		// Millionths of the currency's unit.
		micros: { type: DataTypes.BIGINT, ...required },
	} );
	await createTable(
		database,
		'other_costs',
		{
			// The network's id of the call or the message.
			sid: { type: DataTypes.STRING( 40, true ), primaryKey: true },
			site_id: uuid,
			// What it was for: see costs/other-costs.ts.
			purpose: { type: DataTypes.STRING( 20, true ), ...required },
			charged: { type: DataTypes.STRING( 10, true ), ...required },
			// Since when it is over, or by when it certainly is.
			over_at: at,
			cost_micros: { type: DataTypes.BIGINT, allowNull: true },
			currency: { type: currency, allowNull: true },
			price_due_at: { type: instant, allowNull: true },
		},
		[
			{ name: 'other_costs_price_due', fields: [ 'price_due_at' ] },
			{ name: 'other_costs_over_at', fields: [ 'over_at' ] },
		]
	);
	await createTable(
		database,
		'channel_test_calls',
		{
			id: { type: DataTypes.UUID, primaryKey: true },
			site_id: uuid,
			channel_id: uuid,
			// E.164, forgotten with the row within a day.
			number: { type: DataTypes.STRING( 20, true ), ...required },
			state: { type: DataTypes.STRING( 10, true ), ...required },
			// The network's id; null: not known yet.
			call_sid: { type: DataTypes.STRING( 40, true ), allowNull: true },
			// Why it failed: a status of the call, or the network's error number.
			code: { type: DataTypes.STRING( 40, true ), allowNull: true },
			created_at: at,
			// When the network was last heard of it.
			heard_at: at,
		},
		[ { name: 'channel_test_calls_created', fields: [ 'created_at' ] } ]
	);
	const queryInterface = database.sequelize.getQueryInterface();
	// MySQL commits each statement by itself: one that was interrupted goes on where it stood.
	const present = await queryInterface.describeTable( 'sites' );
	for ( const [ name, column ] of Object.entries( ofSites ) ) {
		if ( ! ( name in present ) ) {
			await queryInterface.addColumn( 'sites', name, {
				...( column as { type: string } ),
			} );
		}
	}
}

export async function down( { sequelize }: Database ): Promise< void > {
	for ( const name of Object.keys( ofSites ) ) {
		await sequelize.query( `ALTER TABLE sites DROP COLUMN ${ name }` );
	}
	const queryInterface = sequelize.getQueryInterface();
	for ( const table of [
		'channel_test_calls',
		'other_costs',
		'monthly_spending',
	] ) {
		await queryInterface.dropTable( table );
	}
}
