import { playwrightConfig } from '../support/playwright-config.js';

/** Processes killed at every step; no browser. A run waits mostly for its own processes, so two of them share two cores. */
export default playwrightConfig( 'faults', {
	workers: 2,
	fullyParallel: true,
	timeout: 600_000,
} );
