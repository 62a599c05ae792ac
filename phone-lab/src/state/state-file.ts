import { mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const writeDelayMilliseconds = 40;

/**
 * Keeps one JSON file equal to the state. Written beside and renamed, so that a reader or a crash meets the old file or
 * the new one, never half of one. Without a path nothing is kept.
 */
export class StateFile {
	private handle: NodeJS.Timeout | null = null;
	private dirty = false;
	private writing: Promise< void > | null = null;

	constructor(
		private readonly path: string | null,
		private readonly content: () => unknown
	) {
		if ( path ) {
			mkdirSync( dirname( path ), { recursive: true } );
		}
	}

	/** The last state; null when there is none yet. Throws a sentence when the file is not ours. */
	static read( path: string ): unknown {
		let text: string;
		try {
			text = readFileSync( path, 'utf8' );
		} catch ( error ) {
			if ( ( error as NodeJS.ErrnoException ).code === 'ENOENT' ) {
				return null;
			}
			throw error;
		}
		try {
			return JSON.parse( text );
		} catch {
			throw new Error(
				`${ path } is not a state file of the phone lab. Move it away or name another file with --data.`
			);
		}
	}

	changed(): void {
		if ( ! this.path ) {
			return;
		}
		this.dirty = true;
		this.handle ??= setTimeout( () => {
			this.flush().catch( ( error: unknown ) => {
				process.stderr.write(
					`Phone lab: ${ this.path } could not be written: ${ String( error ) }\n`
				);
			} );
		}, writeDelayMilliseconds );
	}

	/** Resolves when everything changed so far is on disk. */
	async flush(): Promise< void > {
		if ( this.handle ) {
			clearTimeout( this.handle );
			this.handle = null;
		}
		await this.writing;
		if ( this.dirty && this.path ) {
			this.writing ??= this.write( this.path ).finally( () => {
				this.writing = null;
			} );
		}
		await this.writing;
	}

	private async write( path: string ): Promise< void > {
		this.dirty = false;
		const beside = `${ path }.new`;
		await writeFile( beside, JSON.stringify( this.content() ) );
		await rename( beside, path );
	}
}
