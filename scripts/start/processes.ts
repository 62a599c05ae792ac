import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '../setup/progress.mjs';
import { inPackage, repository } from '../wordpress/paths.js';
import type { LocalWordPress } from '../wordpress/prepare-wordpress.js';
import { callerId } from './demo-page.js';
import { ManagedProcess } from './managed-process.js';
import type { StartOptions } from './options.mjs';

/** Where the three listen. */
export interface Addresses {
	site: string;
	service: string;
	lab: string;
}

export function addressesOf( portBase: number ): Addresses {
	return {
		site: `http://127.0.0.1:${ portBase }`,
		service: `http://127.0.0.1:${ portBase + 1 }`,
		lab: `http://127.0.0.1:${ portBase + 2 }`,
	};
}

/** The same variables that a production service is given; keys are made once and kept with the data. */
export async function environmentOfService(
	data: string,
	addresses: Addresses
): Promise< Record< string, string > > {
	const account = await keptOnce(
		join( data, 'phone-account.json' ),
		() => ( {
			sid: `AC${ randomBytes( 16 ).toString( 'hex' ) }`,
			token: randomBytes( 16 ).toString( 'hex' ),
		} )
	);
	const secrets = await keptOnce( join( data, 'secrets-key.json' ), () => ( {
		key: randomBytes( 32 ).toString( 'base64' ),
	} ) );
	return {
		HOST: '127.0.0.1',
		PORT: new URL( addresses.service ).port,
		DATABASE_URL: `sqlite:${ join( data, 'rappel.sqlite' ) }`,
		PUBLIC_BASE_URL: addresses.service,
		TWILIO_ACCOUNT_SID: account.sid,
		TWILIO_AUTH_TOKEN: account.token,
		TWILIO_BASE_URL: addresses.lab,
		TWILIO_CALLER_ID: callerId,
		SECRETS_KEY: secrets.key,
	};
}

/** What is made once and stays with the data: for whoever runs it alone. */
async function keptOnce< Kept extends object >(
	file: string,
	make: () => Kept
): Promise< Kept > {
	return readFile( file, 'utf8' )
		.then( ( text ) => JSON.parse( text ) as Kept )
		.catch( async () => {
			const made = make();
			await writeFile( file, JSON.stringify( made ), { mode: 0o600 } );
			return made;
		} );
}

export function labProcess(
	{ dataDirectory, portBase }: StartOptions,
	env: Record< string, string >
): ManagedProcess {
	const { site, service } = addressesOf( portBase );
	return new ManagedProcess( {
		name: 'phone lab',
		module: join( repository, 'phone-lab', 'dist', 'main.js' ),
		args: [
			'--port',
			String( portBase + 2 ),
			'--data',
			join( dataDirectory, 'phone-lab.json' ),
		],
		env: {
			...env,
			// Who rings the caller id back reaches the service.
			PHONE_LAB_NUMBERS: JSON.stringify( [ incomingNumber( service ) ] ),
			// The lab's empty page links to the page from which the first call is asked for.
			PHONE_LAB_APPLICATION_URL: `${ site }/`,
		},
		logFile: logFile( dataDirectory, 'phone-lab' ),
		onRestart: say,
	} );
}

/** What an owner enters at Twilio for a number of theirs: docs/telephony.md. */
const incomingNumber = ( service: string ) => ( {
	number: callerId,
	voiceUrl: `${ service }/twilio/incoming`,
	statusCallback: `${ service }/twilio/incoming/status`,
	voiceFallbackUrl: `${ service }/twilio/fallback`,
	smsUrl: `${ service }/twilio/sms`,
	// Asked a second time where it failed: a message counts once.
	smsFallbackUrl: `${ service }/twilio/sms`,
} );

export function serviceProcess(
	{ dataDirectory }: StartOptions,
	env: Record< string, string >
): ManagedProcess {
	return new ManagedProcess( {
		name: 'service',
		module: join( repository, 'service', 'dist', 'main.js' ),
		args: [],
		env,
		logFile: logFile( dataDirectory, 'service' ),
		onRestart: say,
	} );
}

export function wordpressProcess(
	{ dataDirectory, portBase }: StartOptions,
	site: LocalWordPress
): ManagedProcess {
	return new ManagedProcess( {
		name: 'WordPress',
		module: inPackage( '@wp-playground/cli', 'wp-playground.js' ),
		args: playgroundArguments( site, portBase ),
		preload: [
			join( repository, 'scripts', 'start', 'listen-on-loopback.mjs' ),
		],
		logFile: logFile( dataDirectory, 'wordpress' ),
		onRestart: say,
	} );
}

/** Not `--login`: it makes every visitor without a cookie an administrator. */
function playgroundArguments( site: LocalWordPress, port: number ): string[] {
	return [
		'server',
		...[ '--port', String( port ) ],
		...[ '--site-url', site.url ],
		...[ '--php', '8.2' ],
		// Fewer may wait for each other's file locks for ever, says Playground itself.
		...[ '--workers', '6' ],
		...[ '--wordpress-install-mode', 'do-not-attempt-installing' ],
		'--skip-sqlite-setup',
		...[ '--mount-dir-before-install', site.directory, '/wordpress' ],
		...[
			'--mount-dir',
			join( repository, 'plugin' ),
			'/wordpress/wp-content/plugins/rappel',
		],
	];
}

export function logFile( data: string, name: string ): string {
	return join( data, 'logs', `${ name }.log` );
}
