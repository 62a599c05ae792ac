import {
	DataTypes,
	type Model,
	type ModelAttributeColumnOptions,
	type ModelStatic,
} from 'sequelize';
import type { BoundValue } from './bound-sql.js';
import { isUniqueViolation, type Database } from './database.js';
import { fromSqlInstant, toSqlInstant } from './sql-instant.js';

/** The table of a model, by way of {@link Database.bound}. */
export interface Table< R extends object > extends RowReader< R > {
	insert: ( rows: readonly R[] ) => Promise< void >;
	/** False when a row with one of its keys is there already. */
	insertUnlessThere: ( row: R ) => Promise< boolean >;
	/** @return How many rows have all values of `where`. */
	update: ( changes: Partial< R >, where: Partial< R > ) => Promise< number >;
}

/** How rows of a table, or a part of their columns, are told from the records of a SELECT. */
export interface RowReader< R extends object > {
	/** What to SELECT of the table by that alias, so that `read` finds it. */
	columns: ( alias: string ) => string;
	/** Null when a LEFT JOIN found no row. */
	read: ( record: SqlRecord, alias: string ) => R | null;
}

export type SqlRecord = Record< string, unknown >;

interface Column {
	attribute: string;
	/** As SQL names it. */
	field: string;
	kind: 'instant' | 'truth' | 'plain';
}

export function tableOf< R extends object >(
	database: Database,
	model: ModelStatic< Model< R > >
): Table< R > {
	const { dialect, bound } = database;
	const columns = columnsOf( model );
	const fields = new Map(
		columns.map( ( { attribute, field } ) => [ attribute, field ] )
	);
	const insertInto = `INSERT INTO ${ model.tableName } ( ${ columns.map( ( { field } ) => field ).join() } ) VALUES `;

	const toSql = ( value: unknown ): BoundValue =>
		value instanceof Date
			? toSqlInstant( dialect, value )
			: ( ( value ?? null ) as BoundValue );

	const insert = async ( rows: readonly R[] ) => {
		if ( rows.length === 0 ) {
			return;
		}
		const values: BoundValue[] = [];
		const tuples = rows.map( ( row ) => {
			const places = columns.map( ( { attribute } ) => {
				values.push( toSql( Reflect.get( row, attribute ) ) );
				return `$${ values.length }`;
			} );
			return `( ${ places.join() } )`;
		} );
		await bound.write( insertInto + tuples.join(), values );
	};

	return {
		insert,

		async insertUnlessThere( row ) {
			try {
				await insert( [ row ] );
				return true;
			} catch ( error ) {
				// Both databases undo the one statement, and the transaction goes on.
				if ( isUniqueViolation( error ) ) {
					return false;
				}
				throw error;
			}
		},

		update( changes, where ) {
			const values: BoundValue[] = [];
			const equations = ( wanted: Partial< R > ) =>
				Object.entries( wanted ).map( ( [ attribute, value ] ) => {
					values.push( toSql( value ) );
					return `${ fields.get( attribute ) } = $${ values.length }`;
				} );
			return bound.write(
				`UPDATE ${ model.tableName } SET ${ equations( changes ).join() } WHERE ${ equations( where ).join( ' AND ' ) }`,
				values
			);
		},

		...rowReader< R >( columns ),
	};
}

/** Of a table of which many rows are read and few of its columns are needed. */
export function partOf< R extends object, Attribute extends keyof R & string >(
	model: ModelStatic< Model< R > >,
	attributes: readonly Attribute[]
): RowReader< Pick< R, Attribute > > {
	const wanted: ReadonlySet< string > = new Set( attributes );
	return rowReader(
		columnsOf( model ).filter( ( { attribute } ) =>
			wanted.has( attribute )
		)
	);
}

/** The first of the columns is null in no row. */
function rowReader< R extends object >(
	columns: readonly Column[]
): RowReader< R > {
	/** As the columns are named in a record, by alias: hundreds of rows have them in their lists. */
	const namesBy = new Map< string, string[] >();
	const namesOf = ( alias: string ): string[] => {
		const known = namesBy.get( alias );
		const names =
			known ?? columns.map( ( { field } ) => `${ alias }_${ field }` );
		namesBy.set( alias, names );
		return names;
	};
	return {
		columns( alias ) {
			const names = namesOf( alias );
			return columns
				.map(
					( { field }, index ) =>
						`${ alias }.${ field } AS ${ names[ index ] }`
				)
				.join();
		},

		read( record, alias ) {
			const names = namesOf( alias );
			const [ key = '' ] = names;
			if ( record[ key ] === null ) {
				return null;
			}
			const row: Record< string, unknown > = {};
			columns.forEach( ( { attribute, kind }, index ) => {
				row[ attribute ] = fromSql(
					record[ names[ index ] ?? '' ],
					kind
				);
			} );
			return row as R;
		},
	};
}

function columnsOf( model: ModelStatic< Model > ): Column[] {
	const attributes: Record< string, ModelAttributeColumnOptions > =
		model.getAttributes();
	return Object.entries( attributes ).map(
		( [ attribute, { field = attribute, type } ] ) => ( {
			attribute,
			field,
			kind: kindOf( type ),
		} )
	);
}

function kindOf( type: unknown ): Column[ 'kind' ] {
	if ( type instanceof DataTypes.DATE ) {
		return 'instant';
	}
	return type instanceof DataTypes.BOOLEAN ? 'truth' : 'plain';
}

function fromSql( value: unknown, kind: Column[ 'kind' ] ): unknown {
	switch ( kind ) {
		case 'instant':
			return fromSqlInstant( value as Date | string | null );
		case 'truth':
			return value === null ? null : Boolean( value );
		default:
			return value;
	}
}
