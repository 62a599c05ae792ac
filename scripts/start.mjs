// `npm start`: the whole product on one machine, without a phone account. Plain JavaScript, since nothing is installed yet.
import { existsSync } from 'node:fs';
import { checkMachine } from './setup/check-machine.mjs';
import { buildAll } from './setup/build.mjs';
import {
	compileSqlite,
	installPackages,
	sqliteBinary,
} from './setup/install.mjs';
import { say, sayWhy, step } from './setup/progress.mjs';
import { readOptions, usage } from './start/options.mjs';

/** @param {import('./start/options.mjs').StartOptions} options */
async function start( options ) {
	await checkMachine();
	await installPackages();
	// SQLite's driver is compiled on one core while the other builds; only the service needs it.
	const sqlite = existsSync( sqliteBinary )
		? Promise.resolve()
		: step( 'SQLite’s driver', compileSqlite );
	await Promise.all( [ sqlite, buildAll() ] );
	const { tsImport } = await import( 'tsx/esm/api' );
	const { launch } = await tsImport( './start/launch.ts', import.meta.url );
	await launch( options );
}

try {
	const options = readOptions( process.argv.slice( 2 ), process.env );
	await ( options.help ? say( usage ) : start( options ) );
} catch ( error ) {
	sayWhy( error );
	process.exitCode = 1;
}
