import { XMLParser } from 'fast-xml-parser';
import type { TestResult } from './test-result.js';

/** Jest's --json report. A suite that could not be loaded counts as one failure. */
export function readJest( json: string ): TestResult[] {
	const report = JSON.parse( json ) as {
		testResults: {
			name: string;
			status: string;
			assertionResults: { fullName: string; status: string }[];
		}[];
	};
	return report.testResults.flatMap( ( suite ) => {
		if (
			suite.assertionResults.length === 0 &&
			suite.status === 'failed'
		) {
			return [ { title: suite.name, outcome: 'failed' as const } ];
		}
		return suite.assertionResults.map( ( { fullName, status } ) => ( {
			title: fullName,
			outcome: outcomeOf( status ),
		} ) );
	} );
}

interface PlaywrightSuite {
	title: string;
	specs?: { title: string; tests: { status: string }[] }[];
	suites?: PlaywrightSuite[];
}

/** Playwright's json reporter. */
export function readPlaywright( json: string ): TestResult[] {
	const report = JSON.parse( json ) as {
		suites: PlaywrightSuite[];
		errors?: unknown[];
	};
	const errors = ( report.errors ?? [] ).map( ( error ) => ( {
		title: JSON.stringify( error ).slice( 0, 200 ),
		outcome: 'failed' as const,
	} ) );
	return [
		...report.suites.flatMap( ( suite ) => resultsOfSuite( suite, '' ) ),
		...errors,
	];
}

function resultsOfSuite( suite: PlaywrightSuite, above: string ): TestResult[] {
	const title = `${ above } ${ suite.title }`.trim();
	const own = ( suite.specs ?? [] ).flatMap( ( spec ) =>
		spec.tests.map( ( { status } ) => ( {
			title: `${ title } ${ spec.title }`,
			outcome: outcomeOf( status ),
			...( status === 'flaky' && { flaky: true as const } ),
		} ) )
	);
	return [
		...own,
		...( suite.suites ?? [] ).flatMap( ( inner ) =>
			resultsOfSuite( inner, title )
		),
	];
}

interface JunitSuite {
	testsuite?: JunitSuite[];
	testcase?: {
		name: string;
		class?: string;
		failure?: unknown;
		error?: unknown;
		skipped?: unknown;
	}[];
}

/** PHPUnit's JUnit log. */
export function readJunit( xml: string ): TestResult[] {
	const parser = new XMLParser( {
		ignoreAttributes: false,
		attributeNamePrefix: '',
		isArray: ( name ) => name === 'testsuite' || name === 'testcase',
	} );
	const { testsuites } = parser.parse( xml ) as { testsuites: JunitSuite };
	return casesOf( testsuites );
}

function casesOf( suite: JunitSuite ): TestResult[] {
	const own = ( suite.testcase ?? [] ).map( ( one ): TestResult => {
		const failed = one.failure !== undefined || one.error !== undefined;
		const ran = one.skipped === undefined ? 'passed' : 'skipped';
		return {
			title: `${ one.class ?? '' } ${ one.name }`,
			outcome: failed ? 'failed' : ran,
		};
	} );
	return [ ...own, ...( suite.testsuite ?? [] ).flatMap( casesOf ) ];
}

/** Jest says passed, failed, pending, todo; Playwright expected, unexpected, flaky (passed when tried again), skipped. */
function outcomeOf( status: string ): TestResult[ 'outcome' ] {
	if ( [ 'passed', 'expected', 'flaky' ].includes( status ) ) {
		return 'passed';
	}
	return status === 'pending' || status === 'todo' || status === 'skipped'
		? 'skipped'
		: 'failed';
}
