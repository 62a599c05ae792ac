import type { Clock } from '../clock.js';

/** A sweep each minute finds what lies further ahead. */
const aheadMs = 90_000;
/** A timer may ring a moment before its instant. */
const afterwardsMs = 20;

export interface EndTimers {
	/** Somebody's period ends then: `look` is called once it has. */
	expect: ( siteId: string, at: Date, look: () => Promise< void > ) => void;
	stop: () => void;
}

/**
 * Rings when a period has ended, so that pages need not wait for the sweep to show it. Lost with the process, which does no harm:
 * whoever looks compares with the hours.
 */
export function createEndTimers( clock: Clock ): EndTimers {
	/** The next one of each site. */
	const next = new Map< string, { at: Date; timer: NodeJS.Timeout } >();

	return {
		expect( siteId, at, look ) {
			const inMs = at.getTime() - clock.now().getTime();
			const known = next.get( siteId );
			if ( inMs > aheadMs || ( known && known.at <= at ) ) {
				return;
			}
			clearTimeout( known?.timer );
			const timer = setTimeout(
				() => {
					next.delete( siteId );
					// The sweep tries again.
					look().catch( () => undefined );
				},
				Math.max( 0, inMs ) + afterwardsMs
			);
			timer.unref();
			next.set( siteId, { at, timer } );
		},
		stop() {
			for ( const { timer } of next.values() ) {
				clearTimeout( timer );
			}
			next.clear();
		},
	};
}
