import type { TeamMember } from '@rappel/contract';

/** Members of the same priority, in their order. */
export interface Tier {
	priority: number;
	members: TeamMember[];
}

/** Where somebody is put: before a member of that priority, or, null, after its last one. */
export interface TeamPlace {
	priority: number;
	beforeUserId: number | null;
}

/** The one that is called first, first. */
export function tiersOf( team: readonly TeamMember[] ): Tier[] {
	const priorities = [
		...new Set( team.map( ( { priority } ) => priority ) ),
	];
	return priorities
		.sort( ( a, b ) => a - b )
		.map( ( priority ) => ( {
			priority,
			members: team.filter( ( member ) => member.priority === priority ),
		} ) );
}

const inOrder = ( team: readonly TeamMember[] ) =>
	tiersOf( team ).flatMap( ( { members } ) => members );

/** The team with somebody at another place; whoever is put before themselves stays. */
export function placed(
	team: readonly TeamMember[],
	userId: number,
	{ priority, beforeUserId }: TeamPlace
): TeamMember[] {
	const member = team.find( ( known ) => known.userId === userId );
	if ( ! member || beforeUserId === userId ) {
		return inOrder( team );
	}
	const others = team.filter( ( known ) => known !== member );
	const before = others.findIndex(
		( known ) => known.userId === beforeUserId
	);
	const at = before < 0 ? others.length : before;
	return inOrder( [
		...others.slice( 0, at ),
		{ ...member, priority },
		...others.slice( at ),
	] );
}

/**
 * Where somebody comes by one step up or down: past a neighbour of the same priority, or else into the next priority that
 * has somebody. Null: there is no further.
 */
export function stepFrom(
	team: readonly TeamMember[],
	userId: number,
	step: 'up' | 'down'
): TeamPlace | null {
	const tiers = tiersOf( team );
	const tierPlace = tiers.findIndex( ( { members } ) =>
		members.some( ( member ) => member.userId === userId )
	);
	const tier = tiers[ tierPlace ];
	if ( ! tier ) {
		return null;
	}
	const { priority, members } = tier;
	const place = members.findIndex( ( member ) => member.userId === userId );
	if ( step === 'up' && place > 0 ) {
		return { priority, beforeUserId: members[ place - 1 ]!.userId };
	}
	if ( step === 'down' && place < members.length - 1 ) {
		return { priority, beforeUserId: members[ place + 2 ]?.userId ?? null };
	}
	const next = tiers[ tierPlace + ( step === 'up' ? -1 : 1 ) ];
	return next
		? {
				priority: next.priority,
				beforeUserId: step === 'up' ? null : next.members[ 0 ]!.userId,
			}
		: null;
}
