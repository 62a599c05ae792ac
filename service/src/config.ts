import { z } from 'zod';
import { guards, type Guard } from './callbacks/sabotage.js';

const publicBaseUrlSentence =
	'Write the address at which Twilio reaches this service, for example https://callback.example.com.';

/** Of AES-256. */
const secretsKeyBytes = 32;

/** Every variable that the service reads from its environment, with the sentence that mends a wrong one. */
const environmentSchema = z.object( {
	/** The address to listen on. The loopback unless a proxy on another machine must reach the service. */
	HOST: z.string().min( 1 ).default( '127.0.0.1' ),

	/** The port to listen on; 0 takes any free one. */
	PORT: z.coerce
		.number( { error: 'Give a port number, for example PORT=8801.' } )
		.int( 'Give a whole number, for example PORT=8801.' )
		.min( 0, 'A port is 0 to 65535, for example PORT=8801.' )
		.max( 65_535, 'A port is 0 to 65535, for example PORT=8801.' )
		.default( 8_801 ),

	/** `sqlite:/absolute/path/rappel.sqlite` or `mysql://user:password@host:port/database` (MySQL 8 or MariaDB ≥ 10.6). */
	DATABASE_URL: z
		.string()
		.regex(
			/^(sqlite:.+|mysql:\/\/[^/]+\/.+)$/,
			'Write sqlite:/absolute/path/rappel.sqlite for the embedded database, or mysql://user:password@host:3306/database for MySQL 8 or MariaDB 10.6 and later.'
		)
		.default( 'sqlite:.data/rappel.sqlite' ),

	/** Where Twilio reaches this service, without a path. Empty: the address it listens on, right for the phone lab only. */
	PUBLIC_BASE_URL: z
		.url( {
			protocol: /^https?$/,
			error: publicBaseUrlSentence,
		} )
		.optional(),

	/** Of the Twilio account, as its console shows it. */
	TWILIO_ACCOUNT_SID: z
		.string( {
			error: 'Copy the Account SID from the Twilio console (it begins with AC).',
		} )
		.regex(
			/^AC[0-9a-fA-F]{32}$/,
			'Copy the Account SID from the Twilio console: AC and 32 hexadecimal digits.'
		),

	/** Of the Twilio account: signs our calls to it, and its webhooks to us. */
	TWILIO_AUTH_TOKEN: z
		.string( { error: 'Copy the Auth Token from the Twilio console.' } )
		.min( 8, 'Copy the whole Auth Token from the Twilio console.' ),

	/** 32 bytes, base64 or hexadecimal: with it the telephone accounts of sites are kept encrypted. Empty: the service keeps none. */
	SECRETS_KEY: z
		.string()
		.transform( ( text ) =>
			Buffer.from(
				text,
				/^[0-9a-fA-F]{64}$/.test( text ) ? 'hex' : 'base64'
			)
		)
		.refine(
			( key ) => key.length === secretsKeyBytes,
			'Take 32 random bytes and keep them with the database, for example from: openssl rand -base64 32'
		)
		.optional(),

	/** Another network that speaks Twilio's API, such as the phone lab. Empty: Twilio itself. */
	TWILIO_BASE_URL: z
		.url( {
			protocol: /^https?$/,
			error: 'Write an address such as http://127.0.0.1:8802, or leave it out to use Twilio.',
		} )
		.optional(),

	/** Shown on both phones where neither channel nor site has its own. */
	TWILIO_CALLER_ID: z
		.string()
		.regex(
			/^\+[1-9]\d{6,14}$/,
			'Write a number of your Twilio account with its country code, for example +33123456789.'
		)
		.optional(),

	/**
	 * From which text messages come where the channel has no sender's name: a number or a short code. Needed where the caller id
	 * sends none, as no French landline number does. Empty: from the caller id.
	 */
	TWILIO_MESSAGES_NUMBER: z
		.string()
		.regex(
			/^(\+[1-9]\d{6,14}|\d{3,8})$/,
			'Write a number of your Twilio account that sends SMS, with its country code (for example +32460123456), or a short code.'
		)
		.optional(),

	/** How many calls a second the account may place, for all instances together; Twilio's own default is 1. 0: not paced. */
	CALLS_PER_SECOND: z.coerce
		.number( {
			error: 'Give the calls per second of the Twilio account, for example CALLS_PER_SECOND=1.',
		} )
		.min(
			0,
			'Give the calls per second of the Twilio account, or 0 to leave the pace to Twilio.'
		)
		.max( 1_000, 'Give at most 1000 calls per second.' )
		.default( 1 ),

	/** How many calls the account holds at a time, for all instances together. 0: no bound. A callback needs two. */
	MAXIMUM_CALLS: z.coerce
		.number( {
			error: 'Give a whole number of calls, for example MAXIMUM_CALLS=10.',
		} )
		.int( 'Give a whole number of calls, for example MAXIMUM_CALLS=10.' )
		.min( 0, 'Give a whole number of calls, or 0 for no bound.' )
		.refine(
			( calls ) => calls !== 1,
			'A callback needs two calls at a time: give 2 or more, or 0 for no bound.'
		)
		.default( 0 ),

	/** Where e-mail is handed over: smtp://user:password@host:587, or smtps://…:465. Empty: none is sent. */
	SMTP_URL: z
		.url( {
			protocol: /^smtps?$/,
			error: 'Write the address of an SMTP server, for example smtp://user:password@mail.example.com:587.',
		} )
		.optional(),

	/** The sender of e-mail: an address, or a name and an address. */
	MAIL_FROM: z
		.string()
		.regex(
			/^([^<>@]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
			'Write an e-mail address, for example Rappel <rappel@example.com>.'
		)
		.optional(),

	/** What is logged at least. */
	LOG_LEVEL: z
		.enum(
			[ 'trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent' ],
			{
				error: 'Choose one of trace, debug, info, warn, error, fatal, silent.',
			}
		)
		.default( 'info' ),

	/** For fault tests only: where the process kills itself, see callbacks/kill-point.ts. */
	RAPPEL_KILL_AT: z.string().optional(),

	/** For fault tests only: the guard that is turned off, see callbacks/sabotage.ts. */
	RAPPEL_SABOTAGE: z
		.enum( guards, { error: `Name one of ${ guards.join( ', ' ) }.` } )
		.optional(),

	/**
	 * A code that a WordPress site offers: that site connects with it, once, within a day of the first start with it. Its set-up shows one;
	 * in docker-compose both sides are given the same.
	 */
	PAIRING_CODE: z
		.string()
		.max( 64 )
		.refine(
			( code ) => code.replace( /[^0-9A-Za-z]/g, '' ).length >= 12,
			'Copy the whole code that the set-up in WordPress shows, or take at least 12 letters and digits, for example from: openssl rand -hex 8'
		)
		.optional(),

	/** Whoever sends it as a bearer token reads /metrics. Empty: only the loopback does. */
	METRICS_TOKEN: z
		.string()
		.min(
			16,
			'Take at least 16 characters, for example from: openssl rand -hex 16'
		)
		.optional(),
} );

/** The service's settings, checked once at start. */
export interface Config {
	host: string;
	port: number;
	databaseUrl: string;
	/** Without a slash at its end; null until the service listens: then its own address. */
	publicBaseUrl: string | null;
	twilio: {
		accountSid: string;
		authToken: string;
		/** Null: Twilio itself. */
		baseUrl: string | null;
		/** E.164; null when only sites and channels have one. */
		callerId: string | null;
		/** E.164, or a short code; null: text messages come from the caller id. */
		messagesNumber: string | null;
	};
	/** Encrypts the telephone accounts of sites; null: the service keeps none. */
	secretsKey: Uint8Array | null;
	/** Calls go to a phone lab on this machine and not to a telephone network. */
	simulated: boolean;
	logLevel: string;
	/** Null: sites connect with codes that the service made. */
	pairingCode: string | null;
	/** Null: /metrics answers the loopback only. */
	metricsToken: string | null;
	/** How many calls a second the telephone account may place; 0: not paced. */
	callsPerSecond: number;
	/** How many calls it holds at a time; 0: no bound. */
	maximumCalls: number;
	/** Null: no e-mail is sent. */
	mail: { smtpUrl: string; from: string } | null;
	/** Fault tests only; null in life. */
	killAt: string | null;
	/** Fault tests only: the guard that is off; null in life. */
	sabotage: Guard | null;
}

/** The environment cannot be used; the message lists every fault, one a line, each with what mends it. */
export class ConfigError extends Error {
	/** EX_CONFIG of sysexits.h: a supervisor need not try again. */
	readonly exitCode = 78;
}

/**
 * Reads the settings; an empty variable counts as absent.
 *
 * @throws {ConfigError} With all faults together.
 */
export function readConfig(
	environment: Record< string, string | undefined >
): Config {
	const given = Object.fromEntries(
		Object.entries( environment ).filter(
			( [ , value ] ) => value !== undefined && value.trim() !== ''
		)
	);
	const read = environmentSchema.safeParse( given );
	const simulated =
		given.TWILIO_BASE_URL !== undefined &&
		isLoopback( given.TWILIO_BASE_URL );
	const faults: Fault[] = ( read.error?.issues ?? [] ).map( ( issue ) => [
		String( issue.path[ 0 ] ),
		issue.message,
	] );
	if ( given.PUBLIC_BASE_URL === undefined && ! simulated ) {
		faults.push( [ 'PUBLIC_BASE_URL', publicBaseUrlSentence ] );
	}
	if ( given.SMTP_URL !== undefined && given.MAIL_FROM === undefined ) {
		faults.push( [
			'MAIL_FROM',
			'Write the e-mail address from which Rappel writes, for example Rappel <rappel@example.com>.',
		] );
	}
	if ( ! read.success || faults.length > 0 ) {
		throw new ConfigError( sentencesOf( faults ) );
	}
	const values = read.data;
	return {
		host: values.HOST,
		port: values.PORT,
		databaseUrl: values.DATABASE_URL,
		publicBaseUrl: values.PUBLIC_BASE_URL?.replace( /\/+$/, '' ) ?? null,
		twilio: {
			accountSid: values.TWILIO_ACCOUNT_SID,
			authToken: values.TWILIO_AUTH_TOKEN,
			baseUrl: values.TWILIO_BASE_URL?.replace( /\/+$/, '' ) ?? null,
			callerId: values.TWILIO_CALLER_ID ?? null,
			messagesNumber: values.TWILIO_MESSAGES_NUMBER ?? null,
		},
		secretsKey: values.SECRETS_KEY ?? null,
		simulated,
		logLevel: values.LOG_LEVEL,
		pairingCode: values.PAIRING_CODE ?? null,
		metricsToken: values.METRICS_TOKEN ?? null,
		callsPerSecond: values.CALLS_PER_SECOND,
		maximumCalls: values.MAXIMUM_CALLS,
		mail:
			values.SMTP_URL && values.MAIL_FROM
				? { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM }
				: null,
		killAt: values.RAPPEL_KILL_AT ?? null,
		sabotage: values.RAPPEL_SABOTAGE ?? null,
	};
}

type Fault = [ variable: string, sentence: string ];

function sentencesOf( faults: Fault[] ): string {
	return [
		'The service cannot start with this environment:',
		...faults.map(
			( [ variable, sentence ] ) => `  ${ variable }: ${ sentence }`
		),
	].join( '\n' );
}

function isLoopback( url: string ): boolean {
	if ( ! URL.canParse( url ) ) {
		return false;
	}
	const host = new URL( url ).hostname.replace( /^\[|\]$/g, '' );
	return (
		host === 'localhost' ||
		host === '::1' ||
		/^127(\.\d{1,3}){3}$/.test( host )
	);
}
