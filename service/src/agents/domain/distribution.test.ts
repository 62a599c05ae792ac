import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inCallOrder, type Turn } from './distribution.js';

const minute = ( minutes: number ) =>
	new Date( Date.parse( '2026-11-25T08:00:00Z' ) + minutes * 60_000 );
const turn = (
	name: string,
	given: Partial< Turn > = {}
): Turn & { name: string } => ( {
	name,
	priority: 1,
	lastOfferedAt: null,
	idleSince: null,
	...given,
} );
const names = ( agents: ReadonlyArray< { name: string } > ) =>
	agents.map( ( { name } ) => name ).join( ' ' );

const distributions = fc.constantFrom(
	'in_order' as const,
	'round_robin' as const,
	'longest_idle' as const,
	'all_at_once' as const
);

describe( 'inCallOrder', () => {
	const team = [
		turn( 'Zoé', { lastOfferedAt: minute( 5 ), idleSince: minute( 9 ) } ),
		turn( 'Ali', { lastOfferedAt: minute( 3 ), idleSince: minute( 2 ) } ),
		turn( 'Léa' ),
		turn( 'Max', {
			priority: 2,
			lastOfferedAt: minute( 1 ),
			idleSince: minute( 1 ),
		} ),
	];

	it.each( [
		[ 'in_order', 'Zoé Ali Léa Max' ],
		[ 'round_robin', 'Léa Ali Zoé Max' ],
		[ 'longest_idle', 'Léa Ali Zoé Max' ],
		[ 'all_at_once', 'Zoé Ali Léa Max' ],
	] as const )( 'is, by %s, %s [R03]', ( distribution, expected ) => {
		expect( names( inCallOrder( team, distribution ) ) ).toBe( expected );
	} );

	it( 'asks whoever has been idle longest, and not whoever was asked longest ago [R03]', () => {
		const two = [
			turn( 'Zoé', {
				lastOfferedAt: minute( 1 ),
				idleSince: minute( 9 ),
			} ),
			turn( 'Ali', {
				lastOfferedAt: minute( 3 ),
				idleSince: minute( 4 ),
			} ),
		];

		expect( names( inCallOrder( two, 'longest_idle' ) ) ).toBe( 'Ali Zoé' );
		expect( names( inCallOrder( two, 'round_robin' ) ) ).toBe( 'Zoé Ali' );
	} );

	it( 'never asks a lower priority before a higher one, and loses nobody [R03]', () => {
		const agent = fc.record( {
			name: fc.uuid(),
			priority: fc.integer( { min: 1, max: 9 } ),
			lastOfferedAt: fc.option( fc.nat( 999 ).map( minute ) ),
			idleSince: fc.option( fc.nat( 999 ).map( minute ) ),
		} );
		fc.assert(
			fc.property( fc.array( agent ), distributions, ( agents, how ) => {
				const ordered = inCallOrder( agents, how );

				expect( new Set( ordered ) ).toEqual( new Set( agents ) );
				expect( ordered.map( ( { priority } ) => priority ) ).toEqual(
					agents
						.map( ( { priority } ) => priority )
						.sort( ( a, b ) => a - b )
				);
			} )
		);
	} );

	it( 'spreads calls evenly by round robin [R03]', () => {
		fc.assert(
			fc.property(
				fc.integer( { min: 1, max: 8 } ),
				fc.integer( { min: 1, max: 60 } ),
				( size, calls ) => {
					const agents = Array.from(
						{ length: size },
						( _one, index ) => turn( String( index ) )
					);
					const offers = agents.map( () => 0 );
					for ( let call = 1; call <= calls; call++ ) {
						const [ next ] = inCallOrder( agents, 'round_robin' );
						if ( next ) {
							next.lastOfferedAt = minute( call );
							offers[ Number( next.name ) ]! += 1;
						}
					}

					expect(
						Math.max( ...offers ) - Math.min( ...offers )
					).toBeLessThanOrEqual( 1 );
				}
			)
		);
	} );
} );
