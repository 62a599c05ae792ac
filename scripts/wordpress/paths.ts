import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire( import.meta.url );

/** The root of the checkout. */
export const repository = join(
	dirname( fileURLToPath( import.meta.url ) ),
	'..',
	'..'
);

/** A file inside an installed npm package, found the way Node finds the package itself. */
export function inPackage( name: string, ...segments: string[] ): string {
	return join(
		dirname( require.resolve( `${ name }/package.json` ) ),
		...segments
	);
}
