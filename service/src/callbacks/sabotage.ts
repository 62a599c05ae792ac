/**
 * What stands between a fault and a second call. A fault test turns one of them off, to show that its figures would notice:
 *
 * - `inbox-deduplication`: a message of the network that comes again is handled again.
 * - `compare-and-set`: a request is read without a lock and outside of the transaction, and saved whatever happened meanwhile.
 * - `unknown-not-resent`: an order of unknown fate is sent again, like one that was refused.
 * - `fencing`: a dial job that runs again, or wakes up late, sends the order that an earlier run intended.
 * - `one-live-attempt`: a second request of a number begins, and calls it, while the first one's calls live.
 * - `booking-places`: a booking takes no rows, so nobody conflicts with it.
 */
export const guards = [
	'inbox-deduplication',
	'compare-and-set',
	'unknown-not-resent',
	'fencing',
	'one-live-attempt',
	'booking-places',
] as const;

export type Guard = ( typeof guards )[ number ];

/** Whether a guard stands. In life each of them does. */
export type Guarded = ( guard: Guard ) => boolean;

export const everyGuard: Guarded = () => true;

/**
 * The hook for a fault test.
 *
 * @param  off The guard to turn off, as in RAPPEL_SABOTAGE; undefined or empty: none.
 * @throws {Error} for a name that is no guard's: a test that turns nothing off would prove nothing.
 */
export function guardsWithout( off: string | undefined ): Guarded {
	if ( ! off ) {
		return everyGuard;
	}
	if ( ! guards.some( ( guard ) => guard === off ) ) {
		throw new Error(
			`No such guard: ${ off }. There are ${ guards.join( ', ' ) }.`
		);
	}
	return ( guard ) => guard !== off;
}
