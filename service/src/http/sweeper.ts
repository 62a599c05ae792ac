import type { Clock } from '../clock.js';
import type { Logger } from '../logging.js';

export interface Sweeper {
	start: () => void;
	/** Waits for a sweep under way. */
	stop: () => Promise< void >;
}

export interface SweeperOptions {
	/** Each deletes what is over by the instant; several instances may do it at once. */
	sweeps: Array< ( now: Date ) => Promise< void > >;
	clock: Clock;
	logger: Logger;
	everySeconds?: number;
}

/** Deletes used nonces and counters that are over, so that their tables stay small. Nothing depends on when. */
export function createSweeper( {
	sweeps,
	clock,
	logger,
	everySeconds = 600,
}: SweeperOptions ): Sweeper {
	let timer: NodeJS.Timeout | undefined;
	let running: Promise< void > = Promise.resolve();

	const sweep = async () => {
		for ( const one of sweeps ) {
			await one( clock.now() ).catch( ( error: unknown ) =>
				logger.warn(
					{ err: error },
					'a sweep failed and is tried again'
				)
			);
		}
	};

	return {
		start() {
			timer = setInterval( () => {
				running = running.then( sweep );
			}, everySeconds * 1_000 );
			timer.unref();
		},
		async stop() {
			clearInterval( timer );
			await running;
		},
	};
}
