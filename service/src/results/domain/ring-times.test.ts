import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
	middleOf,
	ringTime,
	secondsOf,
	sliceOf,
	writeRingTimes,
	type RingTimes,
} from './ring-times.js';

const anySeconds = fc.oneof(
	fc.double( { min: 0, max: 10, noNaN: true } ),
	fc.double( { min: 0, max: 900_000, noNaN: true } )
);

const timesOf = ( seconds: readonly number[] ): RingTimes =>
	seconds.flatMap( ringTime );

/** See the bound in ring-times.ts; a hundredth is lost by rounding. */
function bound( seconds: number ): number {
	return Math.max( 0.05, seconds / 32 ) + 0.005;
}

describe( 'times to the first ring, by slices [R15]', () => {
	it( 'keeps the order of times', () => {
		fc.assert(
			fc.property( anySeconds, anySeconds, ( a, b ) => {
				const [ less, more ] = a < b ? [ a, b ] : [ b, a ];
				expect( sliceOf( less ) ).toBeLessThanOrEqual(
					sliceOf( more )
				);
			} )
		);
	} );

	it( 'has every time near the middle of its slice', () => {
		fc.assert(
			fc.property( anySeconds, ( seconds ) => {
				expect(
					Math.abs( secondsOf( sliceOf( seconds ) ) - seconds )
				).toBeLessThanOrEqual( bound( seconds ) );
			} )
		);
	} );

	it( 'gives the middle one of any set, to within the bound', () => {
		fc.assert(
			fc.property(
				fc.array( anySeconds, { minLength: 1, maxLength: 40 } ),
				( all ) => {
					const sorted = all.toSorted( ( a, b ) => a - b );
					const middle =
						sorted[ Math.ceil( all.length / 2 ) - 1 ] ?? 0;
					expect(
						Math.abs(
							( middleOf( timesOf( all ) ) ?? Infinity ) - middle
						)
					).toBeLessThanOrEqual( bound( middle ) );
				}
			)
		);
	} );

	it( 'is the same in one text as in many', () => {
		fc.assert(
			fc.property(
				fc.array( anySeconds ),
				fc.array( anySeconds ),
				( some, others ) => {
					const written = [ some, others ].map( ( seconds ) =>
						writeRingTimes( timesOf( seconds ) )
					);
					const all = timesOf( [ ...some, ...others ] );
					expect( writeRingTimes( written ) ).toBe(
						writeRingTimes( all )
					);
					expect( middleOf( written ) ).toBe( middleOf( all ) );
				}
			)
		);
	} );

	it( 'is written as slices with how many fell into them, in order', () => {
		expect( writeRingTimes( timesOf( [ 4, 0.25, 4 ] ) ) ).toBe(
			`2:1,${ sliceOf( 4 ) }:2`
		);
	} );

	it( 'has no middle where none rang', () => {
		expect( middleOf( [] ) ).toBeNull();
		expect( writeRingTimes( [] ) ).toBe( '' );
	} );

	it( 'counts a call before its time as one at its time', () => {
		expect( sliceOf( -30 ) ).toBe( 0 );
	} );
} );
