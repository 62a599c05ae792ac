import { execFileSync, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface MariadbServer {
	/** `mysql://root@127.0.0.1:port`, without a database: whoever uses it makes one of its own. */
	url: string;
	pid: number;
	/** Kills it as a crash would, and starts it again on the same data and port. */
	restart: () => Promise< void >;
	stop: () => Promise< void >;
}

const binaries = [
	'/usr/sbin/mariadbd',
	'/usr/bin/mariadbd',
	'/usr/local/bin/mariadbd',
	'/opt/homebrew/bin/mariadbd',
];
const startMilliseconds = 60_000;

/** Where mariadbd is installed; null where it is not. */
export function findMariadbd(): string | null {
	return binaries.find( ( file ) => existsSync( file ) ) ?? null;
}

/**
 * Starts a MariaDB of our own on a free port of the loopback, with data in a temporary folder that go when it stops. Tuned for tests:
 * a power cut loses what was committed.
 *
 * @param mariadbd              Its path, see {@link findMariadbd}.
 * @param options
 * @param options.survivesKills What was committed outlives a killed process: it is handed to the system at each commit.
 * @param options.large         For more than fits into memory at ease: on disk, with a buffer pool as a server of its own would have.
 */
export async function startMariadb(
	mariadbd: string,
	options: { survivesKills?: boolean; large?: boolean } = {}
): Promise< MariadbServer > {
	const folder = mkdtempSync(
		path.join(
			options.large ? tmpdir() : fastTemporaryFolder(),
			'rappel-mariadb-'
		)
	);
	const data = path.join( folder, 'data' );
	cpSync( emptyDataFolder( mariadbd ), data, { recursive: true } );
	const port = await freePort();
	const flags = [
		'--no-defaults',
		...asRoot(),
		`--datadir=${ data }`,
		// Of its own: a server that starts deletes the temporary tables that it finds there.
		`--tmpdir=${ folder }`,
		`--socket=${ path.join( folder, 'socket' ) }`,
		`--pid-file=${ path.join( folder, 'pid' ) }`,
		'--bind-address=127.0.0.1',
		`--port=${ port }`,
		'--skip-grant-tables',
		'--skip-name-resolve',
		'--skip-log-bin',
		// https://mariadb.com/docs/server/server-usage/storage-engines/innodb/innodb-system-variables#innodb_flush_log_at_trx_commit
		`--innodb-flush-log-at-trx-commit=${ options.survivesKills ? 2 : 0 }`,
		'--innodb-doublewrite=0',
		`--innodb-buffer-pool-size=${ options.large ? '2G' : '64M' }`,
		`--innodb-log-file-size=${ options.large ? '512M' : '8M' }`,
		'--max-connections=300',
		'--performance-schema=off',
	];
	let running = await serve( mariadbd, flags );
	return {
		url: `mysql://root@127.0.0.1:${ port }`,
		get pid() {
			return running.pid;
		},
		async restart() {
			await running.kill();
			running = await serve( mariadbd, flags );
		},
		async stop() {
			await running.kill();
			rmSync( folder, { recursive: true, force: true } );
		},
	};
}

/** One process of the server, ready for connections. */
async function serve( mariadbd: string, flags: string[] ) {
	const server = spawn( mariadbd, flags, {
		stdio: [ 'ignore', 'ignore', 'pipe' ],
	} );
	let log = '';
	server.stderr.on( 'data', ( chunk: Buffer ) => {
		log = ( log + chunk.toString() ).slice( -4_000 );
	} );
	const ended = new Promise< void >( ( resolve ) =>
		server.once( 'exit', () => resolve() )
	);
	const deadline = Date.now() + startMilliseconds;
	while ( ! log.includes( 'ready for connections' ) ) {
		if ( server.exitCode !== null || Date.now() > deadline ) {
			server.kill( 'SIGKILL' );
			throw new Error( `mariadbd did not start:\n${ log }` );
		}
		await delay( 20 );
	}
	return {
		pid: server.pid ?? 0,
		async kill() {
			server.kill( 'SIGKILL' );
			await ended;
		},
	};
}

/**
 * Jest's globalSetup: one MariaDB for the run. `RAPPEL_TEST_MARIADB_URL` names another server, or "none". It stands in this file
 * since Jest resolves no `.js` to `.ts` for it.
 */
export default async function setUp(): Promise< void > {
	if ( process.env.RAPPEL_TEST_MARIADB_URL ) {
		return;
	}
	const mariadbd = findMariadbd();
	if ( ! mariadbd ) {
		process.stderr.write(
			'No MariaDB on this machine: tests on it are skipped. To get it on Debian or Ubuntu: apt-get install mariadb-server\n'
		);
		return;
	}
	const server = await startMariadb( mariadbd );
	process.env.RAPPEL_TEST_MARIADB_URL = server.url;
	Object.assign( globalThis, { stopTestMariadb: server.stop } );
}

/** Made once per version and machine (a few seconds), then copied. */
function emptyDataFolder( mariadbd: string ): string {
	const version =
		/\d+\.\d+\.\d+/.exec(
			execFileSync( mariadbd, [ '--version' ] ).toString()
		)?.[ 0 ] ?? 'unknown';
	const template = path.join(
		tmpdir(),
		`rappel-mariadb-${ version }-empty-v1`
	);
	if ( ! existsSync( template ) ) {
		const making = mkdtempSync( `${ template }-` );
		execFileSync(
			'mariadb-install-db',
			[
				'--no-defaults',
				...asRoot(),
				`--datadir=${ making }`,
				'--auth-root-authentication-method=normal',
				'--skip-test-db',
				'--innodb-log-file-size=8M',
			],
			{ stdio: [ 'ignore', 'ignore', 'pipe' ] }
		);
		try {
			renameSync( making, template );
		} catch {
			// Another run was quicker.
			rmSync( making, { recursive: true, force: true } );
		}
	}
	return template;
}

const asRoot = () => ( process.getuid?.() === 0 ? [ '--user=root' ] : [] );

const fastTemporaryFolder = () =>
	existsSync( '/dev/shm' ) ? '/dev/shm' : tmpdir();

/** Below the range from which the system takes ports for connections of its own, so that none of them sits on it meanwhile. */
async function freePort(): Promise< number > {
	for (;;) {
		const port = randomInt( 10_000, 30_000 );
		const free = await new Promise< boolean >( ( resolve ) => {
			const probe = createServer();
			probe.once( 'error', () => resolve( false ) );
			probe.listen( port, '127.0.0.1', () =>
				probe.close( () => resolve( true ) )
			);
		} );
		if ( free ) {
			return port;
		}
	}
}
