import { compose } from './composition-root.js';
import { ConfigError, readConfig } from './config.js';
import { createLogger } from './logging.js';

const usage = `node service/dist/main.js                 starts the service
node service/dist/main.js pairing-code    prints one fresh code to connect a WordPress site with (for one hour, once)
`;

/** EX_USAGE of sysexits.h. */
const wrongUsage = 64;

async function main( [ command, ...rest ]: string[] ): Promise< void > {
	if (
		rest.length > 0 ||
		( command !== undefined && command !== 'pairing-code' )
	) {
		process.stderr.write( usage );
		process.exitCode = wrongUsage;
		return;
	}
	if ( command === 'pairing-code' ) {
		await printPairingCode();
	} else {
		await run();
	}
}

async function run(): Promise< void > {
	const config = readConfig( process.env );
	const logger = createLogger( config.logLevel );
	const service = await compose( config, { logger } );
	const started = service.start();
	let stopping = false;
	const stop = ( signal: string ) => {
		if ( stopping ) {
			return;
		}
		stopping = true;
		logger.info( { signal }, 'The service is stopping' );
		// What has begun to start is stopped once it has started, and nothing is left half open.
		started
			.then( () => service.stop() )
			// Agenda leaves a timer of half a lock's life behind each job.
			.then( () => process.exit() )
			.catch( fail );
	};
	process.on( 'SIGTERM', stop );
	process.on( 'SIGINT', stop );
	try {
		await started;
	} catch ( error ) {
		await service.stop().catch( () => undefined );
		throw error;
	}
}

async function printPairingCode(): Promise< void > {
	const service = await compose( readConfig( process.env ), {
		logger: createLogger( 'silent' ),
	} );
	try {
		process.stdout.write( `${ await service.createPairingCode() }\n` );
	} finally {
		await service.stop();
	}
}

function fail( error: unknown ): never {
	process.stderr.write(
		`${ error instanceof Error ? error.message : String( error ) }\n`
	);
	process.exit( error instanceof ConfigError ? error.exitCode : 1 );
}

main( process.argv.slice( 2 ) ).catch( fail );
