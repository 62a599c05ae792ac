import { playwrightConfig } from '../support/playwright-config.js';

/**
 * What a person sees, on a real WordPress with the phone lab. One worker: browser, PHP, service and lab of one product are
 * enough for two cores, and a phone that rings does not wait for a busy machine.
 */
export default playwrightConfig( 'e2e', {
	workers: 1,
	// A browser on a busy machine: what needed it is printed as flaky.
	retries: 1,
	timeout: 300_000,
	expect: { timeout: 45_000 },
} );
