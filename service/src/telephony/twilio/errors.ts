import { TelephonyError, type TelephonyErrorKind } from '../telephony.js';

/** https://www.twilio.com/docs/api/errors */
const settings = new Set( [ 20003, 20008, 21210, 21212, 21215, 21408 ] );
/** The called number is none, cannot be called, or its owner does not want to be. */
const numberAtFault = new Set( [
	13224, 21202, 21211, 21214, 21216, 21217, 21610, 21614, 30006,
] );
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
	if (
		status === 401 ||
		status === 403 ||
		( number && settings.has( number ) )
	) {
		return make( 'settings' );
	}
	if ( status >= 400 ) {
		return make(
			'permanent',
			number !== null && numberAtFault.has( number )
		);
	}
	// A redirect, or a success that cannot be read: it may have been processed.
	return make( 'unknown' );
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
