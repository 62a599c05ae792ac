// `npm run service`: the service alone, for a WordPress elsewhere. Its settings come from the environment (docs/operating.md); it says
// itself what is missing. Plain JavaScript, since nothing is installed yet.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildService } from './setup/build.mjs';
import { checkMachine } from './setup/check-machine.mjs';
import {
	compileSqlite,
	installPackages,
	sqliteBinary,
} from './setup/install.mjs';
import { repository } from './setup/paths.mjs';
import { sayWhy, step } from './setup/progress.mjs';
import { keptSecretsKey } from './setup/secrets-key.mjs';

try {
	await checkMachine();
	await installPackages();
	if ( ! existsSync( sqliteBinary ) ) {
		await step( 'SQLite’s driver', compileSqlite );
	}
	await buildService();
	process.env.SECRETS_KEY ||= await keptSecretsKey(
		join( repository, '.data' )
	);
	await import( '../service/dist/main.js' );
} catch ( error ) {
	sayWhy( error );
	process.exitCode = 1;
}
