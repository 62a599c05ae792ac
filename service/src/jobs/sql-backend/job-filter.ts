import type { JobParameters } from 'agenda';

export interface JobFilter {
	id?: string;
	ids?: string[];
	name?: string;
	names?: string[];
	notNames?: string[];
	search?: string;
	includeDisabled?: boolean;
}

export interface Conditions {
	/** Joined by AND; null: nothing was asked for. */
	sql: string | null;
	replacements: Array< string | string[] >;
}

/** A list that is empty asks for nothing, as one that is absent: `removeJobs( {} )` and `removeJobs( { names: [] } )` touch no job. */
export function conditionsOf( filter: JobFilter ): Conditions {
	const sql: string[] = [];
	const replacements: Array< string | string[] > = [];
	const add = ( condition: string, value: string | string[] | undefined ) => {
		if ( value !== undefined && value.length > 0 ) {
			sql.push( condition );
			replacements.push( value );
		}
	};
	add( 'id = ?', filter.id );
	if ( ! filter.id ) {
		add( 'id IN ( ? )', filter.ids );
	}
	add( 'name = ?', filter.name );
	if ( ! filter.name ) {
		add( 'name IN ( ? )', filter.names );
		add(
			'name NOT IN ( ? )',
			filter.names?.length ? undefined : filter.notNames
		);
	}
	add(
		"LOWER( name ) LIKE ? ESCAPE '!'",
		filter.search &&
			`%${ filter.search.toLowerCase().replace( /[!%_]/g, '!$&' ) }%`
	);
	if ( filter.includeDisabled === false ) {
		sql.push( 'disabled = 0' );
	}
	return { sql: sql.length > 0 ? sql.join( ' AND ' ) : null, replacements };
}

/** Whether a job's data hold everything that is wanted; an object is looked into, anything else is compared whole. */
export function dataHolds(
	data: JobParameters[ 'data' ] | unknown,
	wanted: unknown
): boolean {
	if (
		typeof wanted === 'object' &&
		wanted !== null &&
		! Array.isArray( wanted )
	) {
		return (
			typeof data === 'object' &&
			data !== null &&
			Object.entries( wanted ).every( ( [ key, value ] ) =>
				dataHolds( Reflect.get( data, key ), value )
			)
		);
	}
	return JSON.stringify( data ) === JSON.stringify( wanted );
}
