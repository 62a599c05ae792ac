// `npm test`: installs what is missing, builds, and runs everything. Its last line is "N passed, N failed".
import { checkMachine } from './setup/check-machine.mjs';
import { buildAll } from './setup/build.mjs';
import { installSystemPackages } from './setup/debian.mjs';
import { compileSqlite, installPackages } from './setup/install.mjs';
import { say, sayWhy } from './setup/progress.mjs';

try {
	await checkMachine();
	const missing = await installSystemPackages();
	await installPackages();
	await compileSqlite();
	await buildAll();
	const { tsImport } = await import( 'tsx/esm/api' );
	const { runStages } = await tsImport(
		'./test/run-stages.ts',
		import.meta.url
	);
	process.exitCode = await runStages( missing, process.argv.slice( 2 ) );
} catch ( error ) {
	sayWhy( error );
	say( '0 passed, 1 failed' );
	process.exitCode = 1;
}
