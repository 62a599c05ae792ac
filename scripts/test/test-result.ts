/** One test that ran. */
export interface TestResult {
	/** Its whole title, with those of the suites around it. */
	title: string;
	outcome: 'passed' | 'failed' | 'skipped';
	/** It passed, but not at once: somebody should look at it. */
	flaky?: true;
}
