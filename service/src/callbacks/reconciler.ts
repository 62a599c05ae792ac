import { applyCommand } from './apply-command.js';
import type { Dependencies } from './dependencies.js';
import { moveQueue } from './seek-company.js';

/** How often deadlines that no job looked at are looked for. */
const sweepMilliseconds = 5_000;
/** Of one sweep; the rest waits for the next, so that a long outage is not followed by a flood. */
const requestsPerSweep = 200;

export interface Reconciler {
	/** Looks at once, which takes up what a process that died left behind, and then every few seconds. */
	start: () => void;
	stop: () => Promise< void >;
	/** One look at every request past its deadline. */
	sweep: () => Promise< void >;
	/** Asks about every call in flight, since what was told while no process ran is lost. */
	takeUp: () => Promise< void >;
}

/**
 * Takes up what nobody looks after: calls whose messages were lost, jobs that died with their process, queues that expired.
 * Any number of processes may do so at the same time, since each request moves by compare-and-set.
 */
export function createReconciler(
	dependencies: Dependencies,
	tidy: () => Promise< void >
): Reconciler {
	const { store, clock, logger } = dependencies;
	let timer: NodeJS.Timeout | null = null;
	let running: Promise< void > = Promise.resolve();

	const sweep = async () => {
		const overdue = await store.overdueChecks(
			clock.now(),
			requestsPerSweep
		);
		for ( const requestId of overdue ) {
			await applyCommand( dependencies, requestId, {
				type: 'check_deadline',
			} );
		}
		for ( const siteId of await store.sitesInLine() ) {
			await moveQueue( dependencies, { siteId } );
		}
		await tidy();
	};
	const takeUp = async () => {
		for ( const requestId of await store.inFlight() ) {
			await applyCommand( dependencies, requestId, {
				type: 'look_again',
			} );
		}
	};
	let takenUp = false;
	const sweepAndGoOn = async () => {
		try {
			if ( ! takenUp ) {
				await takeUp();
				takenUp = true;
			}
			await sweep();
		} catch ( error ) {
			// The database is away for a moment; the next sweep finds the same.
			logger.warn( { err: error }, 'Deadlines could not be checked' );
		}
	};

	return {
		start() {
			if ( timer ) {
				return;
			}
			const next = () => {
				running = sweepAndGoOn().then( () => {
					if ( timer ) {
						timer = setTimeout( next, sweepMilliseconds );
						timer.unref();
					}
				} );
			};
			timer = setTimeout( next, 0 );
		},
		async stop() {
			if ( timer ) {
				clearTimeout( timer );
				timer = null;
			}
			await running;
		},
		sweep,
		takeUp,
	};
}
