// `npm start`: the whole product on one machine, without a phone account. Plain JavaScript, since nothing is installed yet.
import { checkMachine } from './setup/check-machine.mjs';
import { buildAll } from './setup/build.mjs';
import {
	compileSqlite,
	installPackages,
	sqliteBinary,
} from './setup/install.mjs';
import { say, step, Stop } from './setup/progress.mjs';
import { existsSync } from 'node:fs';

try {
	await checkMachine();
	await installPackages();
	// SQLite's driver is compiled on one core while the other builds; only the service needs it.
	const sqlite = existsSync( sqliteBinary )
		? Promise.resolve()
		: step( 'SQLite’s driver', compileSqlite );
	await Promise.all( [ sqlite, buildAll() ] );
	const { tsImport } = await import( 'tsx/esm/api' );
	const { launch } = await tsImport( './start/launch.ts', import.meta.url );
	await launch( process.argv.slice( 2 ) );
} catch ( error ) {
	say(
		`\n${ error instanceof Stop ? error.message : ( error instanceof Error && error.stack ) || error }`
	);
	process.exitCode = 1;
}
