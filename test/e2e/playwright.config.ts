import { playwrightConfig } from '../support/playwright-config.js';

/** What a person sees, on a real WordPress with the phone lab; each worker has a whole product of its own. */
export default playwrightConfig( 'e2e', {
	workers: 2,
	timeout: 60_000,
	expect: { timeout: 10_000 },
} );
