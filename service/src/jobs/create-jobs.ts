import { Agenda, exponential, type Job } from 'agenda';
import { asyncNamespace } from '../persistence/async-namespace.js';
import type { Database } from '../persistence/database.js';
import type { Logger } from '../logging.js';
import type { JobOptions, Jobs } from './jobs.js';
import { giveBack } from './sql-backend/claims.js';
import { createSqlBackend } from './sql-backend/sql-backend.js';

/** How often jobs are looked for that this process did not make, and how far ahead they are claimed. */
const pollMilliseconds = 2_000;
const stopMilliseconds = 10_000;
/** Claimed and not begun, beyond those that run: enough to go on with, while the rest stays where other processes see it. */
const claimedAhead = 20;

const defaults = {
	concurrency: 10,
	lockSeconds: 60,
	retries: 5,
} satisfies Required< JobOptions >;

/** Jobs, and what the operator asks of them. */
export interface OperatedJobs extends Jobs {
	/** How many are due and not yet done. */
	waiting: () => Promise< number >;
}

interface Options {
	database: Database;
	logger: Logger;
	/** Shorter in tests only. */
	timings?: {
		pollMilliseconds?: number;
		stopMilliseconds?: number;
		firstRetryMilliseconds?: number;
	};
}

/** The jobs of this process, in the service's database: see {@link Jobs}. */
export function createJobs( {
	database,
	logger,
	timings = {},
}: Options ): OperatedJobs {
	const concurrencies = new Map< string, number >();
	const backend = createSqlBackend( {
		database,
		limits: ( name ) => {
			const concurrency =
				concurrencies.get( name ) ?? defaults.concurrency;
			return { held: concurrency + claimedAhead, batch: concurrency };
		},
		removeFinished: true,
	} );
	const agenda = new Agenda( {
		backend,
		processEvery: timings.pollMilliseconds ?? pollMilliseconds,
		// The limits above hold the backlog back; Agenda's own stops refilling until the next poll once it is reached.
		maxConcurrency: 1_000,
	} );
	// What Agenda could not do in the database it tries again at its next poll.
	agenda.on( 'error', ( error: Error ) =>
		logger.warn( { err: error }, 'Jobs could not be claimed or saved' )
	);
	let running = false;

	const save = async ( name: string, instant: Date, data: object ) => {
		await agenda.create( name, data ).schedule( instant ).save();
	};

	return {
		define< D extends object >(
			name: string,
			handler: ( data: D ) => Promise< void >,
			options: JobOptions = {}
		) {
			const { concurrency, lockSeconds, retries } = {
				...defaults,
				...options,
			};
			concurrencies.set( name, concurrency );
			agenda.define< D >(
				name,
				( job: Job< D > ) =>
					attempt( { job, handler, retries, logger } ),
				{
					concurrency,
					lockLifetime: lockSeconds * 1_000,
					backoff: exponential( {
						delay: timings.firstRetryMilliseconds ?? 1_000,
						factor: 2,
						maxRetries: retries,
						jitter: 0.2,
					} ),
				}
			);
		},
		now: ( name, data ) => save( name, new Date(), data ),
		at: ( instant, name, data ) => save( name, instant, data ),
		async start() {
			if ( database.dialect === 'sqlite' ) {
				// One process per file: whoever held a lock is dead, and nobody need wait for it to run out.
				await giveBack( database, 'locked_at IS NOT NULL', [] );
			}
			await asyncNamespace.runOutside( () => agenda.start() );
			running = true;
		},
		async stop() {
			running = false;
			const { running: unfinished } = await agenda.drain( {
				timeout: timings.stopMilliseconds ?? stopMilliseconds,
				closeConnection: false,
			} );
			await backend.repository.claims.close();
			if ( unfinished > 0 ) {
				logger.warn(
					{ unfinished },
					'Jobs did not finish in time and were given back'
				);
			}
		},
		waiting: () => backend.repository.getQueueSize(),
		get running() {
			return running;
		},
	};
}

interface Attempt< D extends object > {
	job: Job< D >;
	handler: ( data: D ) => Promise< void >;
	retries: number;
	logger: Logger;
}

/** ERROR, somebody must act, is for the last failure: the job stays in the database, and nothing runs it again by itself. */
async function attempt< D extends object >( {
	job,
	handler,
	retries,
	logger,
}: Attempt< D > ): Promise< void > {
	const { name, data, failCount = 0, _id: jobId } = job.attrs;
	try {
		await handler( data );
	} catch ( error ) {
		const context = {
			err: error,
			job: name,
			jobId,
			data,
			failures: failCount + 1,
		};
		if ( failCount < retries ) {
			logger.warn( context, 'A job failed and will be tried again' );
		} else {
			logger.error( context, 'A job failed for good and is kept' );
		}
		throw error;
	}
}
