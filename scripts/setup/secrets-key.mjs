import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const bytes = 32;

/**
 * The key with which the service keeps secrets: made once, and kept beside the data, since what was encrypted with it is lost without it.
 * `npm start` keeps its own in the same file.
 *
 * @param {string} directory Where the data lives; made when it is not there.
 * @return {Promise<string>} Base64.
 */
export async function keptSecretsKey( directory ) {
	const file = join( directory, 'secrets-key.json' );
	try {
		return JSON.parse( await readFile( file, 'utf8' ) ).key;
	} catch {
		const made = randomBytes( bytes ).toString( 'base64' );
		await mkdir( directory, { recursive: true } );
		// Never over one that is there.
		await writeFile( file, JSON.stringify( { key: made } ), {
			mode: 0o600,
			flag: 'wx',
		} );
		return made;
	}
}
