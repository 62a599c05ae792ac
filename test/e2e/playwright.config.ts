import { playwrightConfig } from '../support/playwright-config.js';

/**
 * What a person sees, on a real WordPress with the phone lab. Two workers, each with products of its own: most of a test is
 * waiting for what is spoken, rung and typed.
 */
export default playwrightConfig( 'e2e', {
	workers: 2,
	// A browser on a busy machine: what needed it is printed as flaky.
	retries: 1,
	timeout: 300_000,
	expect: { timeout: 45_000 },
} );
