import {
	countRequest,
	pathOf,
	type CountedRequest,
} from './counted-request.js';
import { grow, growingSums, type GrowingSums, type Sums } from './sums.js';

/** By what the requests of a day, or of a month, are told apart. */
export type Dimension = 'all' | 'channel' | 'page' | 'agent' | 'hour';

/** What those requests add up to that have this key. */
export interface Cell {
	/** '' of all; the channel's id; the page's path; the agent's id or ''; the hour, "0" to "23". */
	key: string;
	sums: Sums;
}

/** The cells of one dimension. */
export interface RollUp {
	/** The channel whose requests alone these are; '': of every channel. */
	scope: string;
	dimension: Dimension;
	cells: readonly Cell[];
}

/** What one request adds to the roll-ups of its day. */
export interface Addend {
	channelId: string;
	sums: Sums;
	/** Where it is counted, beside the cells of its channel and of all. */
	keys: ReadonlyArray< readonly [ dimension: Dimension, key: string ] >;
}

export function addendOf(
	request: CountedRequest,
	hourOf: ( instant: Date ) => number
): Addend {
	const { channelId, pageUrl, takenBy, createdAt } = request;
	return {
		channelId,
		sums: countRequest( request ),
		keys: [
			[ 'page', pathOf( pageUrl ) ],
			[ 'agent', takenBy === null ? '' : String( takenBy ) ],
			[ 'hour', String( hourOf( createdAt ) ) ],
		],
	};
}

/**
 * The roll-ups of a day. Each request is in one cell of each dimension, once among those of every channel and once among those of its
 * own, so that whatever is asked is in one roll-up a day.
 */
export function rollUp( addends: readonly Addend[] ): RollUp[] {
	const day = new Gathering();
	for ( const { channelId, sums, keys } of addends ) {
		day.of( '', 'all' ).add( '', sums );
		day.of( '', 'channel' ).add( channelId, sums );
		for ( const [ dimension, key ] of keys ) {
			day.of( '', dimension ).add( key, sums );
			day.of( channelId, dimension ).add( key, sums );
		}
	}
	return day.rollUps();
}

/** Roll-ups of several days as one of each kind. */
export function gathered( rollUps: readonly RollUp[] ): RollUp[] {
	const all = new Gathering();
	for ( const { scope, dimension, cells } of rollUps ) {
		all.of( scope, dimension ).addAll( cells );
	}
	return all.rollUps();
}

/** Cells of several days, one for each key. */
export function addedUp( days: ReadonlyArray< readonly Cell[] > ): Cell[] {
	const all = new CellsByKey();
	days.forEach( ( cells ) => all.addAll( cells ) );
	return all.cells();
}

class Gathering {
	private readonly scopes = new Map< string, Map< Dimension, CellsByKey > >();

	of( scope: string, dimension: Dimension ): CellsByKey {
		const dimensions = known( this.scopes, scope, () => new Map() );
		return known( dimensions, dimension, () => new CellsByKey() );
	}

	rollUps(): RollUp[] {
		return [ ...this.scopes ].flatMap( ( [ scope, dimensions ] ) =>
			[ ...dimensions ].map( ( [ dimension, byKey ] ) => ( {
				scope,
				dimension,
				cells: byKey.cells(),
			} ) )
		);
	}
}

class CellsByKey {
	private readonly sums = new Map< string, GrowingSums >();

	add( key: string, sums: Sums ): void {
		grow( known( this.sums, key, growingSums ), sums );
	}

	addAll( cells: readonly Cell[] ): void {
		for ( const { key, sums } of cells ) {
			this.add( key, sums );
		}
	}

	cells(): Cell[] {
		return [ ...this.sums ].map( ( [ key, sums ] ) => ( { key, sums } ) );
	}
}

/** What a map has for a key; made when it has nothing yet. */
function known< Key, Value >(
	map: Map< Key, Value >,
	key: Key,
	make: () => Value
): Value {
	const there = map.get( key );
	if ( there !== undefined ) {
		return there;
	}
	const made = make();
	map.set( key, made );
	return made;
}
