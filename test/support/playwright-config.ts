import { join } from 'node:path';
import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { repository } from '../../scripts/wordpress/paths.js';

/**
 * The configuration of one folder of tests that run in, or beside, the system's Chromium. Its results are written to
 * test-results/NAME.json, from where `npm test` counts them.
 */
export function playwrightConfig(
	name: string,
	own: PlaywrightTestConfig
): PlaywrightTestConfig {
	return defineConfig( {
		testDir: join( repository, 'test', name ),
		outputDir: join( repository, 'test-results', name ),
		fullyParallel: false,
		retries: 0,
		forbidOnly: true,
		reporter: [
			[ 'list' ],
			[
				'json',
				{
					outputFile: join(
						repository,
						'test-results',
						`${ name }.json`
					),
				},
			],
		],
		use: {
			browserName: 'chromium',
			locale: 'en-GB',
			timezoneId: 'Europe/Paris',
			screenshot: 'only-on-failure',
			// Recording takes a third of a test's time: where a failed test is tried again, that try is what is recorded.
			trace: own.retries ? 'on-first-retry' : 'retain-on-failure',
			actionTimeout: 30_000,
			launchOptions: chromium,
		},
		...own,
	} );
}

/** The system's Chromium; it may run as root, and asks no host of its maker's. */
export const chromium = {
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
};
