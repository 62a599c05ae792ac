import type { JobId, JobParameters } from 'agenda';
import type { Database } from '../../persistence/database.js';
import { claim, giveBack, giveBackExpired } from './claims.js';
import { lockTokenOf, toJob } from './job-row.js';

/** How many jobs of a name this process may hold, running ones included, and how many it takes in one transaction. */
export type ClaimLimits = ( name: string ) => { held: number; batch: number };

interface Wanted {
	name: string;
	dueBefore: Date;
	/** After so long a lock is void. */
	lockMilliseconds: number;
	now: Date;
	modifiedBy: string | null;
}

interface Held {
	name: string;
	token: string;
	lockedAt: Date;
	/** Set until it begins, for a job that this process wrote locked: when, by `performance.now()`. */
	writtenAt?: number;
}

/** A job that this process wrote locked and that begins within this time is still this process's: its lock lasts longer. */
const freshMilliseconds = 500;

const longestSweepPauseMilliseconds = 1_000;

/**
 * The jobs that this process has locked: a batch is claimed in one transaction and handed to Agenda one at a time, and no more than the limit
 * is held, so that a backlog stays in the database, where other processes see it.
 */
export class LocalClaims {
	private readonly holding = new Map< string, Held >();
	private readonly waiting = new Map< string, JobParameters[] >();
	private readonly sweptAt = new Map< string, number >();
	private readonly starved = new Set< string >();
	/** Names of which the last claim took all that was due; Agenda asks once more right after it. */
	private readonly exhausted = new Set< string >();
	private readonly claiming = new Set< Promise< unknown > >();
	/** How long a lock lasts, of each name that Agenda has asked for. */
	private readonly lockMilliseconds = new Map< string, number >();
	private closed = false;
	/** Told that jobs of a name may be there for the taking, after one was refused for the limit. */
	onRoom: ( name: string ) => void = () => undefined;
	/** Whether somebody runs what is offered here. */
	listening: () => boolean = () => false;

	constructor(
		private readonly database: Database,
		private readonly limits: ClaimLimits
	) {}

	async next( wanted: Wanted ): Promise< JobParameters | undefined > {
		this.lockMilliseconds.set( wanted.name, wanted.lockMilliseconds );
		const ready = this.waiting.get( wanted.name )?.shift();
		if ( ready || this.closed ) {
			if ( ready?._id && this.holding.get( ready._id )?.writtenAt ) {
				// It was not found by looking, so nothing says that more are there.
				this.exhausted.add( wanted.name );
			}
			return ready;
		}
		if ( this.exhausted.delete( wanted.name ) ) {
			return undefined;
		}
		const { held, batch } = this.limits( wanted.name );
		const room = Math.min( batch, held - this.countOf( wanted ) );
		if ( room <= 0 ) {
			this.starved.add( wanted.name );
			return undefined;
		}
		const taking = this.take( wanted, room );
		this.claiming.add( taking );
		try {
			const [ first, ...others ] = await taking;
			this.waiting.set( wanted.name, [
				...( this.waiting.get( wanted.name ) ?? [] ),
				...others,
			] );
			return first;
		} finally {
			this.claiming.delete( taking );
		}
	}

	/** A job of this name was written: what was known of it is so no longer. */
	noteNew( name: string ): void {
		this.exhausted.delete( name );
	}

	/** Whether a job of this name that is due now may be written locked by this process, since it would claim it at once. */
	takesAtOnce( name: string ): boolean {
		const lockMilliseconds = this.lockMilliseconds.get( name );
		return (
			! this.closed &&
			this.listening() &&
			lockMilliseconds !== undefined &&
			lockMilliseconds > freshMilliseconds &&
			this.countOf( { name, lockMilliseconds, now: new Date() } ) <
				this.limits( name ).held
		);
	}

	/**
	 * Takes a job that was written locked, now that it is committed. Until then it counts for nothing, since its transaction
	 * may roll back.
	 *
	 * @param job
	 * @param writtenAt By `performance.now()`.
	 */
	offer( job: JobParameters, writtenAt: number ): void {
		const token = lockTokenOf( job );
		if ( ! job._id || token === null ) {
			return;
		}
		this.holding.set( job._id, {
			name: job.name,
			token,
			lockedAt: job.lockedAt ?? new Date(),
			writtenAt,
		} );
		if ( this.closed ) {
			// When that fails, its lock runs out.
			this.giveBack( [ job._id ] ).catch( () => undefined );
			return;
		}
		this.waiting.set( job.name, [
			...( this.waiting.get( job.name ) ?? [] ),
			job,
		] );
	}

	/** Whether the row of a job that begins need not be written: this process wrote it, locked, just now. True only once. */
	beginsAsWritten( id: JobId ): boolean {
		const held = this.holding.get( id );
		const writtenAt = held?.writtenAt;
		delete held?.writtenAt;
		return (
			writtenAt !== undefined &&
			performance.now() - writtenAt < freshMilliseconds
		);
	}

	/** Notes a job that was locked by other ways. */
	held( job: JobParameters ): JobParameters {
		const token = lockTokenOf( job );
		if ( job._id && token ) {
			this.holding.set( job._id, {
				name: job.name,
				token,
				lockedAt: job.lockedAt ?? new Date(),
			} );
		}
		return job;
	}

	/** The job is no longer this process's. */
	released( id: JobId ): void {
		const held = this.holding.get( id );
		this.holding.delete( id );
		if ( held && this.starved.delete( held.name ) ) {
			this.onRoom( held.name );
		}
	}

	async giveBack( ids: JobId[] ): Promise< void > {
		const tokens = ids.flatMap(
			( id ) => this.holding.get( id )?.token ?? []
		);
		ids.forEach( ( id ) => this.released( id ) );
		if ( tokens.length > 0 ) {
			await giveBack(
				this.database,
				'id IN ( ? ) AND lock_token IN ( ? )',
				[ ids, tokens ]
			);
		}
	}

	/** Claims no more, and gives back everything: what waits here and what still runs. */
	async close(): Promise< void > {
		this.closed = true;
		await Promise.allSettled( this.claiming );
		this.waiting.clear();
		await this.giveBack( [ ...this.holding.keys() ] as JobId[] );
	}

	open(): void {
		this.closed = false;
	}

	private async take(
		wanted: Wanted,
		limit: number
	): Promise< JobParameters[] > {
		const ask = () => claim( this.database, { ...wanted, limit } );
		let rows = await ask();
		if (
			rows.length === 0 &&
			this.mayHaveExpired( wanted ) &&
			( await giveBackExpired( this.database, wanted ) ) > 0
		) {
			rows = await ask();
		}
		if ( rows.length > 0 && rows.length < limit ) {
			this.exhausted.add( wanted.name );
		}
		return rows.map( ( row ) =>
			this.held(
				Object.assign( toJob< unknown >( row ), {
					lockedAt: wanted.now,
				} )
			)
		);
	}

	/** Locks run out slowly: their sweep need not be part of every claim. */
	private mayHaveExpired( { name, lockMilliseconds }: Wanted ): boolean {
		const pause = Math.min(
			longestSweepPauseMilliseconds,
			lockMilliseconds / 4
		);
		if ( Date.now() - ( this.sweptAt.get( name ) ?? 0 ) < pause ) {
			return false;
		}
		this.sweptAt.set( name, Date.now() );
		return true;
	}

	/** A lock that has run out is held no longer: Agenda drops a job that waited too long without a word. */
	private countOf( {
		name,
		lockMilliseconds,
		now,
	}: Pick< Wanted, 'name' | 'lockMilliseconds' | 'now' > ): number {
		let count = 0;
		for ( const [ id, held ] of this.holding ) {
			if ( held.name !== name ) {
				continue;
			}
			if ( now.getTime() - held.lockedAt.getTime() > lockMilliseconds ) {
				this.holding.delete( id );
			} else {
				count++;
			}
		}
		return count;
	}
}
