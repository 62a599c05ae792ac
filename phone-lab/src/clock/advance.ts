import type { Clock } from './clock.js';
import type { Timers } from './timers.js';

/** The longest a virtual clock waits for the application's answers between two instants, in real time. */
const settleMilliseconds = 16_000;

const tick = () => new Promise( ( resolve ) => setImmediate( resolve ) );

/** Until nothing the lab asked for is on its way; `working` holds what is. */
async function settle(
	working: ReadonlySet< Promise< unknown > >
): Promise< void > {
	const until = Date.now() + settleMilliseconds;
	await tick();
	while ( working.size > 0 && Date.now() < until ) {
		let handle: NodeJS.Timeout | undefined;
		const tooLong = new Promise( ( resolve ) => {
			handle = setTimeout( resolve, until - Date.now() );
		} );
		await Promise.race( [ Promise.allSettled( working ), tooLong ] );
		clearTimeout( handle );
		await tick();
	}
}

/**
 * Moves a virtual clock forward, instant by instant: what is due happens in order, and the answers it leads to are
 * waited for, so that a minute of a call's life goes by as it would in a minute.
 */
export async function advance(
	clock: Clock,
	timers: Timers,
	working: ReadonlySet< Promise< unknown > >,
	seconds: number
): Promise< void > {
	const target = clock.now() + seconds * 1_000;
	await settle( working );
	for (
		let next = timers.next();
		next !== null && next <= target;
		next = timers.next()
	) {
		clock.moveTo( next );
		timers.fireNext();
		await settle( working );
	}
	clock.moveTo( target );
}
