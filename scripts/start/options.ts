import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Stop } from '../setup/progress.mjs';
import { repository } from '../wordpress/paths.js';

export interface StartOptions {
	/** WordPress listens here, the service on the next port, the phone lab on the one after. */
	portBase: number;
	/** Everything that is kept lives here. */
	dataDirectory: string;
	/** Begin anew. */
	reset: boolean;
	locale: 'en_US' | 'fr_FR';
}

export const usage = `npm start                          WordPress, the service and the phone lab on this machine
npm start -- --reset               begin anew (deletes .data)
npm start -- --port-base 8900      other ports (three in a row; 8800 by default)
npm start -- --data DIR            another data folder, so that several run side by side
npm start -- --language fr         French or English (by default the language of your terminal)`;

/** Reads the command line; a wrong word ends with the usage. */
export function readOptions(
	argv: string[],
	environment: NodeJS.ProcessEnv
): StartOptions {
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
		if ( values.help ) {
			throw new Error( 'Rappel on this machine.' );
		}
		const portBase = Number( values[ 'port-base' ] );
		if (
			! Number.isInteger( portBase ) ||
			portBase < 1024 ||
			portBase > 65_533
		) {
			throw new Error(
				'--port-base takes a whole number from 1024 to 65533.'
			);
		}
		const language =
			values.language ??
			( environment.LC_ALL || environment.LANG || '' ).slice( 0, 2 );
		if (
			values.language !== undefined &&
			! [ 'fr', 'en' ].includes( values.language )
		) {
			throw new Error( '--language takes fr or en.' );
		}
		return {
			portBase,
			dataDirectory: resolve( repository, values.data ),
			reset: values.reset,
			locale: language === 'fr' ? 'fr_FR' : 'en_US',
		};
	} catch ( error ) {
		throw new Stop(
			`${ error instanceof Error ? error.message : error }\n\n${ usage }`
		);
	}
}
