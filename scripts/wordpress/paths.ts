import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export { repository } from '../setup/paths.mjs';

const require = createRequire( import.meta.url );

/** A file inside an installed npm package, found the way Node finds the package itself. */
export function inPackage( name: string, ...segments: string[] ): string {
	return join(
		dirname( require.resolve( `${ name }/package.json` ) ),
		...segments
	);
}
