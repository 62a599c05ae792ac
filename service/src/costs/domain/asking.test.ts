import { describe, expect, it } from '@jest/globals';
import { firstAskAt, nextAskAt } from './asking.js';

const over = new Date( '2026-11-24T10:00:00Z' );

describe( 'when the network is asked what a call cost [N20]', () => {
	it( 'is two minutes after it, then after twice as long each time, for a day', () => {
		const minutes: number[] = [];
		for (
			let at: Date | null = firstAskAt( over );
			at;
			at = nextAskAt( over, at )
		) {
			minutes.push( ( at.getTime() - over.getTime() ) / 60_000 );
		}
		expect( minutes ).toEqual( [
			2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048,
		] );
	} );

	it( 'never is before now, though the clock went back', () => {
		const before = new Date( over.getTime() - 3_600_000 );
		expect( nextAskAt( over, before ) ).toEqual(
			new Date( before.getTime() + 120_000 )
		);
	} );
} );
