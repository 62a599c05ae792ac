import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '../setup/progress.mjs';
import { run } from '../setup/run.mjs';
import { repository } from '../wordpress/paths.js';
import { readFeatureRows, rowsWithoutTest } from './feature-rows.js';
import { type Stage, stages } from './stages.js';
import type { TestResult } from './test-result.js';

/**
 * Runs every stage, or those named, and prints a line for each and the count of all tests at the end. A stage that fails
 * does not keep the others from running.
 *
 * @return The exit code.
 */
export async function runStages(
	missing: Set< string >,
	names: string[]
): Promise< number > {
	process.chdir( repository );
	const chosen = chooseStages( names );
	await rm( 'test-results', { recursive: true, force: true } );
	await mkdir( 'test-results', { recursive: true } );
	const results: TestResult[] = [];
	for ( const stage of chosen ) {
		const absent = ( stage.needs ?? [] ).filter( ( need ) =>
			missing.has( need )
		);
		if ( absent.length > 0 ) {
			say(
				`- ${ stage.name }: skipped, since ${ absent.join( ' and ' ) } is missing`
			);
			results.push( { title: stage.name, outcome: 'skipped' } );
			continue;
		}
		results.push( ...( await runStage( stage ) ) );
	}
	if ( names.length === 0 ) {
		results.push( await checkFeatures( results ) );
	}
	return report( results );
}

function chooseStages( names: string[] ): Stage[] {
	const unknown = names.filter(
		( name ) => ! stages.some( ( stage ) => stage.name === name )
	);
	if ( unknown.length > 0 ) {
		throw new Error(
			`No stage is called ${ unknown.join( ', ' ) }. There are: ${ stages.map( ( { name } ) => name ).join( ', ' ) }.`
		);
	}
	return names.length === 0
		? stages
		: stages.filter( ( { name } ) => names.includes( name ) );
}

async function runStage( stage: Stage ): Promise< TestResult[] > {
	const start = Date.now();
	let failure: string | null = null;
	for ( const [ command = '', ...args ] of stage.commands ) {
		try {
			await run( command, args, { cwd: repository } );
		} catch ( error ) {
			failure = error instanceof Error ? error.message : String( error );
			break;
		}
	}
	const ran = stage.results
		? await stage.results().catch( () => null )
		: null;
	const tests = ran ?? [];
	// A command may fail beside its tests, or before any ran: that is one failure more, never none.
	if (
		failure !== null &&
		! tests.some( ( { outcome } ) => outcome === 'failed' )
	) {
		tests.push( { title: stage.name, outcome: 'failed' } );
	} else if (
		failure === null &&
		( stage.results === undefined || tests.length === 0 )
	) {
		// A stage with tests of its own that ran none has shown nothing.
		tests.push( {
			title: stage.name,
			outcome: stage.results === undefined ? 'passed' : 'failed',
		} );
	}
	const seconds = ( ( Date.now() - start ) / 1_000 ).toFixed( 1 );
	say( `- ${ stage.name }: ${ counts( tests ) }  (${ seconds } s)` );
	for ( const { title } of tests.filter(
		( { outcome } ) => outcome === 'failed'
	) ) {
		say( `    ✗ ${ title }` );
	}
	for ( const { title } of tests.filter( ( { flaky } ) => flaky ) ) {
		say( `    ~ flaky, passed when tried again: ${ title }` );
	}
	if ( failure !== null ) {
		say( failure.replaceAll( /^/gm, '    ' ) );
	}
	return tests;
}

async function checkFeatures( results: TestResult[] ): Promise< TestResult > {
	const rows = readFeatureRows(
		await readFile( join( repository, 'docs', 'features.md' ), 'utf8' )
	);
	const bare = rowsWithoutTest( rows, results );
	if ( bare.length > 0 ) {
		say(
			`- features: docs/features.md claims ${ bare.join( ', ' ) }, but no test that passed names them`
		);
	}
	return {
		title: 'every row claimed in docs/features.md is shown by a test',
		outcome: bare.length === 0 && rows.length > 0 ? 'passed' : 'failed',
	};
}

function counts( results: TestResult[] ): string {
	const count = ( outcome: TestResult[ 'outcome' ] ) =>
		results.filter( ( result ) => result.outcome === outcome ).length;
	const skipped = count( 'skipped' );
	const flaky = results.filter( ( result ) => result.flaky ).length;
	return [
		`${ count( 'passed' ) } passed`,
		`${ count( 'failed' ) } failed`,
		...( skipped > 0 ? [ `${ skipped } skipped` ] : [] ),
		...( flaky > 0 ? [ `${ flaky } flaky` ] : [] ),
	].join( ', ' );
}

function report( results: TestResult[] ): number {
	say( '' );
	say(
		counts(
			results.map( ( { title, outcome } ) => ( { title, outcome } ) )
		)
	);
	return results.some( ( { outcome } ) => outcome === 'failed' ) ? 1 : 0;
}
