/** One test that ran. */
export interface TestResult {
	/** Its whole title, with those of the suites around it. */
	title: string;
	outcome: 'passed' | 'failed' | 'skipped';
}
