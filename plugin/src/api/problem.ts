import { __ } from '@wordpress/i18n';

/** An error as a screen shows it: a sentence that says what to do, and the fields it speaks of. */
export interface Problem {
	code: string;
	/** HTTP status; 0 when nobody answered. */
	status: number;
	detail: string;
	/** Sentences by field, as the screens name fields: "calls.destinationNumber", without the wire's "settings." in front. */
	fields: Record< string, string >;
	/** Correlates with the service's log; empty when the service said none. */
	traceId: string;
}

interface ErrorAnswer {
	code?: string;
	message?: string;
	data?: {
		status?: number;
		field?: string;
		errors?: { field: string; detail: string }[];
		traceId?: string;
		params?: Record< string, string >;
	} | null;
}

/** "settings.openingHours.weekly[2].from" → "openingHours.weekly.2.from" */
const fieldName = ( path: string ) =>
	path.replace( /^settings\./, '' ).replace( /\[(\d+)\]/g, '.$1' );

/** Whatever apiFetch threw, as a problem. Its own sentences are replaced where they do not say what to do. */
export function toProblem( error: unknown ): Problem {
	const { code = '', message = '', data } = ( error ?? {} ) as ErrorAnswer;
	const fields: Record< string, string > = {};
	for ( const [ name, sentence ] of Object.entries( data?.params ?? {} ) ) {
		fields[ fieldName( name ) ] = sentence;
	}
	for ( const { field, detail } of data?.errors ?? [] ) {
		fields[ fieldName( field ) ] ??= detail;
	}
	if ( data?.field ) {
		fields[ fieldName( data.field ) ] ??= message;
	}
	return {
		code,
		status: data?.status ?? 0,
		detail: ownSentence( code ) || message || ownSentence( 'unknown' ),
		fields,
		traceId: data?.traceId ?? '',
	};
}

function ownSentence( code: string ): string {
	switch ( code ) {
		case 'fetch_error':
		case 'offline_error':
			return __(
				'WordPress cannot be reached. Check your connection and try again: nothing you typed is lost.',
				'rappel'
			);
		case 'rest_cookie_invalid_nonce':
		case 'rest_not_logged_in':
			return __(
				'You have been logged out. Log in again in another tab, then try again here: nothing you typed is lost.',
				'rappel'
			);
		case 'rest_forbidden':
			return __(
				'Your account may not do this. Ask an administrator of the site.',
				'rappel'
			);
		case 'invalid_json':
		case 'internal_server_error':
		case 'unknown':
			return __(
				'WordPress answered with an error. Try again; if it goes on, look into the site’s error log.',
				'rappel'
			);
		default:
			return '';
	}
}

/** The same as `promise`, except that it throws problems. */
export async function orProblem< T >( promise: Promise< T > ): Promise< T > {
	try {
		return await promise;
	} catch ( error ) {
		throw toProblem( error );
	}
}
