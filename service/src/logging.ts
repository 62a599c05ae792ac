import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

/**
 * Keys whose values never reach a log, at the top and up to three levels down. A number that must be recognised again is
 * logged by {@link maskNumber} under another key.
 */
const secretKeys = [
	'authToken',
	'authorization',
	'clientNumber',
	'code',
	'consentText',
	'destinationNumber',
	'fullName',
	'name',
	'nonce',
	'note',
	'number',
	'password',
	'secret',
	'signature',
	'token',
	'visitorAddress',
	'visitorName',
];

const headerPaths = [
	'authorization',
	'cookie',
	'set-cookie',
	'rappel-signature',
	'rappel-nonce',
	'x-twilio-signature',
].flatMap( ( header ) => [
	`req.headers["${ header }"]`,
	`res.headers["${ header }"]`,
] );

/**
 * One JSON object a line, on standard output. ERROR means that somebody must act; WARN, that something was refused or
 * tried again.
 *
 * @param level       What is written at least; "silent" writes nothing.
 * @param destination Where to; standard output when absent.
 */
export function createLogger(
	level: string,
	destination?: DestinationStream
): Logger {
	const options = {
		level,
		base: { service: 'rappel' },
		timestamp: pino.stdTimeFunctions.isoTime,
		formatters: { level: ( label: string ) => ( { level: label } ) },
		redact: {
			paths: [
				...secretKeys.flatMap( ( key ) => [
					key,
					`*.${ key }`,
					`*.*.${ key }`,
				] ),
				...headerPaths,
			],
			censor: '[hidden]',
		},
	};
	return destination ? pino( options, destination ) : pino( options );
}

/** "+33612345678" → "+336…78": enough to compare two lines of a log, not enough to call. */
export function maskNumber( e164: string ): string {
	return e164.length < 8
		? '…'
		: `${ e164.slice( 0, 4 ) }…${ e164.slice( -2 ) }`;
}
