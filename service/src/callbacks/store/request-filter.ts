import type { RequestFilter } from '@rappel/contract';
import type { BoundValue } from '../../persistence/bound-sql.js';
import type { Database } from '../../persistence/database.js';
import { toSqlInstant } from '../../persistence/sql-instant.js';

/** What is asked for, with its days as instants and its words as they are kept. */
export interface SoughtRequests extends Omit<
	RequestFilter,
	'from' | 'to' | 'search'
> {
	siteId: string;
	/** Made from then on, and before. */
	from: Date | null;
	until: Date | null;
	/** See soughtIn: each begins a word of the request. Null: nothing is searched; empty: nothing can be found. */
	words: readonly string[] | null;
}

/** A condition with a "?" for each of its values. */
export interface Condition {
	sql: string;
	values: readonly BoundValue[];
}

export function condition( sql: string, ...values: BoundValue[] ): Condition {
	return { sql, values };
}

export function allOf( conditions: readonly Condition[] ): Condition {
	return condition(
		conditions.map( ( { sql } ) => sql ).join( ' AND ' ),
		...conditions.flatMap( ( { values } ) => values )
	);
}

/** True where all conditions of one of the branches are. */
export function anyOf( branches: readonly Condition[][] ): Condition {
	const all = branches.map( allOf );
	return condition(
		`( ${ all.map( ( { sql } ) => sql ).join( ' OR ' ) } )`,
		...all.flatMap( ( { values } ) => values )
	);
}

/** As the bound statements have it: "$1", "$2", … */
export function numbered( sql: string ): string {
	let position = 0;
	return sql.replace( /\?/g, () => `$${ ++position }` );
}

/**
 * The conditions of a filter, as the lists whose union it is: each can be read in order from one index (migration 185), where an OR
 * would have the whole table read. One request may be in two of them.
 */
export function branchesOf(
	{ dialect }: Pick< Database, 'dialect' >,
	sought: SoughtRequests
): Condition[][] {
	const { siteId, channelId, state, from, until, only } = sought;
	const common = [
		condition( 'r.site_id = ?', siteId ),
		...( channelId ? [ condition( 'r.channel_id = ?', channelId ) ] : [] ),
		...( state ? [ condition( 'r.state = ?', state ) ] : [] ),
		...( from
			? [
					condition(
						'r.created_at >= ?',
						toSqlInstant( dialect, from )
					),
				]
			: [] ),
		...( until
			? [
					condition(
						'r.created_at < ?',
						toSqlInstant( dialect, until )
					),
				]
			: [] ),
		...onlyOf( only ),
	];
	return agentBranches( sought ).flatMap( ( ofAgent ) =>
		visibleBranches( sought ).map( ( visible ) => [
			...common,
			...ofAgent,
			...visible,
		] )
	);
}

function onlyOf( only: RequestFilter[ 'only' ] ): Condition[] {
	switch ( only ) {
		case 'booked':
			return [ condition( 'r.booked = ?', true ) ];
		case 'uncovered':
			return [
				condition( "r.standing = 'open'" ),
				condition( 'r.uncovered = ?', true ),
			];
		case 'missed':
			return [ condition( "r.standing = 'missed'" ) ];
		case 'handled':
			return [ condition( "r.standing = 'handled'" ) ];
		case undefined:
			return [];
	}
}

function ownBranches( userId: number ): Condition[][] {
	return [
		[ condition( 'r.owner_user_id = ?', userId ) ],
		[ condition( 'r.taken_by = ?', userId ) ],
	];
}

function agentBranches( { agentUserId }: SoughtRequests ): Condition[][] {
	return agentUserId === undefined ? [ [] ] : ownBranches( agentUserId );
}

/** Their own, and what waits: with its number masked, be it for anybody or for a colleague. */
function visibleBranches( {
	visibleTo,
	agentUserId,
}: SoughtRequests ): Condition[][] {
	if ( visibleTo === undefined || visibleTo === agentUserId ) {
		return [ [] ];
	}
	const untaken = condition( 'r.taken_by IS NULL' );
	return [
		...ownBranches( visibleTo ),
		[ condition( "r.standing = 'open'" ), untaken ],
		[ condition( "r.standing = 'missed'" ), untaken ],
	];
}
