import { playwrightConfig } from '../support/playwright-config.js';

/** Processes killed at every step; no browser. */
export default playwrightConfig( 'faults', { workers: 3, timeout: 180_000 } );
