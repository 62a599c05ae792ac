import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from '../wordpress/paths.js';

export interface ManagedProcessOptions {
	/** What people read: "service". */
	name: string;
	/** The module that Node runs, and its arguments. */
	module: string;
	args: string[];
	env?: Record< string, string >;
	/** Modules that Node loads before it. */
	preload?: string[];
	logFile: string;
	/** Told when the process ended by itself and is being started again. */
	onRestart?: ( sentence: string ) => void;
}

const stopSeconds = 12;
const restartsPerMinute = 5;

/**
 * One process of the launcher: started, watched, started again when it dies, and ended with the launcher. It is in a
 * process group of its own, so that Ctrl-C reaches it only through `stop`, in the launcher's order.
 */
export class ManagedProcess {
	private child: ChildProcess | undefined;
	private stopping = false;
	private readonly starts: number[] = [];

	constructor( private readonly options: ManagedProcessOptions ) {}

	/** Null while the process is not running. */
	get pid(): number | null {
		return this.child?.pid ?? null;
	}

	start(): void {
		const { module, args, env, preload = [], logFile } = this.options;
		const log = createWriteStream( logFile, { flags: 'a' } );
		const preloads = [
			join( repository, 'scripts', 'start', 'follow-parent.mjs' ),
			...preload,
		];
		this.starts.push( Date.now() );
		const child = spawn(
			process.execPath,
			[
				...preloads.flatMap( ( file ) => [
					'--import',
					pathToFileURL( file ).href,
				] ),
				module,
				...args,
			],
			{
				env: { ...process.env, ...env },
				stdio: [ 'ignore', 'pipe', 'pipe', 'ipc' ],
				detached: true,
			}
		);
		this.child = child;
		child.stdout?.pipe( log );
		child.stderr?.pipe( log );
		child.once( 'exit', ( code, signal ) =>
			this.ended( signal ?? `code ${ code }` )
		);
	}

	/** Asks it to end, and ends it after 12 s if it has not. */
	async stop(): Promise< void > {
		this.stopping = true;
		const child = this.child;
		if ( ! child || child.exitCode !== null || child.signalCode !== null ) {
			return;
		}
		await new Promise< void >( ( resolve ) => {
			const force = setTimeout(
				() => child.kill( 'SIGKILL' ),
				stopSeconds * 1_000
			);
			child.once( 'exit', () => {
				clearTimeout( force );
				resolve();
			} );
			child.kill( 'SIGTERM' );
		} );
	}

	private ended( how: string ): void {
		if ( this.stopping ) {
			return;
		}
		const { name, logFile, onRestart } = this.options;
		const recent = this.starts.filter( ( at ) => Date.now() - at < 60_000 );
		if ( recent.length >= restartsPerMinute ) {
			onRestart?.(
				`The ${ name } ended ${ recent.length } times in a minute and is left alone. Its log: ${ logFile }`
			);
			return;
		}
		onRestart?.(
			`The ${ name } ended (${ how }) and is started again. Its log: ${ logFile }`
		);
		setTimeout( () => this.stopping || this.start(), 300 );
	}
}
