import { playwrightConfig } from '../support/playwright-config.js';

/** `npm start` itself, as a newcomer runs it: WordPress in Playground, a page in about a second. */
export default playwrightConfig( 'start', {
	workers: 1,
	// A browser on a busy machine: what needed it is printed as flaky.
	retries: 1,
	timeout: 600_000,
	expect: { timeout: 90_000 },
} );
