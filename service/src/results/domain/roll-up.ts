import {
	countRequest,
	pathOf,
	type CountedRequest,
} from './counted-request.js';
import { sumOf, type Sums } from './sums.js';

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
	return gathered(
		requests.flatMap( ( request ) => {
			const sums = countRequest( request );
			return placesOf( request, hourOf ).map(
				( { scope, dimension, key } ) => ( {
					scope,
					dimension,
					cells: [ { key, sums } ],
				} )
			);
		} )
	);
}

/** Roll-ups of several days as one of each kind. */
export function gathered( rollUps: readonly RollUp[] ): RollUp[] {
	const kinds = new Map< string, RollUp[] >();
	for ( const one of rollUps ) {
		add( kinds, `${ one.scope } ${ one.dimension }`, one );
	}
	return [ ...kinds.values() ].flatMap( ( ofKind ) => {
		const [ first ] = ofKind;
		return first
			? [
					{
						...first,
						cells: addedUp( ofKind.map( ( { cells } ) => cells ) ),
					},
				]
			: [];
	} );
}

/** Cells of several days, one for each key. */
export function addedUp( days: ReadonlyArray< readonly Cell[] > ): Cell[] {
	const byKey = new Map< string, Sums[] >();
	for ( const cells of days ) {
		for ( const { key, sums } of cells ) {
			add( byKey, key, sums );
		}
	}
	return [ ...byKey ].map( ( [ key, all ] ) => ( {
		key,
		sums: sumOf( all ),
	} ) );
}

function add< T >( lists: Map< string, T[] >, name: string, one: T ): void {
	const list = lists.get( name );
	if ( list ) {
		list.push( one );
	} else {
		lists.set( name, [ one ] );
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
