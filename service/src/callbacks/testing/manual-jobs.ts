import type { Clock } from '../../clock.js';
import type { Jobs } from '../../jobs/jobs.js';
import type { Database } from '../../persistence/database.js';

interface Entry {
	name: string;
	data: object;
	at: Date;
}

/** What outlives a process: hand it to the next composition, as the database would. */
export class JobTable {
	entries: Entry[] = [];
}

/**
 * Jobs that run when a test says so, one after the other. Like the real ones they join the transaction, and one whose
 * process "died" (its handler threw) is there for the next.
 */
export class ManualJobs implements Jobs {
	readonly running = true;
	private readonly handlers = new Map<
		string,
		( data: never ) => Promise< void >
	>();

	constructor(
		private readonly database: Database,
		private readonly clock: Clock,
		readonly table = new JobTable()
	) {}

	define< D extends object >(
		name: string,
		handler: ( data: D ) => Promise< void >
	): void {
		this.handlers.set( name, handler );
	}

	now< D extends object >( name: string, data: D ): Promise< void > {
		return this.at( this.clock.now(), name, data );
	}

	async at< D extends object >(
		at: Date,
		name: string,
		data: D
	): Promise< void > {
		this.database.afterCommit( () =>
			this.table.entries.push( { at, name, data } )
		);
	}

	/** Runs what is due, and what that makes due, until nothing is. */
	async run(): Promise< void > {
		for ( let due = this.next(); due; due = this.next() ) {
			await this.handlers.get( due.name )?.( due.data as never );
			this.table.entries.splice( this.table.entries.indexOf( due ), 1 );
		}
	}

	async start(): Promise< void > {}
	async stop(): Promise< void > {}

	private next(): Entry | undefined {
		return this.table.entries.find(
			( entry ) => entry.at <= this.clock.now()
		);
	}
}
