import { createHash, randomBytes } from 'node:crypto';
import {
	copyFile,
	mkdir,
	readFile,
	rm,
	symlink,
	writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { layCore } from './lay-core.js';
import { repository } from './paths.js';

export interface LocalWordPress {
	/** Where WordPress lives; made when it is not there. */
	directory: string;
	/** The address people use, without a slash at the end. */
	url: string;
	/** `fr_FR` or `en_US`. */
	locale: string;
	timeZone: string;
	/** `symlink` for the machine's PHP; `mount` leaves an empty folder over which Playground mounts the plugin. */
	plugin: 'symlink' | 'mount';
	/** The service the plugin pairs with by itself; absent: the plugin stays unconnected. */
	service?: { url: string; pairingCode: string };
	/** The port on 127.0.0.1 of an SMTP server that takes WordPress's mail; absent: mail is refused. */
	smtpPort?: number;
}

/** What only the launcher and the site's provision script know. */
export interface ProvisionAccess {
	/** Sent in the header `X-Rappel-Provision`. */
	token: string;
}

const ownPhp = join( repository, 'scripts', 'wordpress', 'php' );

/**
 * Lays core, configuration and plugin so that any PHP can serve the folder. It runs no PHP itself: installing and
 * filling is done by `provision.ts` through the server, so that it works on a machine that has Node only.
 */
export async function prepareWordPress(
	site: LocalWordPress
): Promise< ProvisionAccess > {
	await layCore( site.directory );
	const token = randomBytes( 24 ).toString( 'base64url' );
	const muPlugins = join( site.directory, 'wp-content', 'mu-plugins' );
	await mkdir( muPlugins, { recursive: true } );
	await copyFile(
		join( ownPhp, 'rappel-local-site.php' ),
		join( muPlugins, 'rappel-local-site.php' )
	);
	await copyFile(
		join( ownPhp, 'rappel-provision.php' ),
		join( site.directory, 'rappel-provision.php' )
	);
	await layLanguage( site );
	await layPlugin( site );
	await writeFile(
		join( site.directory, 'wp-config.php' ),
		await configuration( site, token )
	);
	return { token };
}

/** WordPress offers only languages it finds a file of; the core's own French is not on npm, so it gets an empty one. */
async function layLanguage( site: LocalWordPress ): Promise< void > {
	const languages = join( site.directory, 'wp-content', 'languages' );
	await mkdir( languages, { recursive: true } );
	await writeFile(
		join( languages, 'fr_FR.l10n.php' ),
		"<?php\nreturn array( 'messages' => array() );\n"
	);
}

async function layPlugin( site: LocalWordPress ): Promise< void > {
	const target = join( site.directory, 'wp-content', 'plugins', 'rappel' );
	await rm( target, { recursive: true, force: true } );
	await mkdir( join( site.directory, 'wp-content', 'plugins' ), {
		recursive: true,
	} );
	if ( site.plugin === 'symlink' ) {
		await symlink( join( repository, 'plugin' ), target );
	} else {
		await mkdir( target );
	}
}

async function configuration(
	site: LocalWordPress,
	token: string
): Promise< string > {
	const constants: Record< string, string | number | boolean > = {
		DB_NAME: 'wordpress',
		DB_USER: '',
		DB_PASSWORD: '',
		DB_HOST: '',
		DB_CHARSET: 'utf8mb4',
		DB_COLLATE: '',
		WP_HOME: site.url,
		WP_SITEURL: site.url,
		WP_DEBUG: true,
		WP_DEBUG_LOG: true,
		WP_DEBUG_DISPLAY: false,
		WP_HTTP_BLOCK_EXTERNAL: true,
		WP_ACCESSIBLE_HOSTS: '127.0.0.1',
		AUTOMATIC_UPDATER_DISABLED: true,
		// The launcher calls wp-cron.php; a page must not wait for a request to the same few PHP workers.
		DISABLE_WP_CRON: true,
		WP_ENVIRONMENT_TYPE: 'local',
		RAPPEL_LOCAL_LOCALE: site.locale,
		RAPPEL_LOCAL_TIME_ZONE: site.timeZone,
		RAPPEL_PROVISION_TOKEN: token,
	};
	if ( site.service ) {
		constants.RAPPEL_SERVICE_URL = site.service.url;
		constants.RAPPEL_PAIRING_CODE = site.service.pairingCode;
	}
	if ( site.smtpPort ) {
		constants.RAPPEL_LOCAL_SMTP_PORT = site.smtpPort;
	}
	const salts = [ 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ].flatMap(
		( name ) => [ `${ name }_KEY`, `${ name }_SALT` ]
	);
	const seed = await saltSeed( site.directory );
	for ( const name of salts ) {
		constants[ name ] = createHash( 'sha256' )
			.update( `${ seed } ${ name }` )
			.digest( 'base64' );
	}
	const lines = Object.entries( constants ).map(
		( [ name, value ] ) =>
			`define( '${ name }', ${ phpLiteral( value ) } );`
	);
	return `<?php\n${ lines.join( '\n' ) }\n$table_prefix = 'wp_';\nif ( ! defined( 'ABSPATH' ) ) {\n\tdefine( 'ABSPATH', __DIR__ . '/' );\n}\nrequire_once ABSPATH . 'wp-settings.php';\n`;
}

/** Kept beside the site, so that people stay logged in from one start to the next. */
async function saltSeed( directory: string ): Promise< string > {
	const file = join( directory, 'wp-content', '.salt-seed' );
	try {
		return await readFile( file, 'utf8' );
	} catch {
		const seed = randomBytes( 32 ).toString( 'hex' );
		await writeFile( file, seed, { mode: 0o600 } );
		return seed;
	}
}

function phpLiteral( value: string | number | boolean ): string {
	return typeof value === 'string'
		? `'${ value.replaceAll( '\\', '\\\\' ).replaceAll( "'", "\\'" ) }'`
		: String( value );
}
