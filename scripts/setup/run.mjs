import { spawn } from 'node:child_process';
import { Stop } from './progress.mjs';

/**
 * Runs a command to its end, silently; when it fails, the end of what it printed is the error.
 *
 * @param {string}                                                                   command
 * @param {string[]}                                                                 args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, hint?: string, input?: string }} [options] `hint`: the sentence that says how to mend a failure.
 * @return {Promise<string>} What it printed on both streams.
 */
export function run( command, args, options = {} ) {
	return new Promise( ( resolve, reject ) => {
		const child = spawn( command, args, {
			cwd: options.cwd,
			env: { ...process.env, ...options.env },
			stdio: [ 'ignore', 'pipe', 'pipe' ],
		} );
		let output = '';
		const collect = ( /** @type {Buffer} */ chunk ) => {
			output += chunk.toString();
		};
		child.stdout.on( 'data', collect );
		child.stderr.on( 'data', collect );
		child.on( 'error', reject );
		child.on( 'close', ( code ) => {
			if ( code === 0 ) {
				resolve( output );
				return;
			}
			const hint = options.hint ? `\n\n${ options.hint }` : '';
			reject(
				new Stop(
					`\`${ command } ${ args.join( ' ' ) }\` failed (${ code }):\n${ output.slice( -3_000 ) }${ hint }`
				)
			);
		} );
	} );
}
