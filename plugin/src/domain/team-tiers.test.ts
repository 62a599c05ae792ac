import { describe, expect, it } from '@jest/globals';
import type { TeamMember } from '@rappel/contract';
import { placed, stepFrom, tiersOf } from './team-tiers';

/** "1a 1b 2c": priority and user, a is 1. */
const team = ( text: string ): TeamMember[] =>
	text.split( ' ' ).map( ( [ priority, name ] ) => ( {
		priority: Number( priority ),
		userId: idOf( name! ),
	} ) );
const idOf = ( name: string ) => name.charCodeAt( 0 ) - 96;
const words = ( members: TeamMember[] ) =>
	members
		.map(
			( { priority, userId } ) =>
				`${ priority }${ String.fromCharCode( userId + 96 ) }`
		)
		.join( ' ' );

describe( 'the priorities of a team [S06]', () => {
	it( 'are groups, the one that is called first first', () => {
		expect(
			tiersOf( team( '2c 1a 2d 1b' ) ).map( ( { members } ) =>
				words( members )
			)
		).toEqual( [ '1a 1b', '2c 2d' ] );
	} );

	it.each( [
		[ 'b', 'up', '1b 1a 2c 2d' ],
		[ 'a', 'down', '1b 1a 2c 2d' ],
		[ 'c', 'up', '1a 1b 1c 2d' ],
		[ 'b', 'down', '1a 2b 2c 2d' ],
		[ 'a', 'up', '1a 1b 2c 2d' ],
		[ 'd', 'down', '1a 1b 2c 2d' ],
	] as const )( '%s goes one step %s', ( name, step, expected ) => {
		const before = team( '1a 1b 2c 2d' );
		const to = stepFrom( before, idOf( name ), step );
		expect(
			words( to ? placed( before, idOf( name ), to ) : before )
		).toBe( expected );
	} );

	it.each( [
		[ 'd', 1, 'a', '1d 1a 1b 2c' ],
		[ 'a', 2, null, '1b 2c 2d 2a' ],
		[ 'a', 3, null, '1b 2c 2d 3a' ],
		[ 'a', 1, 'a', '1a 1b 2c 2d' ],
	] as const )(
		'%s is put to priority %d before %s',
		( name, priority, before, expected ) => {
			expect(
				words(
					placed( team( '1a 1b 2c 2d' ), idOf( name ), {
						priority,
						beforeUserId: before && idOf( before ),
					} )
				)
			).toBe( expected );
		}
	);
} );
