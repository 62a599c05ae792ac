import type { BoundValue } from '../persistence/bound-sql.js';
import { isUniqueViolation, type Database } from '../persistence/database.js';
import { monthOf, type Days } from './domain/local-days.js';
import type { Cell, Dimension, RollUp } from './domain/roll-up.js';
import { readCells, writeCells } from './domain/written-cells.js';
import type { AddedUpPeriod } from './remembered-periods.js';

/** A day of a site that may have to be added up. */
export interface SiteDay {
	siteId: string;
	/** "2026-12-01", of the site's clock. */
	day: string;
}

export interface SiteMonth {
	siteId: string;
	/** "2026-12". */
	month: string;
}

export interface AddedUp extends SiteDay {
	timeZone: string;
	/** As it was read before the requests were. */
	revision: number;
	rollUps: readonly RollUp[];
	/** What was counted for the first time, or anew. */
	counted: ReadonlyArray< { id: string; version: number } >;
}

export interface Place {
	siteId: string;
	/** A channel's id; '': every channel. */
	scope: string;
	dimension: Dimension;
}

/** Roll-ups and what they are made of. Every statement names the site but those of sweeps. */
export interface ResultStore {
	/** How often the day was added up; 0: never. */
	revisionOf: ( day: SiteDay ) => Promise< number >;
	/** Keeps what a day adds up to. False, and nothing is kept: somebody else did meanwhile. */
	keepDay: ( addedUp: AddedUp ) => Promise< boolean >;
	/** The days that were added up by another clock than that of this zone. */
	daysOfOtherZones: (
		siteId: string,
		timeZone: string,
		days?: Days
	) => Promise< Set< string > >;
	/** Sites that have days which were added up by another clock than theirs is now. */
	sitesOfOtherZones: () => Promise< string[] >;
	/** Months before this one of which a day was added up since they were. */
	monthsBehind: (
		before: string,
		limit: number
	) => Promise< Array< SiteMonth & { revision: number } > >;
	/** Keeps what the days of a month add up to, unless one of them was added up since this revision. */
	keepMonth: (
		month: SiteMonth & { revision: number },
		rollUps: readonly RollUp[]
	) => Promise< void >;
	/** Those of a span of months that are what their days are, in order. */
	addedUpMonths: (
		siteId: string,
		months: Days
	) => Promise< AddedUpPeriod[] >;
	/** Those of a span of days that were added up, in order. */
	addedUpDays: ( siteId: string, days: Days ) => Promise< AddedUpPeriod[] >;
	/** All roll-ups of these days. */
	rollUpsOf: ( siteId: string, days: Days ) => Promise< RollUp[] >;
	/** By day; one without requests is not there. */
	cellsByDay: (
		place: Place,
		days: Days
	) => Promise< Map< string, Cell[] > >;
	/** The same by month, "2026-11". */
	cellsByMonth: (
		place: Place,
		months: Days
	) => Promise< Map< string, Cell[] > >;
}

/** So many rows in one statement. */
const rowsAtOnce = 200;
const always: Days = { first: '', last: '9' };

export function createResultStore( database: Database ): ResultStore {
	const { bound } = database;

	const insertOnce = async ( sql: string, values: readonly BoundValue[] ) => {
		try {
			await bound.write( sql, values );
		} catch ( error ) {
			if ( ! isUniqueViolation( error ) ) {
				throw error;
			}
		}
	};

	/** A day that was never added up, and perhaps its month, get their rows. */
	const begin = async (
		siteId: string,
		{ day, month }: { day: string; month: string }
	) => {
		await insertOnce(
			'INSERT INTO result_months ( site_id, month, revision, built_revision ) VALUES ( $1, $2, 0, 0 )',
			[ siteId, month ]
		);
		await insertOnce(
			`INSERT INTO result_days ( site_id, day, time_zone, revision ) VALUES ( $1, $2, '', 0 )`,
			[ siteId, day ]
		);
	};

	const replace = async (
		table: 'daily_results' | 'monthly_results',
		{ siteId, period }: { siteId: string; period: string },
		rollUps: readonly RollUp[]
	) => {
		const column = periodOf[ table ];
		await bound.write(
			`DELETE FROM ${ table } WHERE site_id = $1 AND ${ column } = $2`,
			[ siteId, period ]
		);
		for ( const some of inParts( rollUps ) ) {
			await bound.write(
				`INSERT INTO ${ table } ( site_id, scope, dimension, ${ column }, cells ) VALUES ${ tuples( some.length, 5 ) }`,
				some.flatMap( ( { scope, dimension, cells } ) => [
					siteId,
					scope,
					dimension,
					period,
					writeCells( cells ),
				] )
			);
		}
	};

	/** By version: one that changed since it was read has to be counted again. */
	const markCounted = async ( counted: AddedUp[ 'counted' ] ) => {
		for ( const some of inParts( counted ) ) {
			const values: BoundValue[] = [];
			const conditions = some.map( ( { id, version } ) => {
				values.push( id, version );
				return `( id = $${ values.length - 1 } AND version = $${ values.length } )`;
			} );
			await bound.write(
				`UPDATE callback_requests SET in_results = 1 WHERE ${ conditions.join( ' OR ' ) }`,
				values
			);
		}
	};

	const cellsBy = async (
		table: 'daily_results' | 'monthly_results',
		{ siteId, scope, dimension }: Place,
		{ first, last }: Days
	) => {
		const column = periodOf[ table ];
		const rows = await bound.select< { period: string; cells: string } >(
			`SELECT ${ column } AS period, cells FROM ${ table }
				WHERE site_id = $1 AND scope = $2 AND dimension = $3 AND ${ column } >= $4 AND ${ column } <= $5`,
			[ siteId, scope, dimension, first, last ]
		);
		return new Map(
			rows.map( ( { period, cells } ) => [ period, readCells( cells ) ] )
		);
	};

	return {
		async revisionOf( { siteId, day } ) {
			const [ row ] = await bound.select< { revision: number } >(
				'SELECT revision FROM result_days WHERE site_id = $1 AND day = $2',
				[ siteId, day ]
			);
			return row?.revision ?? 0;
		},

		async keepDay( { siteId, day, timeZone, revision, ...addedUp } ) {
			const month = monthOf( day );
			if ( revision === 0 ) {
				await begin( siteId, { day, month } );
			}
			return database.transaction( async () => {
				const mine = await bound.write(
					'UPDATE result_days SET revision = revision + 1, time_zone = $1 WHERE site_id = $2 AND day = $3 AND revision = $4',
					[ timeZone, siteId, day, revision ]
				);
				if ( mine !== 1 ) {
					return false;
				}
				await bound.write(
					'UPDATE result_months SET revision = revision + 1 WHERE site_id = $1 AND month = $2',
					[ siteId, month ]
				);
				await replace(
					'daily_results',
					{ siteId, period: day },
					addedUp.rollUps
				);
				// Last, and in one order: these rows are those of calls that may be going on.
				await markCounted(
					addedUp.counted.toSorted( ( a, b ) =>
						a.id < b.id ? -1 : 1
					)
				);
				return true;
			} );
		},

		async daysOfOtherZones( siteId, timeZone, { first, last } = always ) {
			const rows = await bound.select< { day: string } >(
				'SELECT day FROM result_days WHERE site_id = $1 AND day >= $2 AND day <= $3 AND time_zone <> $4',
				[ siteId, first, last, timeZone ]
			);
			return new Set( rows.map( ( { day } ) => day ) );
		},

		async sitesOfOtherZones() {
			const rows = await bound.select< { siteId: string } >(
				`SELECT DISTINCT d.site_id AS siteId FROM result_days d JOIN sites s ON s.id = d.site_id
					WHERE d.time_zone <> s.time_zone`,
				[]
			);
			return rows.map( ( { siteId } ) => siteId );
		},

		monthsBehind: ( before, limit ) =>
			bound.select(
				`SELECT site_id AS siteId, month, revision FROM result_months
					WHERE built_revision <> revision AND month < $1 ORDER BY site_id, month LIMIT ${ limit }`,
				[ before ]
			),

		keepMonth: ( { siteId, month, revision }, rollUps ) =>
			database.transaction( async () => {
				const unchanged = await bound.write(
					'UPDATE result_months SET built_revision = $1 WHERE site_id = $2 AND month = $3 AND revision = $4',
					[ revision, siteId, month, revision ]
				);
				if ( unchanged === 1 ) {
					await replace(
						'monthly_results',
						{ siteId, period: month },
						rollUps
					);
				}
			} ),

		addedUpMonths: ( siteId, { first, last } ) =>
			bound.select(
				`SELECT month AS name, revision FROM result_months
					WHERE site_id = $1 AND month >= $2 AND month <= $3 AND built_revision = revision ORDER BY month`,
				[ siteId, first, last ]
			),

		addedUpDays: ( siteId, { first, last } ) =>
			bound.select(
				`SELECT day AS name, revision FROM result_days
					WHERE site_id = $1 AND day >= $2 AND day <= $3 ORDER BY day`,
				[ siteId, first, last ]
			),

		async rollUpsOf( siteId, { first, last } ) {
			const rows = await bound.select<
				Omit< RollUp, 'cells' > & { cells: string }
			>(
				'SELECT scope, dimension, cells FROM daily_results WHERE site_id = $1 AND day >= $2 AND day <= $3',
				[ siteId, first, last ]
			);
			return rows.map( ( { cells, ...row } ) => ( {
				...row,
				cells: readCells( cells ),
			} ) );
		},

		cellsByDay: ( place, days ) => cellsBy( 'daily_results', place, days ),
		cellsByMonth: ( place, months ) =>
			cellsBy( 'monthly_results', place, months ),
	};
}

const periodOf = { daily_results: 'day', monthly_results: 'month' } as const;

function inParts< T >( all: readonly T[] ): T[][] {
	const parts: T[][] = [];
	for ( let at = 0; at < all.length; at += rowsAtOnce ) {
		parts.push( all.slice( at, at + rowsAtOnce ) );
	}
	return parts;
}

/** "( $1,$2 ),( $3,$4 )" */
function tuples( rows: number, columns: number ): string {
	return Array.from( { length: rows }, ( _row, row ) => {
		const places = Array.from(
			{ length: columns },
			( _column, column ) => `$${ row * columns + column + 1 }`
		);
		return `( ${ places.join() } )`;
	} ).join();
}
