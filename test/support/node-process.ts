import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { repository } from '../../scripts/wordpress/paths.js';

/** A test that is killed takes its processes along. */
const followParent = pathToFileURL(
	join( repository, 'scripts', 'start', 'follow-parent.mjs' )
).href;

/** A Node module run as a process of its own, as a test starts, kills and starts it again. */
export class NodeProcess {
	private child: ChildProcess | undefined;
	/** The end of what it printed, for the message of a failure. */
	log = '';

	constructor(
		private readonly module: string,
		private readonly args: string[],
		private readonly env: Record< string, string >
	) {}

	/** Starts it; `more` is added to its environment for this start alone. */
	start( more: Record< string, string > = {} ): void {
		const child = spawn(
			process.execPath,
			[ '--import', followParent, this.module, ...this.args ],
			{
				env: { ...process.env, ...this.env, ...more },
				stdio: [ 'ignore', 'pipe', 'pipe', 'ipc' ],
			}
		);
		for ( const stream of [ child.stdout, child.stderr ] ) {
			stream?.on(
				'data',
				( chunk: Buffer ) =>
					( this.log = ( this.log + chunk.toString() ).slice(
						-60_000
					) )
			);
		}
		this.child = child;
	}

	get running(): boolean {
		return (
			this.child !== undefined &&
			this.child.exitCode === null &&
			this.child.signalCode === null
		);
	}

	/** Seconds of the processor that it has used; null where it does not run, or the system does not say. */
	async cpuSeconds(): Promise< number | null > {
		const stat = await readFile(
			`/proc/${ this.child?.pid }/stat`,
			'utf8'
		).catch( () => '' );
		// Behind the name, which may have spaces; user and system time in hundredths (proc_pid_stat(5)).
		const fields = stat.split( ') ' )[ 1 ]?.split( ' ' ) ?? [];
		const ticks = Number( fields[ 11 ] ) + Number( fields[ 12 ] );
		return Number.isNaN( ticks ) ? null : ticks / 100;
	}

	/** What it holds of the machine's memory, in megabytes; NaN where it does not run, or the system does not say. */
	async rssMb(): Promise< number > {
		const status = await readFile(
			`/proc/${ this.child?.pid }/status`,
			'utf8'
		).catch( () => '' );
		return (
			Number(
				/^VmRSS:\s+(\d+) kB/m.exec( status )?.[ 1 ] ?? Number.NaN
			) / 1_024
		);
	}

	/** Whether it runs and was stopped by SIGSTOP, by whomever. */
	async frozen(): Promise< boolean > {
		if ( ! this.running ) {
			return false;
		}
		const { stdout } = await promisify( execFile )( 'ps', [
			'-o',
			'stat=',
			'-p',
			String( this.child?.pid ),
		] ).catch( () => ( { stdout: '' } ) );
		return stdout.trim().startsWith( 'T' );
	}

	/** Sends a signal to it, if it runs. */
	signal( signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL' | 'SIGUSR2' ): void {
		if ( this.running ) {
			this.child?.kill( signal );
		}
	}

	/** Ends it and waits until it is gone. */
	async end( signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM' ): Promise< void > {
		if ( ! this.child || ! this.running ) {
			return;
		}
		const gone = once( this.child, 'exit' );
		this.child.kill( signal );
		await gone;
	}

	/** Waits until it has ended by itself or by somebody else's signal. */
	async gone(): Promise< void > {
		if ( this.child && this.running ) {
			await once( this.child, 'exit' );
		}
	}
}
