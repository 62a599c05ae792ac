import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { portTaken } from '../../scripts/start/until-ready.js';
import { repository } from '../../scripts/wordpress/paths.js';
import { eventually } from '../support/eventually.js';
import { PhoneLabClient } from '../support/phone-lab-client.js';
import { companyNumber } from '../support/stack.js';

interface Run {
	site: string;
	page: string;
	admin: string;
	service: string;
	lab: string;
	pid: number;
}

const portBase = 18_600;
let data: string;

test.beforeAll( async () => {
	data = await mkdtemp( join( tmpdir(), 'rappel-start-' ) );
} );

test.afterAll( async () => {
	await rm( data, { recursive: true, force: true } );
} );

test( 'one command does the main job, Ctrl-C leaves nothing, and a call that rang is closed rightly after a restart [N13, N12]', async ( {
	browser,
} ) => {
	const first = await npmStart();
	expect( first.run ).toMatchObject( {
		pid: expect.any( Number ),
		site: `http://127.0.0.1:${ portBase }`,
	} );
	const phones = new PhoneLabClient( first.run.lab );

	const visitor = await browser.newPage();
	await visitor.goto( first.run.page );
	await visitor.getByLabel( 'Your phone number' ).fill( '06 12 34 56 78' );
	await visitor.getByRole( 'button', { name: 'Call me back now' } ).click();
	await phones.until( companyNumber, 'ringing' );
	await phones.answer( companyNumber );
	await phones.until( '+33612345678', 'ringing' );
	await phones.answer( '+33612345678' );
	await expect( visitor.locator( '[data-state="talking"]' ) ).toBeVisible();
	await phones.hangUp( '+33612345678' );
	await expect( visitor.locator( '[data-state="done"]' ) ).toBeVisible();

	// A second request rings when everything is stopped.
	await visitor.goto( first.run.page );
	await visitor.evaluate( () => sessionStorage.clear() );
	await visitor.goto( first.run.page );
	await visitor.getByLabel( 'Your phone number' ).fill( '06 98 76 54 32' );
	await visitor.getByRole( 'button', { name: 'Call me back now' } ).click();
	await phones.until( companyNumber, 'ringing' );
	await interrupt( first.launcher );
	for ( const port of [ portBase, portBase + 1, portBase + 2 ] ) {
		expect( await portTaken( port ) ).toBe( false );
	}

	const second = await npmStart();
	const admin = await browser.newPage();
	await admin.goto( second.run.admin );
	await admin.goto(
		`${ second.run.site }/wp-admin/admin.php?page=rappel-requests`
	);
	await expect(
		admin.getByRole( 'row' ).filter( { hasText: '12 34 56 78' } )
	).toBeVisible();
	await expect(
		admin.getByRole( 'row' ).filter( { hasText: '98 76 54 32' } )
	).toBeVisible();
	// Two calls to the company in all: one for each request, whatever happened between.
	await eventually(
		'the second request goes on or is over',
		async () => ( await phones.callsTo( companyNumber ) ).length === 2
	);
	const company = await phones.phone( companyNumber );
	if ( company?.state === 'ringing' ) {
		await phones.answer( companyNumber );
		await phones.until( '+33698765432', 'ringing' );
		await phones.refuse( '+33698765432' );
	}
	await expect(
		admin.getByRole( 'row' ).filter( { hasText: '98 76 54 32' } )
	).not.toContainText( 'Calling', {
		timeout: 60_000,
	} );
	expect( await phones.callsTo( companyNumber ) ).toHaveLength( 2 );
	await interrupt( second.launcher );
} );

test( 'a word that is wrong and a port that is taken are told in a sentence, without a stack [N13]', async () => {
	const help = await ended( '--help' );
	expect( help ).toMatchObject( { code: 0 } );
	expect( help.output ).toContain( '--port-base' );
	const wrong = await ended( '--language', 'de' );
	expect( wrong ).toMatchObject( { code: 1 } );
	expect( wrong.output ).toContain( '--language takes fr or en.' );

	const other = createServer().listen( portBase + 1, '127.0.0.1' );
	await once( other, 'listening' );
	const taken = await ended( '--port-base', String( portBase ) );
	other.close();
	expect( taken ).toMatchObject( { code: 1 } );
	expect( taken.output ).toContain( `Port ${ portBase + 1 } is taken` );
	for ( const { output } of [ help, wrong, taken ] ) {
		expect( output ).not.toContain( '    at ' );
	}
} );

/** What the command says that ends by itself. */
async function ended(
	...options: string[]
): Promise< { code: number | null; output: string } > {
	const command = spawn(
		process.execPath,
		[ 'scripts/start.mjs', ...options ],
		{ cwd: repository, stdio: [ 'ignore', 'pipe', 'pipe' ] }
	);
	let output = '';
	const hear = ( chunk: Buffer ) => ( output += chunk.toString() );
	command.stdout.on( 'data', hear );
	command.stderr.on( 'data', hear );
	const [ code ] = ( await once( command, 'close' ) ) as [ number | null ];
	return { code, output };
}

async function npmStart(): Promise< { run: Run; launcher: ChildProcess } > {
	const launcher = spawn(
		process.execPath,
		[
			'scripts/start.mjs',
			'--port-base',
			String( portBase ),
			'--data',
			data,
			'--language',
			'en',
		],
		{ cwd: repository, stdio: [ 'ignore', 'pipe', 'pipe' ], detached: true }
	);
	let output = '';
	launcher.stdout?.on(
		'data',
		( chunk: Buffer ) => ( output += chunk.toString() )
	);
	launcher.stderr?.on(
		'data',
		( chunk: Buffer ) => ( output += chunk.toString() )
	);
	const run = await eventually(
		'npm start writes run.json',
		async () =>
			JSON.parse(
				await readFile( join( data, 'run.json' ), 'utf8' )
			) as Run,
		120
	).catch( ( error: Error ) => {
		throw new Error( `${ error.message }\n${ output }` );
	} );
	return { run, launcher };
}

async function interrupt( launcher: ChildProcess ): Promise< void > {
	if ( launcher.pid !== undefined && launcher.exitCode === null ) {
		const gone = once( launcher, 'exit' );
		process.kill( -launcher.pid, 'SIGINT' );
		await gone;
	}
}
