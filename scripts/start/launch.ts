import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { say, step, Stop } from '../setup/progress.mjs';
import { inPackage, repository } from '../wordpress/paths.js';
import {
	type LocalWordPress,
	prepareWordPress,
} from '../wordpress/prepare-wordpress.js';
import { provision } from '../wordpress/provision.js';
import { callerId, companyNumber, demoPage } from './demo-page.js';
import { ManagedProcess } from './managed-process.js';
import { readOptions, type StartOptions } from './options.js';
import { portTaken, untilReady } from './until-ready.js';

interface Addresses {
	site: string;
	service: string;
	lab: string;
}

/** Starts the three, fills WordPress, says where everything is, and ends all of it on Ctrl-C. */
export async function launch( argv: string[] ): Promise< void > {
	const options = readOptions( argv, process.env );
	const data = options.dataDirectory;
	const runFile = join( data, 'run.json' );
	await refuseTakenPorts( options );
	if ( options.reset ) {
		await rm( data, { recursive: true, force: true } );
	}
	await mkdir( join( data, 'logs' ), { recursive: true } );
	await rm( runFile, { force: true } );

	const addresses = addressesOf( options.portBase );
	const serviceEnvironment = await environmentOfService( data, addresses );
	const lab = labProcess( options, serviceEnvironment );
	const service = serviceProcess( options, serviceEnvironment );
	const running = [ lab, service ];
	const end = endOnSignal( running, runFile );
	try {
		await step( 'Phone lab', async () => {
			lab.start();
			await untilReady(
				`${ addresses.lab }/lab/state`,
				( { ok } ) => ok,
				30,
				notStarted( 'phone lab', data )
			);
		} );
		const pairingCode = await makePairingCode( serviceEnvironment );
		const [ wordpress, access, site ] = await prepare(
			options,
			addresses,
			pairingCode
		);
		running.push( wordpress );
		wordpress.start();
		await step( 'Service', async () => {
			service.start();
			await untilReady(
				`${ addresses.service }/readyz`,
				( { ok } ) => ok,
				60,
				notStarted( 'service', data )
			);
		} );
		const { page, admin } = await step( 'WordPress', async () => {
			// Playground answers 502 until it is ready; a site without its tables then redirects to the installer.
			await untilReady(
				addresses.site,
				( { status } ) => status < 500,
				120,
				notStarted( 'wordpress', data )
			);
			await provision.install( site, access );
			await provision.activate( site, access );
			const filled = await provision.fill(
				site,
				access,
				demoPage( options.locale )
			);
			await untilReady(
				filled.page,
				( { ok } ) => ok,
				60,
				notStarted( 'wordpress', data )
			);
			return {
				page: filled.page,
				...( await provision.login( site, access ) ),
			};
		} );
		keepCronRunning( addresses.site );
		await writeFile(
			runFile,
			JSON.stringify(
				{ ...addresses, page, admin, pid: process.pid },
				null,
				'\t'
			) + '\n'
		);
		welcome( page, admin, addresses );
	} catch ( error ) {
		await end();
		throw error;
	}
}

function addressesOf( portBase: number ): Addresses {
	return {
		site: `http://127.0.0.1:${ portBase }`,
		service: `http://127.0.0.1:${ portBase + 1 }`,
		lab: `http://127.0.0.1:${ portBase + 2 }`,
	};
}

async function refuseTakenPorts( { portBase }: StartOptions ): Promise< void > {
	for ( const port of [ portBase, portBase + 1, portBase + 2 ] ) {
		if ( await portTaken( port ) ) {
			throw new Stop(
				`Port ${ port } is taken; perhaps Rappel runs already. Stop the other (Ctrl-C in its terminal) or choose other ports: npm start -- --port-base 8900 --data .data-2`
			);
		}
	}
}

/** The same variables that a production service is given; keys are made once and kept with the data. */
async function environmentOfService(
	data: string,
	addresses: Addresses
): Promise< Record< string, string > > {
	const file = join( data, 'phone-account.json' );
	const account = await readFile( file, 'utf8' )
		.then(
			( text ) => JSON.parse( text ) as { sid: string; token: string }
		)
		.catch( async () => {
			const made = {
				sid: `AC${ randomBytes( 16 ).toString( 'hex' ) }`,
				token: randomBytes( 16 ).toString( 'hex' ),
			};
			await writeFile( file, JSON.stringify( made ), { mode: 0o600 } );
			return made;
		} );
	return {
		HOST: '127.0.0.1',
		PORT: new URL( addresses.service ).port,
		DATABASE_URL: `sqlite:${ join( data, 'rappel.sqlite' ) }`,
		PUBLIC_BASE_URL: addresses.service,
		TWILIO_ACCOUNT_SID: account.sid,
		TWILIO_AUTH_TOKEN: account.token,
		TWILIO_BASE_URL: addresses.lab,
		TWILIO_CALLER_ID: callerId,
	};
}

function labProcess(
	{ dataDirectory, portBase }: StartOptions,
	env: Record< string, string >
): ManagedProcess {
	return new ManagedProcess( {
		name: 'phone lab',
		module: join( repository, 'phone-lab', 'dist', 'main.js' ),
		args: [
			'--port',
			String( portBase + 2 ),
			'--data',
			join( dataDirectory, 'phone-lab.json' ),
		],
		// The lab's empty page links to the page from which the first call is asked for.
		env: {
			...env,
			PHONE_LAB_APPLICATION_URL: `${ addressesOf( portBase ).site }/`,
		},
		logFile: logFile( dataDirectory, 'phone-lab' ),
		onRestart: say,
	} );
}

function serviceProcess(
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

async function prepare(
	{ dataDirectory, portBase, locale }: StartOptions,
	addresses: Addresses,
	pairingCode: string
): Promise<
	[
		ManagedProcess,
		Awaited< ReturnType< typeof prepareWordPress > >,
		LocalWordPress,
	]
> {
	const site: LocalWordPress = {
		directory: join( dataDirectory, 'wordpress' ),
		url: addresses.site,
		locale,
		timeZone:
			Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/Paris',
		plugin: 'mount',
		service: { url: addresses.service, pairingCode },
	};
	const access = await prepareWordPress( site );
	const wordpress = new ManagedProcess( {
		name: 'WordPress',
		module: inPackage( '@wp-playground/cli', 'wp-playground.js' ),
		args: playgroundArguments( site, portBase ),
		preload: [
			join( repository, 'scripts', 'start', 'listen-on-loopback.mjs' ),
		],
		logFile: logFile( dataDirectory, 'wordpress' ),
		onRestart: say,
	} );
	return [ wordpress, access, site ];
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

async function makePairingCode(
	env: Record< string, string >
): Promise< string > {
	const { stdout } = await promisify( execFile )(
		process.execPath,
		[ join( repository, 'service', 'dist', 'main.js' ), 'pairing-code' ],
		{ env: { ...process.env, ...env } }
	);
	return stdout.trim();
}

/** WordPress runs its due tasks only when asked; on a server this is a line of crontab. */
function keepCronRunning( site: string ): void {
	const ask = () =>
		void fetch( `${ site }/wp-cron.php?doing_wp_cron` ).catch(
			() => undefined
		);
	setInterval( ask, 60_000 ).unref();
}

/** @return Ends everything, once. */
function endOnSignal(
	running: ManagedProcess[],
	runFile: string
): () => Promise< void > {
	let ending: Promise< void > | undefined;
	const end = () => {
		ending ??= ( async () => {
			await Promise.all( running.map( ( one ) => one.stop() ) );
			await rm( runFile, { force: true } );
		} )();
		return ending;
	};
	for ( const signal of [ 'SIGINT', 'SIGTERM', 'SIGHUP' ] as const ) {
		process.on( signal, () => {
			say( '\nEnding WordPress, the service and the phone lab…' );
			void end().then( () => process.exit( 0 ) );
		} );
	}
	return end;
}

function logFile( data: string, name: string ): string {
	return join( data, 'logs', `${ name }.log` );
}

function notStarted( name: string, data: string ): string {
	return `The ${ name } did not start. Its log says why: ${ logFile( data, name.replace( ' ', '-' ) ) }`;
}

function welcome(
	page: string,
	admin: string,
	{ service, lab }: Addresses
): void {
	say( `
Rappel is ready.

  The page a visitor sees   ${ page }
  The phones (phone lab)    ${ lab }/
  wp-admin, logged in once  ${ admin }
  The service               ${ service }

Try it: open the phones and the page side by side. On the page type 06 12 34 56 78 and press the button.
The company's phone (${ companyNumber }) rings: answer it, then answer the visitor's. They talk.
Then see Rappel → Requests in wp-admin. Ctrl-C ends everything; npm start goes on where you left.
` );
}
