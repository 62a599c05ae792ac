import { createTransport } from 'nodemailer';
import { MailError, type Mail, type MailErrorKind } from './mail.js';

export interface SmtpOptions {
	/** smtp://user:password@host:587 (STARTTLS where the server has it) or smtps://…:465. */
	smtpUrl: string;
	/** The sender: an address, or a name and an address. */
	from: string;
	/** Shorter in tests only. */
	timeoutMilliseconds?: number;
}

const timeoutMilliseconds = 15_000;

/** Any SMTP server. https://nodemailer.com/smtp */
export function createSmtpMail( {
	smtpUrl,
	from,
	timeoutMilliseconds: timeout = timeoutMilliseconds,
}: SmtpOptions ): Mail {
	const transport = createTransport( {
		url: smtpUrl,
		connectionTimeout: timeout,
		greetingTimeout: timeout,
		// Longer than the greeting is waited for: which of the two ran out tells whether a letter may have been handed over.
		socketTimeout: 2 * timeout,
		disableFileAccess: true,
		disableUrlAccess: true,
	} );
	return {
		async send( { to, subject, text, html } ) {
			try {
				await transport.sendMail( { from, to, subject, text, html } );
			} catch ( error ) {
				throw mailErrorOf( error );
			}
		},
	};
}

/** No connection was made, so nothing was handed over. */
const neverConnected = new Set( [
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
] );

interface NodemailerError {
	/** Of nodemailer: https://nodemailer.com/errors */
	code?: string;
	/** Of the system, where nodemailer put its own in its place. */
	originalCode?: string;
	/** The server's reply, RFC 5321, 4.2. */
	responseCode?: number;
	timeoutType?: string;
	message?: string;
}

function mailErrorOf( error: unknown ): MailError {
	const known = ( error ?? {} ) as NodemailerError;
	return new MailError(
		kindOf( known ),
		( known.message ?? 'unknown' ).replace(
			/[^\s<>:;"',]+@[^\s<>:;"',]+/g,
			'…'
		)
	);
}

function kindOf( {
	code = '',
	originalCode = '',
	responseCode,
	timeoutType,
}: NodemailerError ): MailErrorKind {
	// A reply of 4yz asks for another time, one of 5yz is final.
	if ( responseCode ) {
		return responseCode >= 500 ? 'permanent' : 'retryable';
	}
	if (
		neverConnected.has( originalCode ) ||
		code === 'EDNS' ||
		code === 'ETLS' ||
		( timeoutType && timeoutType !== 'SOCKET_TIMEOUT' )
	) {
		return 'retryable';
	}
	return code === 'EENVELOPE' || code === 'EAUTH' || code === 'ENOAUTH'
		? 'permanent'
		: 'unknown';
}
