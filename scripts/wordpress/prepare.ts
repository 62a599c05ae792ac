/**
 * Lays, installs and activates a local WordPress on the machine's PHP, for tests and for looking at a screen by hand:
 *
 *     npx tsx scripts/wordpress/prepare.ts --dir DIR --url http://127.0.0.1:PORT [--locale fr_FR]
 *         [--service-url URL --pairing-code CODE] [--no-activate] [--serve]
 *
 * With --serve it goes on serving until Ctrl-C and prints a one-time link that logs the owner in.
 */
import { parseArgs } from 'node:util';
import { startPhpServer } from './php-server.js';
import { type LocalWordPress, prepareWordPress } from './prepare-wordpress.js';
import { provision } from './provision.js';

const { values } = parseArgs( {
	options: {
		dir: { type: 'string' },
		url: { type: 'string' },
		locale: { type: 'string', default: 'en_US' },
		'service-url': { type: 'string' },
		'pairing-code': { type: 'string' },
		'no-activate': { type: 'boolean', default: false },
		serve: { type: 'boolean', default: false },
	},
} );
if ( ! values.dir || ! values.url ) {
	throw new Error( 'Give --dir DIR and --url http://127.0.0.1:PORT.' );
}
const site: LocalWordPress = {
	directory: values.dir,
	url: values.url,
	locale: values.locale,
	timeZone: 'Europe/Paris',
	plugin: 'symlink',
};
if ( values[ 'service-url' ] && values[ 'pairing-code' ] ) {
	site.service = {
		url: values[ 'service-url' ],
		pairingCode: values[ 'pairing-code' ],
	};
}
const access = await prepareWordPress( site );
const server = await startPhpServer(
	site.directory,
	Number( new URL( site.url ).port )
);
await provision.install( site, access );
if ( ! values[ 'no-activate' ] ) {
	await provision.activate( site, access );
}
const { admin } = await provision.login( site, access );
process.stdout.write(
	`WordPress is ready in ${ site.directory } for ${ site.url }\n`
);
if ( values.serve ) {
	process.stdout.write( `Owner: ${ admin }\n` );
	process.once( 'SIGINT', () => void server.stop() );
	process.once( 'SIGTERM', () => void server.stop() );
} else {
	await server.stop();
}
