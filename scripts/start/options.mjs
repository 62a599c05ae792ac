// The command line of `npm start`. Plain JavaScript: it is read before anything is installed.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from '../setup/paths.mjs';
import { Stop } from '../setup/progress.mjs';

/**
 * @typedef {Object} StartOptions
 * @property {number}            portBase      WordPress listens here, the service on the next port, the phone lab on the one after.
 * @property {string}            dataDirectory Everything that is kept lives here.
 * @property {boolean}           reset         Begin anew.
 * @property {'en_US' | 'fr_FR'} locale        Of the demo site.
 * @property {boolean}           help          Only say what can be said.
 */

export const usage = `npm start                          WordPress, the service and the phone lab on this machine
npm start -- --reset               begin anew (deletes .data)
npm start -- --port-base 8900      other ports (three in a row; 8800 by default)
npm start -- --data DIR            another data folder, so that several run side by side
npm start -- --language fr         French or English (by default the language of your terminal)`;

/**
 * Reads the command line.
 *
 * @param {string[]}          argv
 * @param {NodeJS.ProcessEnv} environment
 * @return {StartOptions} What was chosen, or by default.
 * @throws {Stop} With the usage, at a wrong word.
 */
export function readOptions( argv, environment ) {
	try {
		const { values } = parseArgs( {
			args: argv,
			options: {
				'port-base': { type: 'string', default: '8800' },
				data: { type: 'string', default: '.data' },
				reset: { type: 'boolean', default: false },
				language: { type: 'string' },
				help: { type: 'boolean', default: false },
			},
		} );
		return {
			portBase: portBaseOf( values[ 'port-base' ] ),
			dataDirectory: resolve( repository, values.data ),
			reset: values.reset,
			locale: localeOf( values.language, environment ),
			help: values.help,
		};
	} catch ( error ) {
		throw new Stop(
			`${ error instanceof Error ? error.message : error }\n\n${ usage }`
		);
	}
}

/** @param {string} typed */
function portBaseOf( typed ) {
	const portBase = Number( typed );
	if (
		! Number.isInteger( portBase ) ||
		portBase < 1024 ||
		portBase > 65_533
	) {
		throw new Error(
			'--port-base takes a whole number from 1024 to 65533.'
		);
	}
	return portBase;
}

/**
 * @param {string | undefined} typed
 * @param {NodeJS.ProcessEnv}  environment
 */
function localeOf( typed, { LC_ALL, LANG } ) {
	if ( typed !== undefined && ! [ 'fr', 'en' ].includes( typed ) ) {
		throw new Error( '--language takes fr or en.' );
	}
	const language = typed ?? ( LC_ALL || LANG || '' ).slice( 0, 2 );
	return language === 'fr' ? 'fr_FR' : 'en_US';
}
