import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '../../scripts/wordpress/paths.js';
import { eventually } from '../support/eventually.js';
import { rounded } from './print.js';

/**
 * `npm start` in a fresh clone until it says ready, with no compiled driver kept from before; ended by Ctrl-C; then again.
 * npm's own cache of downloads is as this machine has it.
 */
export async function start(): Promise< Record< string, number > > {
	const clone = await mkdtemp( join( tmpdir(), 'rappel-start-' ) );
	try {
		execFileSync( 'git', [ 'clone', '--quiet', repository, clone ] );
		const firstStartSeconds = await timeStart( clone );
		const secondStartSeconds = await timeStart( clone );
		return { firstStartSeconds, secondStartSeconds };
	} finally {
		await rm( clone, { recursive: true, force: true } );
	}
}

async function timeStart( clone: string ): Promise< number > {
	const before = performance.now();
	const child = spawn( 'npm', [ 'start', '--', '--port-base', '18800' ], {
		cwd: clone,
		env: { ...process.env, XDG_CACHE_HOME: join( clone, '.cache' ) },
		stdio: [ 'ignore', 'pipe', 'inherit' ],
		detached: true,
	} );
	try {
		await eventually(
			'npm start is ready',
			() => {
				if ( child.exitCode !== null ) {
					throw new Error(
						`npm start ended with ${ child.exitCode }`
					);
				}
				return existsSync( join( clone, '.data', 'run.json' ) );
			},
			900
		);
		return rounded( ( performance.now() - before ) / 1_000 );
	} finally {
		await interrupt( child );
	}
}

/** Ctrl-C reaches the whole group of the terminal's foreground. */
async function interrupt( child: ChildProcess ): Promise< void > {
	if ( child.pid === undefined || child.exitCode !== null ) {
		return;
	}
	const gone = once( child, 'exit' );
	process.kill( -child.pid, 'SIGINT' );
	await gone;
}
