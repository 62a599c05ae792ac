import type { LiveAgent, LiveRequest } from '@rappel/contract';

/** What is shown of a site at an instant, before it is said who sees what. */
export interface Look {
	/** The oldest first. */
	requests: readonly LiveRequest[];
	/** By name. */
	agents: readonly LiveAgent[];
}

/** One thing that is not as it was; null: it was not there, or is there no more. */
export interface Change< T > {
	before: T | null;
	after: T | null;
}

export interface Changes {
	requests: ReadonlyArray< Change< LiveRequest > >;
	agents: ReadonlyArray< Change< LiveAgent > >;
}

/** What is not in the second look as it was in the first. What looks the same has not changed, whatever object it is. */
export function changesBetween( before: Look, after: Look ): Changes {
	return {
		requests: difference(
			before.requests,
			after.requests,
			( { id } ) => id
		),
		agents: difference(
			before.agents,
			after.agents,
			( { userId } ) => userId
		),
	};
}

function difference< T extends object >(
	before: readonly T[],
	after: readonly T[],
	keyOf: ( one: T ) => string | number
): Array< Change< T > > {
	const old = new Map( before.map( ( one ) => [ keyOf( one ), one ] ) );
	const changes: Array< Change< T > > = [];
	for ( const one of after ) {
		const known = old.get( keyOf( one ) ) ?? null;
		old.delete( keyOf( one ) );
		if ( known === null || ! isSame( known, one ) ) {
			changes.push( { before: known, after: one } );
		}
	}
	for ( const one of old.values() ) {
		changes.push( { before: one, after: null } );
	}
	return changes;
}

/** Both are made in one place, so their keys stand in one order. */
function isSame( a: object, b: object ): boolean {
	return a === b || JSON.stringify( a ) === JSON.stringify( b );
}
