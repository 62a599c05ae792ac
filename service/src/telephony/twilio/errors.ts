import type { MessageFailure } from '../call-events.js';
import { TelephonyError, type TelephonyErrorKind } from '../telephony.js';

/** The owner has something to mend: the account, the sender, a country. https://www.twilio.com/docs/api/errors */
const settings = new Set( [
	20003, 20005, 20008, 21210, 21212, 21215, 21219, 21267, 21408, 21606, 21608,
	21612, 21659, 30002, 30032, 30034,
] );
/** The called number is none, cannot be called, or its owner does not want to be. */
const numberAtFault = new Set( [
	13224, 21202, 21211, 21214, 21216, 21217, 21610, 21614, 30004, 30005, 30006,
] );
/** Full queues, a phone that is off, and what the carrier did not explain: another time it may go well. */
const passing = new Set( [ 20429, 21611, 30001, 30003, 30008, 30017 ] );
/** "Call is not in-progress": an update came after its end. */
export const callIsOver = 21220;
export const notFound = 20404;

/** No connection was made, so nothing was sent. */
const neverSent = new Set( [
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
] );

/**
 * What Twilio's SDK or the connection threw, by what may be done next. Anything that is not known to have been refused
 * counts as unknown: only a certain refusal allows the same call to be sent again.
 */
export function telephonyErrorOf( error: unknown ): TelephonyError {
	const { status, code, message } = fieldsOf( error );
	const number = typeof code === 'number' ? code : null;
	const make = ( kind: TelephonyErrorKind, invalid = false ) =>
		new TelephonyError(
			kind,
			String( code ?? ( status ? `http-${ status }` : 'unknown' ) ),
			// Twilio's sentences name the number that they are about.
			message.replace( /\+?\d{6,}/g, '…' ),
			invalid
		);
	if ( status === null ) {
		return make(
			neverSent.has( String( code ) ) ? 'retryable' : 'unknown'
		);
	}
	// Refused before it is processed: https://www.twilio.com/docs/api/errors/20429
	if ( status === 429 ) {
		return make( 'retryable' );
	}
	if ( status >= 500 ) {
		return make( 'unknown' );
	}
	if ( status === 401 || status === 403 ) {
		return make( 'settings' );
	}
	if ( status >= 400 ) {
		const { kind, numberInvalid } = refusalOf( number );
		return make( kind, numberInvalid );
	}
	// A redirect, or a success that cannot be read: it may have been processed.
	return make( 'unknown' );
}

/** What a certain refusal means, by its number: of a request, or of a text message that was not delivered. */
export function refusalOf( code: number | null ): MessageFailure {
	if ( code !== null && settings.has( code ) ) {
		return { kind: 'settings', numberInvalid: false };
	}
	return code !== null && passing.has( code )
		? { kind: 'retryable', numberInvalid: false }
		: {
				kind: 'permanent',
				numberInvalid: code !== null && numberAtFault.has( code ),
			};
}

export function fieldsOf( error: unknown ): {
	/** Of HTTP; null when no answer came. */
	status: number | null;
	code: number | string | null;
	message: string;
} {
	const given = ( error ?? {} ) as {
		status?: unknown;
		code?: unknown;
		message?: unknown;
	};
	return {
		status: typeof given.status === 'number' ? given.status : null,
		code:
			typeof given.code === 'number' || typeof given.code === 'string'
				? given.code
				: null,
		message: typeof given.message === 'string' ? given.message : '',
	};
}
