import { killPoints } from '../../service/src/callbacks/kill-point.js';
import type { FaultRunOptions } from './fault-run.js';

/** Points that a call passes more than once, for something else each time: the second leg's, a later message. */
const oftenPassed = /^(dial|webhook:(voice|status|conference)):/;

/** Passed only by what somebody does from the dashboard, which nobody does here: see callbacks/actions.test.ts. */
const ofActions = /^(act|call-again):/;
export const pointsOfCalls = killPoints.filter(
	( point ) => ! ofActions.test( point )
);

/** Killed between any two steps: at one point after the other, and started again, while calls go on. */
export function everyKillPoint(): Omit< FaultRunOptions, 'seed' > {
	// Whichever process starts next takes the next, so that none waits for a point that few calls come by.
	const left = pointsOfCalls.flatMap( ( point ) =>
		oftenPassed.test( point )
			? [ `${ point }#1`, `${ point }#3` ]
			: [ `${ point }#1` ]
	);
	return {
		// It ends when everything has been killed everywhere, or after so many: few calls come by some of the points.
		runs: 100,
		inFlight: 24,
		network: [],
		harshness: 0,
		killAt: () => left.shift() ?? null,
		untilKilledEverywhere: true,
	};
}
