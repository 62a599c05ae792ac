import { defineConfig } from '@playwright/test';

/** What a person sees, in the system's Chromium, on a real WordPress with the phone lab. */
export default defineConfig( {
	testDir: 'test/e2e',
	outputDir: 'test-results/e2e',
	// Each worker has a whole product of its own (test/support/e2e.ts).
	workers: 2,
	fullyParallel: false,
	retries: 0,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	forbidOnly: true,
	reporter: [
		[ 'list' ],
		[ 'json', { outputFile: 'test-results/e2e.json' } ],
	],
	use: {
		browserName: 'chromium',
		locale: 'en-GB',
		timezoneId: 'Europe/Paris',
		screenshot: 'only-on-failure',
		trace: 'retain-on-failure',
		launchOptions: {
			executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
			],
		},
	},
} );
