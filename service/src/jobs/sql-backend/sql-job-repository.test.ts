import { expect, it } from '@jest/globals';
import { toJobId, type JobParameters } from 'agenda';
import { openDatabase, type Database } from '../../persistence/database.js';
import { onEachDatabase } from '../../persistence/testing/each-database.js';
import { createSqlBackend } from './sql-backend.js';
import type { SqlJobRepository } from './sql-job-repository.js';

const minute = 60_000;

onEachDatabase( "Agenda's repository on our database", ( open, place ) => {
	const repositoryOn = ( database: Database ) =>
		createSqlBackend( { database } ).repository;
	const job = ( given: Partial< JobParameters > = {} ): JobParameters => ( {
		name: 'dial',
		priority: 0,
		nextRunAt: new Date( Date.now() - 1_000 ),
		type: 'normal',
		data: {},
		...given,
	} );
	const claim = (
		repository: SqlJobRepository,
		lockMilliseconds = minute
	) => {
		const now = new Date();
		return repository.getNextJobToRun(
			'dial',
			now,
			new Date( now.getTime() - lockMilliseconds ),
			now,
			undefined
		);
	};
	const begun = ( claimed: JobParameters ): JobParameters =>
		Object.assign( claimed, { lastRunAt: new Date(), nextRunAt: null } );
	const ended = ( claimed: JobParameters ): JobParameters => {
		const done = Object.assign( claimed, { lastFinishedAt: new Date() } );
		delete done.lockedAt;
		return done;
	};

	it( 'gives a job back on unlock, though it had begun', async () => {
		const repository = repositoryOn( open() );
		await repository.saveJob( job(), undefined );
		const claimed = begun( await must( claim( repository ) ) );
		await repository.saveJobState( claimed, undefined );

		await repository.unlockJob( claimed );

		expect( ( await must( claim( repository ) ) )._id ).toBe( claimed._id );
	} );

	it( 'lets a handler past its lock change nothing of a job that another has taken', async () => {
		const repository = repositoryOn( open() );
		await repository.saveJob( job(), undefined );
		const slow = begun( await must( claim( repository ) ) );
		await repository.saveJobState( slow, undefined );
		await untilLater( slow );
		const second = repositoryOn( open() );
		const quick = await must( claim( second, 0 ) );

		await expect(
			repository.saveJobState( ended( slow ), undefined )
		).rejects.toThrow( 'another process has taken it over' );
		await repository.unlockJob( slow );
		await repository.unlockJobs( [ present( slow._id ) ] );

		const stored = await must( second.getJobById( String( quick._id ) ) );
		expect( stored.lockedAt ).toBeDefined();
		await second.saveJobState( ended( begun( quick ) ), undefined );
		expect(
			( await second.getJobById( String( quick._id ) ) )?.lockedAt
		).toBeUndefined();
	} );

	it( 'takes up a job whose lock has run out, and not before', async () => {
		const repository = repositoryOn( open() );
		await repository.saveJob( job(), undefined );
		const dead = begun( await must( claim( repository ) ) );
		await repository.saveJobState( dead, undefined );
		await untilLater( dead );

		expect( await claim( repositoryOn( open() ), minute ) ).toBeUndefined();
		expect( ( await must( claim( repositoryOn( open() ), 0 ) ) )._id ).toBe(
			dead._id
		);
	} );

	/** As a process that has looked for jobs and found none. */
	const looking = async () => {
		const backend = createSqlBackend( {
			database: open(),
			limits: () => ( { held: 2, batch: 2 } ),
			removeFinished: true,
		} );
		await backend.notificationChannel.connect();
		backend.notificationChannel.subscribe( () => undefined );
		await claim( backend.repository );
		return backend;
	};

	it( 'keeps a new job for now from everybody else, and begins it without another word', async () => {
		const { repository } = await looking();
		await repository.saveJob( job(), undefined );

		expect( await claim( repositoryOn( open() ) ) ).toBeUndefined();
		const own = await must( claim( repository ) );
		await repository.saveJobState( begun( own ), undefined );
		await repository.saveJobState( ended( own ), undefined );

		expect( ( await repository.queryJobs() ).total ).toBe( 0 );
	} );

	it( 'lets another process take a new job whose writer has died, once its lock has run out', async () => {
		const { repository: dead } = await looking();
		const saved = await dead.saveJob( job(), undefined );
		await untilLater( { ...job(), lockedAt: new Date() } );

		expect( await claim( repositoryOn( open() ), minute ) ).toBeUndefined();
		const taken = await must( claim( repositoryOn( open() ), 0 ) );

		expect( taken._id ).toBe( saved._id );
		const woken = await must( claim( dead ) );
		await expect(
			dead.saveJobState( ended( begun( woken ) ), undefined )
		).rejects.toThrow( 'another process has taken it over' );
	} );

	it( 'holds nothing of a new job whose transaction rolled back', async () => {
		const { repository } = await looking();
		await open()
			.transaction( async () => {
				await repository.saveJob( job(), undefined );
				throw new Error( 'no' );
			} )
			.catch( () => undefined );

		expect( await claim( repository ) ).toBeUndefined();
	} );

	it( 'leaves a new job to all when it is full, stopped, or has never looked', async () => {
		const { repository: full } = await looking();
		await full.saveJob( job(), undefined );
		await full.saveJob( job(), undefined );
		const stopped = await looking();
		await stopped.notificationChannel.disconnect();
		const other = repositoryOn( open() );
		for ( const one of [ full, stopped.repository, other ] ) {
			await one.saveJob( job(), undefined );
			await must( claim( other ) );
		}
		await full.saveJob(
			job( { nextRunAt: new Date( Date.now() + minute ) } ),
			undefined
		);

		expect(
			( await other.queryJobs() ).jobs.filter(
				( { lockedAt } ) => ! lockedAt
			)
		).toHaveLength( 1 );
	} );

	it( 'gives back a new job that was committed after it closed', async () => {
		const { repository } = await looking();
		await open().transaction( async () => {
			await repository.saveJob( job(), undefined );
			await repository.claims.close();
		} );
		const other = repositoryOn( open() );

		await eventually( () => claim( other ) );
	} );

	it( 'touches nothing when nothing was asked for', async () => {
		const repository = repositoryOn( open() );
		await repository.saveJob( job(), undefined );

		for ( const nothing of [
			{},
			{ ids: [] },
			{ names: [] },
			{ notNames: [] },
		] ) {
			expect( await repository.removeJobs( nothing ) ).toBe( 0 );
			expect( await repository.disableJobs( nothing ) ).toBe( 0 );
		}

		expect( ( await repository.queryJobs() ).jobs ).toEqual( [
			expect.objectContaining( { disabled: false } ),
		] );
	} );

	it( 'finds jobs by what their data hold, and by no wildcard', async () => {
		const repository = repositoryOn( open() );
		await repository.saveJob(
			job( { data: { site: { id: 1 }, n: 1 } } ),
			undefined
		);
		await repository.saveJob(
			job( { data: { site: { id: 2 } } } ),
			undefined
		);

		expect(
			( await repository.queryJobs( { data: { site: { id: 1 } } } ) )
				.total
		).toBe( 1 );
		expect(
			( await repository.queryJobs( { search: 'd_al' } ) ).total
		).toBe( 0 );
		expect(
			await repository.removeJobs( { data: { site: { id: 2 } } } )
		).toBe( 1 );
		expect( ( await repository.queryJobs() ).total ).toBe( 1 );
	} );

	it( 'keeps a unique job the only one, though 20 save it at once', async () => {
		const repositories = [ repositoryOn( open() ), repositoryOn( open() ) ];
		const unique = { 'data.request': 'r1' };

		const saved = await Promise.all(
			Array.from( { length: 20 }, ( _, index ) =>
				repositories[ index % 2 ]?.saveJob(
					job( { unique, data: { request: 'r1', index } } ),
					undefined
				)
			)
		);

		expect( new Set( saved.map( ( one ) => one?._id ) ).size ).toBe( 1 );
		expect( ( await repositoryOn( open() ).queryJobs() ).total ).toBe( 1 );
	} );

	it( 'gives no job to two who claim at once', async () => {
		const other = await openDatabase( { url: place().url } );
		const one = createSqlBackend( {
			database: open(),
			limits: () => ( { held: 100, batch: 7 } ),
		} ).repository;
		const two = createSqlBackend( {
			database: other,
			limits: () => ( { held: 100, batch: 7 } ),
		} ).repository;
		for ( let index = 0; index < 60; index++ ) {
			await one.saveJob( job( { data: { index } } ), undefined );
		}

		const claimed: string[] = [];
		const claimAll = async ( repository: SqlJobRepository ) => {
			for (
				let next = await claim( repository );
				next;
				next = await claim( repository )
			) {
				claimed.push( String( next._id ) );
			}
		};
		await Promise.all( [ claimAll( one ), claimAll( two ) ] );

		expect( claimed ).toHaveLength( 60 );
		expect( new Set( claimed ).size ).toBe( 60 );
		await other.close();
	} );

	it( 'hands out the oldest first, and of the same time the most urgent', async () => {
		const repository = createSqlBackend( {
			database: open(),
			limits: () => ( { held: 10, batch: 10 } ),
		} ).repository;
		const [ early, late ] = [
			new Date( Date.now() - 2_000 ),
			new Date( Date.now() - 1_000 ),
		];
		await repository.saveJob(
			job( { nextRunAt: late, data: 'late' } ),
			undefined
		);
		await repository.saveJob(
			job( { nextRunAt: early, data: 'early' } ),
			undefined
		);
		await repository.saveJob(
			job( { nextRunAt: early, priority: 10, data: 'early and urgent' } ),
			undefined
		);

		const order = [
			await claim( repository ),
			await claim( repository ),
			await claim( repository ),
		].map( ( one ) => one?.data );

		expect( order ).toEqual( [ 'early and urgent', 'early', 'late' ] );
	} );

	it( 'holds no more than its limit, and asks again once there is room', async () => {
		const backend = createSqlBackend( {
			database: open(),
			limits: () => ( { held: 2, batch: 5 } ),
		} );
		const { repository } = backend;
		for ( let index = 0; index < 3; index++ ) {
			await repository.saveJob( job(), undefined );
		}
		const told: string[] = [];
		await backend.notificationChannel.connect();
		backend.notificationChannel.subscribe(
			( { jobName } ) => void told.push( jobName )
		);
		const first = await must( claim( repository ) );
		await must( claim( repository ) );
		expect( await claim( repository ) ).toBeUndefined();

		await repository.saveJobState( ended( begun( first ) ), undefined );

		expect( told ).toEqual( [ 'dial' ] );
		await must( claim( repository ) );
	} );

	it( 'gives everything back when it closes', async () => {
		const repository = createSqlBackend( {
			database: open(),
			limits: () => ( { held: 5, batch: 5 } ),
		} ).repository;
		await repository.saveJob( job(), undefined );
		await repository.saveJob( job(), undefined );
		await repository.saveJobState(
			begun( await must( claim( repository ) ) ),
			undefined
		);

		await repository.claims.close();

		expect( await claim( repository ) ).toBeUndefined();
		const next = repositoryOn( open() );
		await must( claim( next ) );
		await must( claim( next ) );
	} );

	it( 'publishes after the commit, and never what rolled back', async () => {
		const { notificationChannel: channel } = createSqlBackend( {
			database: open(),
		} );
		await channel.connect();
		const told: string[] = [];
		channel.subscribe( ( { jobName } ) => void told.push( jobName ) );
		const publish = ( jobName: string ) =>
			channel.publish( {
				jobId: toJobId( 'any' ),
				jobName,
				nextRunAt: null,
				priority: 0,
				timestamp: new Date(),
			} );

		await open().transaction( async () => {
			await publish( 'kept' );
			expect( told ).toEqual( [] );
		} );
		await open()
			.transaction( async () => {
				await publish( 'undone' );
				throw new Error( 'no' );
			} )
			.catch( () => undefined );

		expect( told ).toEqual( [ 'kept' ] );
	} );
} );

async function must< T >(
	value: Promise< T | null | undefined >
): Promise< T > {
	return present( await value );
}

/** What is given back without anybody waiting for it. */
async function eventually< T >(
	ask: () => Promise< T | undefined >
): Promise< T > {
	for (;;) {
		const answer = await ask();
		if ( answer !== undefined ) {
			return answer;
		}
		await new Promise( ( resolve ) => setImmediate( resolve ) );
	}
}

function present< T >( value: T | null | undefined ): T {
	if ( value === null || value === undefined ) {
		throw new Error( 'There is none.' );
	}
	return value;
}

/** Until the lock is a few milliseconds old. */
const untilLater = ( { lockedAt }: JobParameters ) =>
	new Promise( ( resolve ) =>
		setTimeout( resolve, 20 + ( lockedAt?.getTime() ?? 0 ) - Date.now() )
	);
