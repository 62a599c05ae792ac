import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { repository } from './paths.js';

/** WordPress on the machine's own PHP (fast; used by the tests). Four workers, since a page may call the site itself. */
export async function startPhpServer(
	directory: string,
	port: number
): Promise< { stop: () => Promise< void > } > {
	const child = spawn(
		'php',
		[
			'-d',
			'opcache.enable_cli=1',
			'-d',
			'variables_order=EGPCS',
			'-S',
			`127.0.0.1:${ port }`,
			'-t',
			directory,
			join( repository, 'scripts', 'wordpress', 'php', 'router.php' ),
		],
		{
			env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
			stdio: [ 'ignore', 'ignore', 'pipe' ],
			detached: true,
		}
	);
	let log = '';
	child.stderr?.on(
		'data',
		( chunk: Buffer ) =>
			( log = ( log + chunk.toString() ).slice( -4_000 ) )
	);
	await answers(
		`http://127.0.0.1:${ port }/wp-includes/version.php`,
		child,
		() => log
	);
	return { stop: () => stopGroup( child ) };
}

async function answers(
	url: string,
	child: ChildProcess,
	log: () => string
): Promise< void > {
	for ( let tries = 0; tries < 100; tries++ ) {
		if ( child.exitCode !== null ) {
			break;
		}
		try {
			await fetch( url, { signal: AbortSignal.timeout( 5_000 ) } );
			return;
		} catch {
			await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
		}
	}
	throw new Error( `PHP's server did not start: ${ log() }` );
}

/** PHP's workers are children of the server, so the whole group is ended. */
async function stopGroup( child: ChildProcess ): Promise< void > {
	if ( child.exitCode !== null || child.pid === undefined ) {
		return;
	}
	const ended = once( child, 'exit' );
	process.kill( -child.pid, 'SIGTERM' );
	await ended;
}
