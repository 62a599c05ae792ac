import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { say, step, Stop } from '../setup/progress.mjs';
import { repository } from '../wordpress/paths.js';
import {
	type LocalWordPress,
	prepareWordPress,
} from '../wordpress/prepare-wordpress.js';
import { provision } from '../wordpress/provision.js';
import { companyNumber, demoPage } from './demo-page.js';
import type { ManagedProcess } from './managed-process.js';
import type { StartOptions } from './options.mjs';
import {
	type Addresses,
	addressesOf,
	environmentOfService,
	labProcess,
	logFile,
	serviceProcess,
	wordpressProcess,
} from './processes.js';
import { portTaken, untilReady } from './until-ready.js';

/** Starts the three, fills WordPress, says where everything is, and ends all of it on Ctrl-C. */
export async function launch( options: StartOptions ): Promise< void > {
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
		const [ pairingCode ] = await Promise.all( [
			makePairingCode( serviceEnvironment ),
			step( 'Phone lab', async () => {
				lab.start();
				await untilReady(
					`${ addresses.lab }/lab/state`,
					( { ok } ) => ok,
					30,
					notStarted( 'phone lab', data )
				);
			} ),
		] );
		const site = localSite( options, addresses, pairingCode );
		const access = await prepareWordPress( site );
		const wordpress = wordpressProcess( options, site );
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
			// Playground answers 502 until it is ready. A picture, since a page would take PHP a second more.
			await untilReady(
				`${ addresses.site }/wp-includes/images/blank.gif`,
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
			const [ login ] = await Promise.all( [
				provision.login( site, access ),
				untilReady(
					filled.page,
					( { ok } ) => ok,
					60,
					notStarted( 'wordpress', data )
				),
			] );
			return { page: filled.page, ...login };
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

async function refuseTakenPorts( { portBase }: StartOptions ): Promise< void > {
	for ( const port of [ portBase, portBase + 1, portBase + 2 ] ) {
		if ( await portTaken( port ) ) {
			throw new Stop(
				`Port ${ port } is taken; perhaps Rappel runs already. Stop the other (Ctrl-C in its terminal) or choose other ports: npm start -- --port-base 8900 --data .data-2`
			);
		}
	}
}

function localSite(
	{ dataDirectory, locale }: StartOptions,
	addresses: Addresses,
	pairingCode: string
): LocalWordPress {
	return {
		directory: join( dataDirectory, 'wordpress' ),
		url: addresses.site,
		locale,
		timeZone:
			Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/Paris',
		plugin: 'mount',
		service: { url: addresses.service, pairingCode },
	};
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
