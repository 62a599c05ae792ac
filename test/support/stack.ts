import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ChannelSettingsInput } from '@rappel/contract';
import {
	callerId,
	companyNumber,
	demoPage,
} from '../../scripts/start/demo-page.js';
import { untilReady } from '../../scripts/start/until-ready.js';
import { repository } from '../../scripts/wordpress/paths.js';
import { startPhpServer } from '../../scripts/wordpress/php-server.js';
import {
	type LocalWordPress,
	prepareWordPress,
	type ProvisionAccess,
} from '../../scripts/wordpress/prepare-wordpress.js';
import { type DemoPage, provision } from '../../scripts/wordpress/provision.js';
import { linkCore } from './link-core.js';
import { freePorts } from './free-ports.js';
import { NodeProcess } from './node-process.js';
import { PhoneLabClient } from './phone-lab-client.js';
import { SharedClock } from './shared-clock.js';
import { followClock } from './wordpress-clock.js';

export interface StackOptions {
	locale?: 'en_US' | 'fr_FR';
	settings?: Partial< ChannelSettingsInput >;
	/** Added to the service's environment. */
	serviceEnvironment?: Record< string, string >;
	/** Service, phone lab and plugin go by a clock of their own, which begins at this instant (ISO 8601) and is moved on by the test. */
	startAt?: string;
}

export interface PhoneSide {
	directory: string;
	service: NodeProcess;
	serviceUrl: string;
	serviceEnvironment: Record< string, string >;
	lab: NodeProcess;
	phones: PhoneLabClient;
	/** The machine's, unless `startAt` was given. */
	clock: SharedClock;
	/** Starts the service (again) and waits until it is ready. */
	startService: ( more?: Record< string, string > ) => Promise< void >;
	/** A fresh code with which a WordPress pairs. The service must not run on SQLite meanwhile. */
	pairingCode: () => Promise< string >;
	stop: () => Promise< void >;
}

interface IdlePhoneSide extends PhoneSide {
	startLab: () => Promise< void >;
}

export interface Stack extends PhoneSide {
	site: string;
	/** The public page with the block. */
	page: string;
	channelId: string;
	/** The folder in which WordPress lives. */
	wordpress: string;
	/** A fresh one-time link that logs the owner in. */
	adminLink: () => Promise< string >;
	/** One call of the service, signed as the site's. */
	callService: < Answer >( call: {
		method: string;
		path: string;
		body: unknown;
	} ) => Promise< Answer >;
}

export { callerId, companyNumber };

/** What voices say in full takes a seventh of a test's time. */
const voiceRate = 4;

/** A process starts in a second; on a machine with more work than cores, in many. */
const startSeconds = 90;

/** The service on a new SQLite file (or the database of `serviceEnvironment`) and a phone lab of its own. */
export async function startPhoneSide(
	options: StackOptions = {}
): Promise< PhoneSide > {
	const phoneSide = await layPhoneSide( options );
	await phoneSide.startLab();
	return phoneSide;
}

/** Both, before they are started. */
async function layPhoneSide( options: StackOptions ): Promise< IdlePhoneSide > {
	const directory = await mkdtemp( join( tmpdir(), 'rappel-' ) );
	const [ servicePort, labPort ] = ( await freePorts( 2 ) ) as [
		number,
		number,
	];
	const account = {
		TWILIO_ACCOUNT_SID: `AC${ '1'.repeat( 32 ) }`,
		TWILIO_AUTH_TOKEN: '2'.repeat( 32 ),
	};
	const serviceUrl = `http://127.0.0.1:${ servicePort }`;
	const labUrl = `http://127.0.0.1:${ labPort }`;
	const clock = new SharedClock(
		join( directory, 'clock' ),
		options.startAt ? Date.parse( options.startAt ) : undefined
	);
	const onClock = options.startAt ? clock.environment : {};
	const serviceEnvironment = {
		...account,
		...onClock,
		HOST: '127.0.0.1',
		PORT: String( servicePort ),
		DATABASE_URL: `sqlite:${ join( directory, 'rappel.sqlite' ) }`,
		PUBLIC_BASE_URL: serviceUrl,
		TWILIO_BASE_URL: labUrl,
		TWILIO_CALLER_ID: callerId,
		SECRETS_KEY: '3'.repeat( 64 ),
		...options.serviceEnvironment,
	};
	const module = join( repository, 'service', 'dist', 'main.js' );
	const service = new NodeProcess( module, [], serviceEnvironment );
	const lab = new NodeProcess(
		join( repository, 'phone-lab', 'dist', 'main.js' ),
		[
			'--port',
			String( labPort ),
			'--data',
			join( directory, 'phone-lab.json' ),
			'--voice-rate',
			String( voiceRate ),
		],
		{
			...account,
			...onClock,
			// Who rings the caller id back, or answers an SMS, reaches the service, as an owner arranges it at Twilio: docs/telephony.md.
			PHONE_LAB_NUMBERS: JSON.stringify( [
				{
					number: callerId,
					voiceUrl: `${ serviceUrl }/twilio/incoming`,
					statusCallback: `${ serviceUrl }/twilio/incoming/status`,
					voiceFallbackUrl: `${ serviceUrl }/twilio/fallback`,
					smsUrl: `${ serviceUrl }/twilio/sms`,
				},
			] ),
		}
	);
	return {
		directory,
		service,
		serviceUrl,
		serviceEnvironment,
		lab,
		phones: new PhoneLabClient( labUrl ),
		clock,
		startLab: async () => {
			lab.start();
			await untilReady(
				`${ labUrl }/lab/state`,
				( { ok } ) => ok,
				startSeconds,
				'The phone lab did not start.'
			);
		},
		startService: async ( more ) => {
			service.start( more );
			await untilReady(
				`${ serviceUrl }/readyz`,
				( { ok } ) => ok,
				startSeconds,
				`The service did not start: ${ service.log }`
			);
		},
		pairingCode: async () => {
			const { stdout } = await promisify( execFile )(
				process.execPath,
				[ module, 'pairing-code' ],
				{
					env: { ...process.env, ...serviceEnvironment },
				}
			);
			return stdout.trim();
		},
		stop: async () => {
			await service.end();
			await lab.end();
			await rm( directory, { recursive: true, force: true } );
		},
	};
}

/** With this the service is started and the plugin connects: one process less than a code that the service makes. */
const pairingCode = 'RPL-0000-0000-0000';

/** The whole product as `npm start` makes it, but with WordPress on the machine's own PHP, which is ten times as fast. */
export async function startStack(
	options: StackOptions = {}
): Promise< Stack > {
	const locale = options.locale ?? 'en_US';
	const phoneSide = await layPhoneSide( options );
	// What Node starts and what PHP installs do not need each other.
	const [ { site, access, php } ] = await Promise.all( [
		serveWordPress( phoneSide, {
			locale,
			service: { url: phoneSide.serviceUrl, pairingCode },
			onClock: options.startAt !== undefined,
		} ),
		phoneSide
			.startLab()
			.then( () =>
				phoneSide.startService( { PAIRING_CODE: pairingCode } )
			),
	] );
	await provision.activate( site, access );
	const filled = await provision.fill(
		site,
		access,
		demoFor( locale, options.settings )
	);
	return {
		...phoneSide,
		site: site.url,
		page: filled.page,
		channelId: filled.channelId,
		wordpress: site.directory,
		adminLink: async () => ( await provision.login( site, access ) ).admin,
		callService: ( call ) => provision.service( site, access, call ),
		stop: async () => {
			await php.stop();
			await phoneSide.stop();
		},
	};
}

/** An installed WordPress beside a phone side; its plugin is not active yet. */
export async function serveWordPress(
	{ directory, clock }: PhoneSide,
	{
		locale,
		service,
		onClock = false,
	}: Pick< LocalWordPress, 'locale' | 'service' > & { onClock?: boolean }
): Promise< {
	site: LocalWordPress;
	access: ProvisionAccess;
	php: { stop: () => Promise< void > };
} > {
	const [ port ] = ( await freePorts( 1 ) ) as [ number ];
	const site: LocalWordPress = {
		directory: join( directory, 'wordpress' ),
		url: `http://127.0.0.1:${ port }`,
		locale,
		timeZone: 'Europe/Paris',
		plugin: 'symlink',
		...( service && { service } ),
	};
	await linkCore( site.directory );
	const access = await prepareWordPress( site );
	if ( onClock ) {
		await followClock( site.directory, clock );
	}
	const php = await startPhpServer( site.directory, port );
	await provision.install( site, access );
	return { site, access, php };
}

function demoFor(
	locale: 'en_US' | 'fr_FR',
	settings: StackOptions[ 'settings' ]
): DemoPage {
	const demo = demoPage( locale );
	return {
		...demo,
		settings: {
			...demo.settings,
			// A busy machine takes longer to lift a phone than a person does.
			calls: {
				...demo.settings.calls,
				companyRingSeconds: 60,
				clientRingSeconds: 60,
			},
			...settings,
		},
	};
}
