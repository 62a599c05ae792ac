import { LRUCache } from 'lru-cache';
import type { Days } from './domain/local-days.js';
import type { Cell } from './domain/roll-up.js';
import type { Place } from './result-store.js';

/** A day or a month that was added up. */
export interface AddedUpPeriod {
	/** "2026-12-01" or "2026-12". */
	name: string;
	/** Another one as soon as it was added up anew. */
	revision: number;
}

/** Some twenty megabytes; the period that was asked for longest ago is forgotten first. */
const mostCells = 20_000;

/** What days, or months, were added up to: each is read once as long as it is not added up anew. */
export class RememberedPeriods {
	private readonly periods = new LRUCache< string, readonly Cell[] >( {
		maxSize: mostCells,
		sizeCalculation: ( cells ) => Math.max( 1, cells.length ),
	} );

	constructor(
		/** By name; one without requests is not there. */
		private readonly read: (
			place: Place,
			span: Days
		) => Promise< Map< string, readonly Cell[] > >
	) {}

	/** Of each of these periods, in their order. */
	async cells(
		place: Place,
		periods: readonly AddedUpPeriod[]
	): Promise< Array< readonly Cell[] > > {
		const known = new Map(
			periods.map( ( period ) => [
				period.name,
				this.periods.get( keyOf( place, period ) ),
			] )
		);
		const missing = periods.filter( ( { name } ) => ! known.get( name ) );
		const [ first, last ] = [ missing[ 0 ], missing.at( -1 ) ];
		if ( first && last ) {
			const read = await this.read( place, {
				first: first.name,
				last: last.name,
			} );
			for ( const period of missing ) {
				const cells = read.get( period.name ) ?? [];
				known.set( period.name, cells );
				this.periods.set( keyOf( place, period ), cells );
			}
		}
		return periods.map( ( { name } ) => known.get( name ) ?? [] );
	}
}

function keyOf(
	{ siteId, scope, dimension }: Place,
	{ name, revision }: AddedUpPeriod
): string {
	return [ siteId, scope, dimension, name, revision ].join( ' ' );
}
