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

/**
 * The roll-ups of a day. Each request is in one cell of each dimension, once among those of every channel and once among those of its
 * own, so that whatever is asked is in one roll-up a day.
 */
export function rollUp(
	requests: readonly CountedRequest[],
	hourOf: ( instant: Date ) => number
): RollUp[] {
	const day = new Gathering();
	for ( const request of requests ) {
		const sums = countRequest( request );
		for ( const place of placesOf( request, hourOf ) ) {
			day.of( place ).add( place.key, sums );
		}
	}
	return day.rollUps();
}

/** Roll-ups of several days as one of each kind. */
export function gathered( rollUps: readonly RollUp[] ): RollUp[] {
	const all = new Gathering();
	for ( const rollUpOfDay of rollUps ) {
		all.of( rollUpOfDay ).addAll( rollUpOfDay.cells );
	}
	return all.rollUps();
}

/** Cells of several days, one for each key. */
export function addedUp( days: ReadonlyArray< readonly Cell[] > ): Cell[] {
	const all = new CellsByKey();
	days.forEach( ( cells ) => all.addAll( cells ) );
	return all.cells();
}

type Kind = Pick< RollUp, 'scope' | 'dimension' >;

class Gathering {
	private readonly kinds = new Map< string, Kind & { byKey: CellsByKey } >();

	of( { scope, dimension }: Kind ): CellsByKey {
		const name = `${ scope } ${ dimension }`;
		const known = this.kinds.get( name );
		if ( known ) {
			return known.byKey;
		}
		const byKey = new CellsByKey();
		this.kinds.set( name, { scope, dimension, byKey } );
		return byKey;
	}

	rollUps(): RollUp[] {
		return [ ...this.kinds.values() ].map( ( { byKey, ...kind } ) => ( {
			...kind,
			cells: byKey.cells(),
		} ) );
	}
}

class CellsByKey {
	private readonly sums = new Map< string, GrowingSums >();

	add( key: string, sums: Sums ): void {
		const known = this.sums.get( key );
		const total = known ?? growingSums();
		if ( ! known ) {
			this.sums.set( key, total );
		}
		grow( total, sums );
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

interface Place {
	scope: string;
	dimension: Dimension;
	key: string;
}

function placesOf(
	request: CountedRequest,
	hourOf: ( instant: Date ) => number
): Place[] {
	const { channelId, takenBy } = request;
	const keys = [
		{ dimension: 'page', key: pathOf( request.pageUrl ) },
		{ dimension: 'agent', key: takenBy === null ? '' : String( takenBy ) },
		{ dimension: 'hour', key: String( hourOf( request.createdAt ) ) },
	] as const;
	return [
		{ scope: '', dimension: 'all', key: '' },
		{ scope: '', dimension: 'channel', key: channelId },
		...[ '', channelId ].flatMap( ( scope ) =>
			keys.map( ( key ) => ( { scope, ...key } ) )
		),
	];
}
