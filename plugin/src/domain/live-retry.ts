/** How many times in a row the stream may fail before WordPress is asked instead. */
export const failuresBeforePolling = 2;
export const pollMilliseconds = 5_000;
/** A stream that says nothing for so long after it was opened is held up on its way. */
export const snapshotMilliseconds = 10_000;

const shortestMilliseconds = 1_000;
const longestMilliseconds = 120_000;

/**
 * How long to wait before the stream is tried again: 1 s, then 15 s, 30 s, 60 s and 2 min while WordPress is asked; never the
 * same for everybody, since they all lost it at once.
 *
 * @param failures In a row, from 1.
 * @param chance   From 0 to 1.
 */
export function retryMilliseconds( failures: number, chance: number ): number {
	const whole =
		failures < failuresBeforePolling
			? shortestMilliseconds
			: Math.min(
					15_000 * 2 ** ( failures - failuresBeforePolling ),
					longestMilliseconds
				);
	return Math.round( whole * ( 0.75 + chance / 2 ) );
}
