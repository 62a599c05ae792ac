import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** Runs a command in the root of the checkout, with its output shown; gives its exit code. */
export function run(
	command: string,
	args: string[],
	environment: NodeJS.ProcessEnv = {}
): Promise< number > {
	return new Promise( ( done, fail ) => {
		const child = spawn( command, args, {
			cwd: resolve( import.meta.dirname, '../..' ),
			stdio: 'inherit',
			env: { ...process.env, ...environment },
		} );
		child.once( 'error', fail );
		child.once( 'close', ( code ) => done( code ?? 1 ) );
	} );
}
