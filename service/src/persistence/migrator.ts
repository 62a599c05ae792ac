import { DataTypes, QueryTypes } from 'sequelize';
import { Umzug, type UmzugStorage } from 'umzug';
import type { Database } from './database.js';
import { withMigrationLock } from './migration-lock.js';
import type { Migration } from './migrations/index.js';

const table = 'rappel_migrations';

/** Brings the tables up to date, in one process at a time. */
export async function migrate(
	database: Database,
	migrations: Migration[]
): Promise< void > {
	if ( ( await pendingMigrations( database, migrations ) ).length === 0 ) {
		return;
	}
	await withMigrationLock( database, async () => {
		await umzug( database, migrations ).up();
	} );
}

/** Takes back every migration, the last one first. */
export async function migrateDown(
	database: Database,
	migrations: Migration[]
): Promise< void > {
	await withMigrationLock( database, async () => {
		await umzug( database, migrations ).down( { to: 0 } );
	} );
}

export async function pendingMigrations(
	database: Database,
	migrations: Migration[]
): Promise< string[] > {
	return ( await umzug( database, migrations ).pending() ).map(
		( { name } ) => name
	);
}

function umzug(
	database: Database,
	migrations: Migration[]
): Umzug< Database > {
	// SQLite undoes the tables of a migration that fails; MySQL commits each statement, see createTable.
	const atomically = ( work: () => Promise< void > ) =>
		database.dialect === 'sqlite' ? database.transaction( work ) : work();
	return new Umzug( {
		migrations: migrations.map( ( { name, up, down } ) => ( {
			name,
			up: () => atomically( () => up( database ) ),
			down: () => atomically( () => down( database ) ),
		} ) ),
		context: database,
		storage: storage( database ),
		logger: undefined,
	} );
}

function storage( database: Database ): UmzugStorage {
	const { sequelize } = database;
	return {
		async logMigration( { name } ) {
			await sequelize.query(
				`INSERT INTO ${ table } ( name ) VALUES ( ? )`,
				{ replacements: [ name ], type: QueryTypes.INSERT }
			);
		},
		async unlogMigration( { name } ) {
			await sequelize.query( `DELETE FROM ${ table } WHERE name = ?`, {
				replacements: [ name ],
				type: QueryTypes.DELETE,
			} );
		},
		async executed() {
			await sequelize.getQueryInterface().createTable( table, {
				name: { type: DataTypes.STRING( 100 ), primaryKey: true },
			} );
			const rows = await sequelize.query< { name: string } >(
				`SELECT name FROM ${ table } ORDER BY name`,
				{ type: QueryTypes.SELECT }
			);
			return rows.map( ( { name } ) => name );
		},
	};
}
