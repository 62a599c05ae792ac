import { DataTypes, type ModelAttributes } from 'sequelize';
import type { Database } from '../database.js';
import { instant } from '../instant.js';
import { createTable } from './create-table.js';
import { addMissingIndexes, type Index } from './indexes.js';

const required = { allowNull: false };
const uuid = { type: DataTypes.UUID, ...required };
const whole = { type: DataTypes.INTEGER, ...required };
const money = { type: DataTypes.BIGINT, allowNull: true };
const currency = { type: DataTypes.STRING( 3, true ), allowNull: true };
/** "2026-12-01" or "2026-12", of the site's clock. */
const date = { type: DataTypes.STRING( 10, true ), ...required };
const key = { ...required, primaryKey: true };

const price = {
	// Millionths of the currency's unit; null: not known.
	cost_micros: { ...money },
	currency: { ...currency },
};
const asked = {
	...price,
	// When the network is asked what it cost; null: it is known, or never will be.
	price_due_at: { type: instant, allowNull: true },
};

/** Defaults are what a row of before means: not counted yet, and nobody asks what it cost. */
const added: Record< string, ModelAttributes > = {
	callback_requests: {
		...price,
		// Whether the roll-ups have it as it is; each change of the row says no.
		in_results: {
			type: DataTypes.BOOLEAN,
			...required,
			defaultValue: false,
		},
	},
	legs: asked,
	text_messages: asked,
};

const indexes: Array< Index & { table: string } > = [
	{
		table: 'callback_requests',
		name: 'callback_requests_results',
		fields: [ 'in_results', 'site_id', 'created_at' ],
	},
	{ table: 'legs', name: 'legs_price_due', fields: [ 'price_due_at' ] },
	{
		table: 'text_messages',
		name: 'text_messages_price_due',
		fields: [ 'price_due_at' ],
	},
];

export async function up( database: Database ): Promise< void > {
	// SQLite has one text for every length.
	const long =
		database.dialect === 'mysql'
			? DataTypes.TEXT( 'medium' )
			: DataTypes.TEXT;
	for ( const [ table, period ] of [
		[ 'daily_results', 'day' ],
		[ 'monthly_results', 'month' ],
	] as const ) {
		await createTable(
			database,
			table,
			{
				site_id: { type: DataTypes.UUID, ...key },
				// A channel's id; '': every channel. See results/domain/roll-up.ts.
				scope: { type: DataTypes.STRING( 36, true ), ...key },
				dimension: { type: DataTypes.STRING( 8, true ), ...key },
				[ period ]: { ...date, primaryKey: true },
				// JSON: see results/domain/written-cells.ts.
				cells: { type: long, ...required },
			},
			[
				{
					name: `${ table }_${ period }`,
					fields: [ 'site_id', period ],
				},
			]
		);
	}
	await createTable( database, 'result_days', {
		site_id: { ...uuid, primaryKey: true },
		day: { ...date, primaryKey: true },
		// The zone by whose clock it was added up; '': not yet.
		time_zone: { type: DataTypes.STRING( 64, true ), ...required },
		// Who adds it up raises it by one: of two at the same time the second begins anew.
		revision: whole,
	} );
	await createTable( database, 'result_months', {
		site_id: { ...uuid, primaryKey: true },
		month: { ...date, primaryKey: true },
		// Raised by one with each of its days that is added up.
		revision: whole,
		// The revision of which monthly_results is the sum; 0: of none.
		built_revision: whole,
	} );
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
	for ( const { table, ...index } of indexes ) {
		await addMissingIndexes( database, table, [ index ] );
	}
}

export async function down( { sequelize }: Database ): Promise< void > {
	const queryInterface = sequelize.getQueryInterface();
	for ( const { table, name } of indexes ) {
		await queryInterface.removeIndex( table, name );
	}
	for ( const [ table, columns ] of Object.entries( added ) ) {
		for ( const name of Object.keys( columns ) ) {
			await sequelize.query(
				`ALTER TABLE ${ table } DROP COLUMN ${ name }`
			);
		}
	}
	for ( const table of [
		'result_months',
		'result_days',
		'monthly_results',
		'daily_results',
	] ) {
		await queryInterface.dropTable( table );
	}
}
