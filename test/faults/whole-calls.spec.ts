import { expect, test } from '@playwright/test';
import { everyKillPoint } from './every-kill-point.js';
import { faultRun, type FaultRunResult } from './fault-run.js';
import { zerosOf } from './verdict.js';

/** `npm run faults` does the same with thousands. */
test( 'calls under every fault: none twice, none lost, none stuck, no booking lost, and most joined [N01, N02, N03, N12]', async () => {
	const run = await faultRun( { seed: 1, runs: 40, inFlight: 40 } );
	expectZeros( run );
	expect( run.runs ).toBe( 40 );
	expect( run.joined, 'most end joined' ).toBeGreaterThan( 20 );
	expect( run.bookings, 'some booked a time' ).toBeGreaterThan( 3 );
} );

/**
 * Between any two steps: the instances are killed at one point after the other, and started again, while calls go on. Points by
 * which none of these calls came are passed by service/src/callbacks/crash.test.ts, which dies at every one.
 */
test( 'killed at one point after the other: none twice, none lost, none stuck [N01, N12]', async () => {
	test.setTimeout( 1_800_000 );
	const run = await faultRun( { seed: 2, ...everyKillPoint() } );
	expectZeros( run );
	expect( run.kills ).toBeGreaterThan( 20 );
} );

function expectZeros( run: FaultRunResult ): void {
	expect(
		zerosOf( run ),
		`${ run.findings.join( '\n' ) }\n${ run.log.slice( -6_000 ) }`
	).toEqual( {
		doubleCalls: 0,
		lostRequests: 0,
		lostBookings: 0,
		stuckRequests: 0,
		mismatches: 0,
		overbookings: 0,
	} );
}
