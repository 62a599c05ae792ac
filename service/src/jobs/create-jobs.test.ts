import { afterEach, expect, it } from '@jest/globals';
import { QueryTypes } from 'sequelize';
import { createLogger } from '../logging.js';
import { openDatabase, type Database } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { createJobs, type OperatedJobs } from './create-jobs.js';

const timings = {
	pollMilliseconds: 100,
	stopMilliseconds: 300,
	firstRetryMilliseconds: 10,
};

interface JobLine {
	name: string;
	locked_at: unknown;
	next_run_at: unknown;
	fail_count: number | null;
	fail_reason: string | null;
}

onEachDatabase( 'jobs', ( open, place ) => {
	const begun: OperatedJobs[] = [];
	const lines: Array< Record< string, unknown > > = [];
	const logger = createLogger( 'info', {
		write: ( line: string ) =>
			lines.push( JSON.parse( line ) as Record< string, unknown > ),
	} );
	const jobsOn = ( database: Database ) => {
		const jobs = createJobs( { database, logger, timings } );
		begun.push( jobs );
		return jobs;
	};
	const table = () =>
		open().sequelize.query< JobLine >( 'SELECT * FROM rappel_jobs', {
			type: QueryTypes.SELECT,
		} );

	afterEach( async () => {
		await Promise.all( begun.splice( 0 ).map( ( jobs ) => jobs.stop() ) );
		lines.splice( 0 );
	} );

	it( 'run a job with its ids, and leave nothing of one that is done', async () => {
		const jobs = jobsOn( open() );
		const ran = signal< { id: string } >();
		jobs.define< { id: string } >( 'greet', async ( data ) =>
			ran.resolve( data )
		);
		await jobs.start();

		await jobs.now( 'greet', { id: 'a' } );

		expect( await ran.promise ).toEqual( { id: 'a' } );
		await jobs.stop();
		expect( await table() ).toEqual( [] );
	} );

	it( 'run a job after the commit of the transaction that wrote it, and never before', async () => {
		const database = open();
		const jobs = jobsOn( database );
		const order: string[] = [];
		const ran = signal();
		jobs.define( 'greet', async () => {
			order.push( 'ran' );
			ran.resolve( undefined );
		} );
		await jobs.start();

		await database.transaction( async () => {
			await jobs.now( 'greet', {} );
			await untilPolled();
			order.push( 'committing' );
		} );
		await ran.promise;

		expect( order ).toEqual( [ 'committing', 'ran' ] );
	} );

	it( 'know nothing of a job whose transaction rolled back [N12]', async () => {
		const database = open();
		const jobs = jobsOn( database );
		let ran = 0;
		jobs.define( 'greet', async () => {
			ran++;
		} );
		await jobs.start();

		const failing = database.transaction( async () => {
			await jobs.now( 'greet', {} );
			throw new Error( 'no' );
		} );
		await expect( failing ).rejects.toThrow( 'no' );
		await untilPolled();

		expect( await table() ).toEqual( [] );
		expect( ran ).toBe( 0 );
	} );

	it( 'wait for their instant', async () => {
		const jobs = jobsOn( open() );
		const ran = signal< Date >();
		jobs.define( 'later', async () => ran.resolve( new Date() ) );
		await jobs.start();
		const instant = new Date( Date.now() + 250 );

		await jobs.at( instant, 'later', {} );

		expect( ( await ran.promise ).getTime() ).toBeGreaterThanOrEqual(
			instant.getTime()
		);
	} );

	it( 'try a job that threw again, and say so without crying', async () => {
		const jobs = jobsOn( open() );
		const ran = signal();
		let tries = 0;
		jobs.define( 'flaky', async () => {
			tries++;
			if ( tries < 3 ) {
				throw new Error( 'not yet' );
			}
			ran.resolve( undefined );
		} );
		await jobs.start();

		await jobs.now( 'flaky', { id: 'a' } );
		await ran.promise;
		await jobs.stop();

		expect( tries ).toBe( 3 );
		expect(
			lines.filter( ( { level } ) => level === 'warn' )
		).toHaveLength( 2 );
		expect( lines.filter( ( { level } ) => level === 'error' ) ).toEqual(
			[]
		);
		expect( await table() ).toEqual( [] );
	} );

	it( 'keep a job that failed for good, and cry with its name and ids', async () => {
		const jobs = jobsOn( open() );
		const failed = signal();
		jobs.define(
			'broken',
			async () => {
				failed.resolve( undefined );
				throw new Error( 'never' );
			},
			{ retries: 0 }
		);
		await jobs.start();

		await jobs.now( 'broken', { requestId: 'r1' } );
		await failed.promise;
		await jobs.stop();

		expect( await table() ).toEqual( [
			expect.objectContaining( {
				locked_at: null,
				next_run_at: null,
				fail_count: 1,
				fail_reason: 'never',
			} ),
		] );
		expect( lines.filter( ( { level } ) => level === 'error' ) ).toEqual( [
			expect.objectContaining( {
				job: 'broken',
				data: { requestId: 'r1' },
			} ),
		] );
	} );

	it( 'run no more of a name at once than it allows', async () => {
		const jobs = jobsOn( open() );
		const done = signal();
		let [ running, most, finished ] = [ 0, 0, 0 ];
		jobs.define(
			'narrow',
			async () => {
				most = Math.max( most, ++running );
				await new Promise( ( resolve ) => setTimeout( resolve, 10 ) );
				running--;
				if ( ++finished === 50 ) {
					done.resolve( undefined );
				}
			},
			{ concurrency: 3 }
		);
		for ( let index = 0; index < 50; index++ ) {
			await jobs.now( 'narrow', { index } );
		}

		await jobs.start();
		await done.promise;

		expect( most ).toBe( 3 );
	} );

	it( 'stop when handlers are done', async () => {
		const jobs = jobsOn( open() );
		const begin = signal();
		let finished = false;
		jobs.define( 'slow', async () => {
			begin.resolve( undefined );
			await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
			finished = true;
		} );
		await jobs.start();
		await jobs.now( 'slow', {} );
		await begin.promise;

		await jobs.stop();

		expect( finished ).toBe( true );
		expect( await table() ).toEqual( [] );
	} );

	it( 'give a job back that does not end in time: another process runs it', async () => {
		const stuck = jobsOn( open() );
		const begin = signal();
		const release = signal();
		stuck.define( 'stuck', async () => {
			begin.resolve( undefined );
			await release.promise;
		} );
		await stuck.start();
		await stuck.now( 'stuck', { id: 'a' } );
		await begin.promise;

		await stuck.stop();

		expect( await table() ).toEqual( [
			expect.objectContaining( {
				locked_at: null,
				next_run_at: expect.anything(),
			} ),
		] );
		const next = jobsOn( open() );
		const ran = signal< object >();
		next.define( 'stuck', async ( data ) => ran.resolve( data ) );
		await next.start();
		expect( await ran.promise ).toEqual( { id: 'a' } );
		await next.stop();
		release.resolve( undefined );
		await untilPolled();
		expect( await table() ).toEqual( [] );
	} );

	it( 'take over a job whose holder has died', async () => {
		const database = open();
		const jobs = jobsOn( database );
		const ran = signal< object >();
		jobs.define( 'orphan', async ( data ) => ran.resolve( data ), {
			lockSeconds: 1,
		} );
		await jobs.now( 'orphan', { id: 'a' } );
		await database.sequelize.query(
			"UPDATE rappel_jobs SET locked_at = '2026-01-01 00:00:00.000', lock_token = 'dead', next_run_at = NULL"
		);

		await jobs.start();

		expect( await ran.promise ).toEqual( { id: 'a' } );
	} );

	it( 'of two processes on one MariaDB never run the same job twice, of 500 [N14]', async () => {
		if ( open().dialect === 'sqlite' ) {
			// One process per file: see persistence/sole-process.ts.
			return;
		}
		const other = await openDatabase( { url: place().url } );
		const ran: number[] = [];
		const by = [ 0, 0 ];
		const done = signal();
		// Who is quicker holds what it may, and no more, until the other has some too.
		const bothRun = signal();
		const processes = [ open(), other ].map( ( database, process ) => {
			const jobs = jobsOn( database );
			jobs.define< { index: number } >( 'count', async ( { index } ) => {
				ran.push( index );
				by[ process ] = ( by[ process ] ?? 0 ) + 1;
				if ( Math.min( ...by ) > 0 ) {
					bothRun.resolve( undefined );
				}
				await bothRun.promise;
				if ( ran.length === 500 ) {
					done.resolve( undefined );
				}
			} );
			return jobs;
		} );
		const [ first, second ] = processes;
		await open().transaction( async () => {
			for ( let index = 0; index < 500; index++ ) {
				await first?.now( 'count', { index } );
			}
		} );

		await Promise.all( [ first?.start(), second?.start() ] );
		await done.promise;
		await untilPolled();

		expect( ran ).toHaveLength( 500 );
		expect( new Set( ran ).size ).toBe( 500 );
		expect( Math.min( ...by ) ).toBeGreaterThan( 0 );
		await Promise.all( begun.splice( 0 ).map( ( jobs ) => jobs.stop() ) );
		await other.close();
	} );
} );

interface Signal< T > {
	promise: Promise< T >;
	resolve: ( value: T ) => void;
}

function signal< T = undefined >(): Signal< T > {
	let resolve: ( value: T ) => void = () => undefined;
	const promise = new Promise< T >( ( settle ) => {
		resolve = settle;
	} );
	return { promise, resolve };
}

/** Long enough for two polls, which run on real time: whatever would have happened has. */
const untilPolled = () =>
	new Promise( ( resolve ) =>
		setTimeout( resolve, 3 * timings.pollMilliseconds )
	);
