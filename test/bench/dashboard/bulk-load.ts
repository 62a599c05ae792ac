import type { Database } from '../../../service/src/persistence/database.js';

interface IndexColumn {
	name: string;
	column: string;
	isUnique: number;
}

/**
 * Copies rows of a table many times over, with other values in some of its columns. Indexes are dropped before and built
 * afterwards: sorted, which is many times as fast.
 */
export class BulkLoad {
	constructor( private readonly database: Database ) {}

	/** The whole work without the indexes of these tables. */
	async withoutIndexes(
		tables: readonly string[],
		work: () => Promise< void >
	): Promise< void > {
		const indexes = new Map< string, string[] >();
		for ( const table of tables ) {
			const definitions = await this.indexesOf( table );
			indexes.set( table, [ ...definitions.values() ] );
			await this.alter(
				table,
				[ ...definitions.keys() ].map(
					( name ) => `DROP INDEX ${ name }`
				)
			);
		}
		await work();
		for ( const [ table, definitions ] of indexes ) {
			await this.alter(
				table,
				definitions.map( ( definition ) => `ADD ${ definition }` )
			);
			await this.database.sequelize.query( `ANALYZE TABLE ${ table }` );
		}
	}

	/**
	 * @param table
	 * @param values SQL by column; what is not named stays as it is in the row `t` that is copied.
	 * @param from   FROM clause with that row as `t`.
	 */
	async copy(
		table: string,
		values: Record< string, string >,
		from: string
	): Promise< void > {
		const columns = await this.columnsOf( table );
		const unknown = Object.keys( values ).filter(
			( column ) => ! columns.includes( column )
		);
		if ( unknown.length > 0 ) {
			throw new Error( `${ table } has no ${ unknown.join() }` );
		}
		await this.database.sequelize.query(
			`INSERT INTO ${ table } ( ${ columns.map( quoted ).join() } )
				SELECT ${ columns.map( ( column ) => values[ column ] ?? `t.${ quoted( column ) }` ).join() } FROM ${ from }`
		);
	}

	private async columnsOf( table: string ): Promise< string[] > {
		const rows = await this.database.bound.select< { name: string } >(
			'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = $1',
			[ table ]
		);
		return rows.map( ( { name } ) => name );
	}

	/** By name, each as ALTER TABLE adds it; not the primary key. */
	private async indexesOf( table: string ): Promise< Map< string, string > > {
		const rows = await this.database.bound.select< IndexColumn >(
			`SELECT index_name AS name, column_name AS \`column\`, non_unique = 0 AS isUnique FROM information_schema.statistics
				WHERE table_schema = DATABASE() AND table_name = $1 AND index_name <> 'PRIMARY'
				ORDER BY index_name, seq_in_index`,
			[ table ]
		);
		const names = [ ...new Set( rows.map( ( { name } ) => name ) ) ];
		return new Map(
			names.map( ( name ) => {
				const own = rows.filter( ( row ) => row.name === name );
				const kind = own[ 0 ]?.isUnique ? 'UNIQUE INDEX' : 'INDEX';
				return [
					name,
					`${ kind } ${ name } ( ${ own.map( ( { column } ) => quoted( column ) ).join() } )`,
				];
			} )
		);
	}

	private async alter( table: string, changes: string[] ): Promise< void > {
		if ( changes.length > 0 ) {
			await this.database.sequelize.query(
				`ALTER TABLE ${ table } ${ changes.join() }`
			);
		}
	}
}

const quoted = ( name: string ) => `\`${ name }\``;
