import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../scripts/wordpress/paths.js';

const follow = join( repository, 'test', 'support', 'follow-shared-clock.mjs' );

/** The one clock of several processes, which a test moves on; see follow-shared-clock.mjs. It never goes back. */
export class SharedClock {
	private readonly file: number;
	/** By how many milliseconds it is before the machine's; below zero where a test lives in the past. */
	private ahead: number;

	/**
	 * @param path    Of the file that the processes read.
	 * @param startAt Milliseconds since 1970; absent: the machine's time.
	 */
	constructor(
		readonly path: string,
		startAt = Date.now()
	) {
		this.ahead = startAt - Date.now();
		this.file = openSync( path, 'w' );
		this.write();
	}

	/** What a Node process is started with so that it goes by this clock. */
	get environment(): Record< string, string > {
		return {
			RAPPEL_CLOCK_FILE: this.path,
			NODE_OPTIONS: `--import ${ follow }`,
		};
	}

	/** Milliseconds since 1970. */
	now(): number {
		return Date.now() + this.ahead;
	}

	jump( milliseconds: number ): void {
		// Whole milliseconds, as every clock of a process shows: at a part of one a service does not start.
		this.ahead += Math.ceil( Math.max( 0, milliseconds ) );
		this.write();
	}

	/** Moves it on to an instant that is not past yet. */
	goTo( instant: number ): void {
		this.jump( instant - this.now() );
	}

	private write(): void {
		const bytes = Buffer.alloc( 8 );
		bytes.writeDoubleLE( this.ahead );
		writeSync( this.file, bytes, 0, 8, 0 );
	}
}
