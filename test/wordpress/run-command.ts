import { spawn } from 'node:child_process';
import { repository } from '../../scripts/wordpress/paths.js';

/** Runs a command in the root of the checkout, with its output shown; gives its exit code. */
export function run(
	command: string,
	args: string[],
	environment: NodeJS.ProcessEnv = {}
): Promise< number > {
	return new Promise( ( done, fail ) => {
		const child = spawn( command, args, {
			cwd: repository,
			stdio: 'inherit',
			env: { ...process.env, ...environment },
		} );
		child.once( 'error', fail );
		child.once( 'close', ( code ) => done( code ?? 1 ) );
	} );
}
