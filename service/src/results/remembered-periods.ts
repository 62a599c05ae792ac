import { LRUCache } from 'lru-cache';
import type { Cell } from './domain/roll-up.js';
import type { BuiltMonth, Place, ResultStore } from './result-store.js';

/** Some twenty megabytes; the month that was asked for longest ago is forgotten first. */
const mostCells = 20_000;

/** What months were added up to, each read once as long as none of its days is added up anew: then its revision is another. */
export class RememberedMonths {
	private readonly months = new LRUCache< string, readonly Cell[] >( {
		maxSize: mostCells,
		sizeCalculation: ( cells ) => Math.max( 1, cells.length ),
	} );

	constructor(
		private readonly store: Pick< ResultStore, 'cellsByMonth' >
	) {}

	/** Of each of these months, in their order. */
	async cells(
		place: Place,
		months: readonly BuiltMonth[]
	): Promise< Array< readonly Cell[] > > {
		const known = new Map(
			months.map( ( { month, revision } ) => [
				month,
				this.months.get( nameOf( place, { month, revision } ) ),
			] )
		);
		const missing = months.filter( ( { month } ) => ! known.get( month ) );
		const [ first, last ] = [ missing[ 0 ], missing.at( -1 ) ];
		if ( first && last ) {
			const read = await this.store.cellsByMonth( place, {
				first: first.month,
				last: last.month,
			} );
			for ( const one of missing ) {
				const cells = read.get( one.month ) ?? [];
				known.set( one.month, cells );
				this.months.set( nameOf( place, one ), cells );
			}
		}
		return months.map( ( { month } ) => known.get( month ) ?? [] );
	}
}

function nameOf(
	{ siteId, scope, dimension }: Place,
	{ month, revision }: BuiltMonth
): string {
	return [ siteId, scope, dimension, month, revision ].join( ' ' );
}
